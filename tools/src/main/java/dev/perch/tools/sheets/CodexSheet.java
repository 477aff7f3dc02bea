package dev.perch.tools.sheets;

import dev.perch.model.Clip;
import dev.perch.model.PetPackage;
import dev.perch.model.Problem;
import dev.perch.pack.CodexRows;
import dev.perch.pack.Pixels;
import dev.perch.runtime.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays an author's pictures out as the grid that Codex reads. */
final class CodexSheet {
    private static final String IDLE = CodexRows.ALL.get(0).name();
    private static final String RIGHT = "running-right";
    private static final String LEFT = "running-left";
    private static final int LOOKS = 16;

    private final Art art;
    private final int version;
    private final Placing placing;
    private final OwnClips own;
    private final List<Problem> notes = new ArrayList<>();

    /** @param version 1 or 2, or 0 for what the art asks for: 2 when it has a gaze */
    CodexSheet(Art art, int version, Filter filter) throws ProblemException {
        this.art = art;
        this.version = version != 0 ? version : art.states().containsKey(Clip.LOOK) ? 2 : 1;
        if (art.frames(IDLE).isEmpty()) {
            throw Problems.bad(art.id(), "has no idle pictures", "draw at least one, as idle/1.png");
        }
        this.placing = new Placing(art, filter, notes);
        Map<Integer, Pixels> shown = new LinkedHashMap<>();
        rows(false).forEach((number, cell) -> {
            if (!cell.mirrored) {
                shown.put(number, cell.frame.pixels());
            }
        });
        this.own = new OwnClips(art, shown, this.version, notes);
    }

    /** The same sheet of larger pictures. */
    CodexSheet(Art art, CodexSheet plain, Filter filter) throws ProblemException {
        this.art = art;
        this.version = plain.version;
        this.placing = new Placing(art, filter, notes);
        this.own = plain.own;
        for (String state : OwnClips.states(art)) {
            int count = plain.art.frames(state).size();
            if (art.frames(state).size() != count) {
                throw Problems.bad(
                        state,
                        "has " + art.frames(state).size() + " larger pictures for " + count + " plain ones",
                        "draw each of them larger, or none");
            }
        }
    }

    /** The clips beside Codex's rows, as {@code pet.json} is to name them; empty where there are none. */
    Map<String, @Nullable Object> animations() {
        return own.animations();
    }

    int version() {
        return version;
    }

    /** What the author should know about the sheet; complete after {@link #draw}. */
    List<Problem> notes() {
        return notes;
    }

    /** The sheet with cells of {@code scale} times 192x208. */
    Pixels draw(int scale) throws ProblemException {
        boolean say = scale == 1;
        Map<String, Placement> places = placing.at(scale);
        int cellWidth = PetPackage.CELL_WIDTH * scale;
        int cellHeight = PetPackage.CELL_HEIGHT * scale;
        int width = cellWidth * CodexRows.COLUMNS;
        byte[] sheet = new byte[width * CodexRows.rows(version) * cellHeight * 4];
        for (Map.Entry<Integer, Cell> entry : cells(say).entrySet()) {
            Cell cell = entry.getValue();
            Placement place = places.get(cell.state);
            if (place == null) {
                throw new IllegalStateException("no place for " + cell.state);
            }
            Pixels drawn = place.apply(cell.frame.pixels(), cellWidth, cellHeight);
            int row = entry.getKey() / CodexRows.COLUMNS;
            int column = entry.getKey() % CodexRows.COLUMNS;
            put(cell.mirrored ? mirrored(drawn) : drawn, sheet, width, column * cellWidth, row * cellHeight);
        }
        if (say) {
            strangers();
        }
        return new Pixels(width, CodexRows.rows(version) * cellHeight, sheet);
    }

    private record Cell(String state, ArtFrame frame, boolean mirrored) {}

    /** What goes into which cell, row by row. */
    private Map<Integer, Cell> cells(boolean say) throws ProblemException {
        Map<Integer, Cell> cells = rows(say);
        own.cells().forEach((number, picture) -> {
            ArtFrame frame = art.frames(picture.state()).get(picture.index());
            cells.put(number, new Cell(picture.state(), frame, false));
        });
        return cells;
    }

    private Map<Integer, Cell> rows(boolean say) throws ProblemException {
        Map<Integer, Cell> cells = new LinkedHashMap<>();
        for (int row = 0; row < CodexRows.ALL.size(); row++) {
            row(row, say, cells);
        }
        if (version == 2) {
            neutral(say, cells);
            looks(say, cells);
        }
        return cells;
    }

