package dev.perch.pack.check;

import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import dev.perch.pack.CodexRows;
import dev.perch.pack.DecodedPet;
import dev.perch.pack.Pixels;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How the cells of a row go together. */
final class MotionRules {
    private static final StrictJson JSON = new StrictJson(new StrictJson.Limits(16, 4096, 4096, 100, 65_536));

    /** From one frame to the next the figure may grow by this much, in mass and in height both. */
    private static final double POP = 1.25;

    private static final double POP_MASS = 1.45;

    /** Pixels of a Codex cell that feet may rise and fall in a row where the pet stands. */
    private static final double FEET = 6;

    /** Pixels of a Codex cell that the middle may jump to and fro. */
    private static final double MIDDLE = 10;

    /** Rows in which the pet stands on its feet: idle, waiting, review. */
    private static final Set<Integer> STANDING = Set.of(0, 6, 8);

    /** Rows in which it changes its shape on purpose: jumping, failed. */
    private static final Set<Integer> SHAPE_SHIFTING = Set.of(4, 5);

    private static final int RIGHT = 1;
    private static final int LEFT = 2;

    /** So many of the 16 directions must differ. */
    private static final int LOOKS = 8;

    /** Share of a cell's pixels in which a mirrored one may differ. */
    private static final double MIRROR = 0.01;

    private final DecodedPet pet;
    private final DecodedPet.Sheet sheet;
    private final CellInks inks;

    MotionRules(DecodedPet pet, CellInks inks) {
        this.pet = pet;
        this.sheet = pet.sheets().get(0);
        this.inks = inks;
    }

    void check(List<Finding> findings) throws IOException {
        for (int row = 0; row < CodexRows.ALL.size(); row++) {
            if (!SHAPE_SHIFTING.contains(row)) {
                pops(row, findings);
            }
            if (STANDING.contains(row)) {
                trembles(row, findings);
            }
            if (distinct(row, 0, Cells.played(row)) == 1 && !inks.cell(row, 0).empty()) {
                add(findings, Rule.FRAMES_IDENTICAL, Cells.row(row), "all its frames are the same");
            }
        }
        if (pet.version() == 2) {
            gaze(findings);
        }
        if (claimsMirror()) {
            mirror(findings);
        }
    }

    private void pops(int row, List<Finding> findings) {
        for (int column = 1; column < Cells.played(row); column++) {
            CellInk before = inks.cell(row, column - 1);
            CellInk now = inks.cell(row, column);
            if (before.empty() || now.empty()) {
                continue;
            }
            double mass = ratio((double) before.mass(), (double) now.mass());
            double tall = Math.max(ratio(before.height(), now.height()), ratio(before.width(), now.width()));
            if (mass > POP_MASS && tall > POP) {
                add(
                        findings,
                        Rule.SIZE_POP,
                        Cells.cell(row, column),
                        "is " + Math.round(mass * 100 - 100) + " % "
                                + (now.mass() > before.mass() ? "larger" : "smaller") + " than the frame before");
            }
        }
    }

    private static double ratio(double a, double b) {
        return a > b ? a / b : b / a;
    }

    /** To and fro: a step one way and a step back, both large. Going up and down slowly is breathing. */
    private void trembles(int row, List<Finding> findings) {
        for (int column = 2; column < Cells.played(row); column++) {
            CellInk a = inks.cell(row, column - 2);
            CellInk b = inks.cell(row, column - 1);
            CellInk c = inks.cell(row, column);
            if (a.empty() || b.empty() || c.empty()) {
                continue;
            }
            if (swings(a.bottom(), b.bottom(), c.bottom(), FEET)) {
                add(findings, Rule.ANCHOR_JITTER, Cells.cell(row, column - 1), "its feet jump and come back");
                return;
            }
            if (swings(a.middle(), b.middle(), c.middle(), MIDDLE)) {
                add(findings, Rule.ANCHOR_JITTER, Cells.cell(row, column - 1), "its middle jumps and comes back");
                return;
            }
        }
    }

    private boolean swings(double a, double b, double c, double most) {
        double there = b - a;
        double back = c - b;
        double least = inks.scaled(most);
        return there * back < 0 && Math.abs(there) > least && Math.abs(back) > least;
    }

    private int distinct(int row, int from, int count) {
        Set<Pixels> pictures = new HashSet<>();
        for (int column = from; column < from + count; column++) {
            pictures.add(sheet.cell(row, column).withoutHiddenColor());
        }
        return pictures.size();
    }

    private void gaze(List<Finding> findings) {
        Set<Pixels> looks = new HashSet<>();
        for (int i = 0; i < 2 * Cells.COLUMNS; i++) {
            looks.add(sheet.cell(CodexRows.LOOK_ROW + i / Cells.COLUMNS, i % Cells.COLUMNS)
                    .withoutHiddenColor());
        }
        if (looks.size() < LOOKS) {
            add(
                    findings,
                    Rule.GAZE_STATIC,
                    "rows 9 and 10 (look)",
                    "have " + looks.size() + " different pictures for 16 directions");
        }
    }

    private boolean claimsMirror() throws IOException {
        byte[] json = pet.manifest();
        return Boolean.TRUE.equals(
                JsonTree.readObject(JSON.parser(json, 0, json.length)).get("mirrored"));
    }

    private void mirror(List<Finding> findings) {
        for (int column = 0; column < Cells.played(LEFT); column++) {
            if (differing(sheet.cell(RIGHT, column), sheet.cell(LEFT, column)) > MIRROR) {
                add(findings, Rule.NOT_MIRRORED, Cells.cell(LEFT, column), "is not the mirror of running-right");
                return;
            }
        }
    }

    private static double differing(Pixels right, Pixels left) {
        int differ = 0;
        int width = right.width();
        for (int y = 0; y < right.height(); y++) {
            for (int x = 0; x < width; x++) {
                int a = (y * width + x) * 4;
                int b = (y * width + width - 1 - x) * 4;
                boolean clear = right.rgba()[a + 3] == 0 && left.rgba()[b + 3] == 0;
                for (int c = 0; c < 4 && !clear; c++) {
                    if (Math.abs((right.rgba()[a + c] & 0xff) - (left.rgba()[b + c] & 0xff)) > 8) {
                        differ++;
                        break;
                    }
                }
            }
        }
        return (double) differ / (width * right.height());
    }

    private void add(List<Finding> findings, Rule rule, String where, String what) {
        findings.add(Finding.of(rule, sheet.file() + " " + where, what));
    }
}
