package dev.perch.pack.check;

import dev.perch.pack.CodexRows;
import dev.perch.pack.DecodedPet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What may and may not be in the cells, each by itself. */
final class CellRules {
    /** Codex's own validator: fewer pixels of ink are dust. */
    private static final int SPARSE = 50;

    /** Codex's own validator: a cell with more of it nearly opaque is a box. */
    private static final double BOX = 0.95;

    /** Codex's own validator: more pixels of the screen in a cell are a leak. */
    private static final int LEAK = 400;

    /** So many pixels of the screen at the rim are a fringe; a few may be art. */
    private static final int FRINGE = 32;

    /** Share of one edge's pixels that may touch it. */
    private static final double CONTACT = 0.2;

    private final DecodedPet pet;
    private final CellInks inks;
    private final String file;

    CellRules(DecodedPet pet, CellInks inks) {
        this.pet = pet;
        this.inks = inks;
        this.file = pet.sheets().get(0).file();
    }

    void check(List<Finding> findings) {
        int rows = CodexRows.rows(pet.version());
        List<String> unused = new ArrayList<>();
        long hidden = 0;
        for (int row = 0; row < rows; row++) {
            emptiness(row, findings);
            int boxes = 0;
            List<Integer> tinted = new ArrayList<>();
            List<Integer> cut = new ArrayList<>();
            for (int column = 0; column < Cells.COLUMNS; column++) {
                CellInk cell = inks.cell(row, column);
                hidden += cell.hidden();
                if (pet.shows(row, column)) {
                    used(row, column, cell, findings);
                    boxes += box(cell) ? 1 : 0;
                    if (tinted(cell)) {
                        tinted.add(column);
                    }
                    if (cell.edge() > CONTACT * Math.min(inks.width(), inks.height()) && !box(cell)) {
                        cut.add(column);
                    }
                } else if (!cell.empty()) {
                    unused.add(Cells.cell(row, column));
                }
            }
            if (!tinted.isEmpty()) {
                add(
                        findings,
                        Rule.CHROMA_FRINGE,
                        Cells.row(row),
                        "a green or magenta screen shows in " + columns(tinted));
            }
            if (!cut.isEmpty()) {
                add(findings, Rule.EDGE_CONTACT, Cells.row(row), "ink runs along the edge in " + columns(cut));
            }
            if (boxes > 0) {
                add(findings, Rule.OPAQUE_BACKGROUND, Cells.row(row), boxes + " of its cells are nearly opaque");
            }
        }
        if (!unused.isEmpty()) {
            String some = unused.stream().limit(4).collect(Collectors.joining(", "));
            add(
                    findings,
                    Rule.UNUSED_INK,
                    "",
                    "has ink in cells that are never shown (" + some + (unused.size() > 4 ? ", …" : "") + ")");
        }
        if (hidden > 0) {
            add(findings, Rule.HIDDEN_COLOR, "", hidden + " fully transparent pixels have a colour");
        }
    }

    private void emptiness(int row, List<Finding> findings) {
        List<Integer> empty = new ArrayList<>();
        for (int column = 0; column < Cells.played(row); column++) {
            if (inks.cell(row, column).empty()) {
                empty.add(column);
            }
        }
        if (empty.size() == Cells.played(row)) {
            Rule rule = row == 0 ? Rule.IDLE_EMPTY : Rule.ROW_EMPTY;
            add(findings, rule, Cells.row(row), "is empty");
        } else if (!empty.isEmpty()) {
            add(findings, Rule.CELL_EMPTY, Cells.row(row), "has no picture in " + columns(empty));
        }
        if (row == 0
                && pet.version() == 2
                && inks.cell(0, CodexRows.NEUTRAL_COLUMN).empty()) {
            add(findings, Rule.NEUTRAL_MISSING, Cells.cell(0, CodexRows.NEUTRAL_COLUMN), "is empty");
        }
    }

    private void used(int row, int column, CellInk cell, List<Finding> findings) {
        if (!cell.empty() && cell.ink() < inks.scaled(inks.scaled(SPARSE))) {
            add(findings, Rule.CELL_SPARSE, Cells.cell(row, column), "has " + cell.ink() + " pixels of ink");
        }
    }

    private boolean tinted(CellInk cell) {
        return cell.screen() > inks.scaled(inks.scaled(LEAK)) || cell.fringe() > inks.scaled(FRINGE);
    }

    private static String columns(List<Integer> columns) {
        return (columns.size() == 1 ? "column " : "columns ")
                + columns.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private boolean box(CellInk cell) {
        return cell.solid() > BOX * inks.width() * inks.height();
    }

    private void add(List<Finding> findings, Rule rule, String where, String what) {
        findings.add(Finding.of(rule, where.isEmpty() ? file : file + " " + where, what));
    }
}