    private void row(int row, boolean say, Map<Integer, Cell> cells) {
        CodexRows codex = CodexRows.ALL.get(row);
        String state = codex.name();
        boolean mirror = art.frames(state).isEmpty()
                && state.equals(LEFT)
                && !art.frames(RIGHT).isEmpty();
        String from = mirror ? RIGHT : art.frames(state).isEmpty() ? IDLE : state;
        if (say && mirror) {
            note(
                    state,
                    "has no pictures, so running-right was mirrored",
                    "draw it where the pet is not the same on both sides");
        } else if (say && !from.equals(state)) {
            note(
                    state,
                    "has no pictures, so idle stands in for it",
                    "draw its " + codex.millis().size() + " pictures");
        }
        List<ArtFrame> frames = Timing.spread(art.frames(from), codex.millis());
        if (say && from.equals(state) && art.frames(state).size() != frames.size()) {
            note(
                    state,
                    "has " + art.frames(state).size() + " pictures for the " + frames.size()
                            + " cells of Codex, so they were "
                            + (art.frames(state).size() < frames.size() ? "repeated" : "thinned out"),
                    "draw " + frames.size());
        }
        if (say && from.equals(state)) {
            pace(codex);
        }
        for (int column = 0; column < frames.size(); column++) {
            cells.put(row * CodexRows.COLUMNS + column, new Cell(from, frames.get(column), mirror));
        }
    }

    /** Codex has one pace for every pet. */
    private void pace(CodexRows codex) {
        int pass = art.frames(codex.name()).stream().mapToInt(ArtFrame::millis).sum();
        int codexPass = codex.millis().stream().mapToInt(Integer::intValue).sum();
        if (pass > 0 && pass != codexPass) {
            note(
                    codex.name(),
                    "lasts " + pass + " ms, and Codex plays it in " + codexPass + " ms",
                    "draw it for that pace, or keep the pet as it is for Perch, which plays it in its own");
        }
    }

    private void neutral(boolean say, Map<Integer, Cell> cells) {
        String from = art.frames(Clip.NEUTRAL).isEmpty() ? IDLE : Clip.NEUTRAL;
        if (say && from.equals(IDLE)) {
            note(
                    Clip.NEUTRAL,
                    "has no picture, so the first of idle stands in for it",
                    "draw neutral.png, looking ahead");
        }
        cells.put(CodexRows.NEUTRAL_COLUMN, new Cell(from, art.frames(from).get(0), false));
    }

    private void looks(boolean say, Map<Integer, Cell> cells) throws ProblemException {
        List<ArtFrame> looks = art.frames(Clip.LOOK);
        if (!looks.isEmpty() && looks.size() != LOOKS) {
            throw Problems.bad(
                    Clip.LOOK,
                    "has " + looks.size() + " pictures, and a gaze needs " + LOOKS,
                    "draw one for every 22.5 degrees, clockwise from up");
        }
        if (say && looks.isEmpty()) {
            note(Clip.LOOK, "has no pictures, so the pet of version 2 looks ahead in all 16 directions", "draw the 16");
        }
        Cell ahead = cells.get(CodexRows.NEUTRAL_COLUMN);
        for (int i = 0; i < LOOKS && ahead != null; i++) {
            Cell look = looks.isEmpty() ? ahead : new Cell(Clip.LOOK, looks.get(i), false);
            cells.put(CodexRows.LOOK_ROW * CodexRows.COLUMNS + i, look);
        }
    }

    private void strangers() {
        for (String state : art.states().keySet()) {
            boolean gaze = state.equals(Clip.LOOK) || state.equals(Clip.NEUTRAL);
            boolean placed =
                    StateNames.KNOWN.contains(state) || OwnClips.states(art).contains(state);
            if (!placed || (gaze && version == 1)) {
                note(
                        state,
                        "has no place in a Codex sheet of version " + version + " and was left out",
                        "see the README for the names");
            }
        }
    }

    private void note(String where, String what, String remedy) {
        notes.add(Problem.warning(where, what, remedy));
    }

    private static Pixels mirrored(Pixels cell) {
        byte[] out = new byte[cell.rgba().length];
        for (int y = 0; y < cell.height(); y++) {
            for (int x = 0; x < cell.width(); x++) {
                int from = (y * cell.width() + x) * 4;
                System.arraycopy(cell.rgba(), from, out, (y * cell.width() + cell.width() - 1 - x) * 4, 4);
            }
        }
        return new Pixels(cell.width(), cell.height(), out);
    }

    private static void put(Pixels cell, byte[] sheet, int width, int left, int top) {
        for (int y = 0; y < cell.height(); y++) {
            int to = ((top + y) * width + left) * 4;
            System.arraycopy(cell.rgba(), y * cell.width() * 4, sheet, to, cell.width() * 4);
        }
    }
}
