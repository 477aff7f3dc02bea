package dev.perch.pack;

import dev.perch.model.Clip;
import dev.perch.model.PetAnimationState;
import dev.perch.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which picture is shown when, before the pictures have a place in a page.
 *
 * @param clips by name, in the order of the sheet
 * @param warnings about cells that should not be as they are
 */
record ClipPlan(Map<String, List<Step>> clips, List<Problem> warnings) {
    /**
     * One frame.
     *
     * @param picture never empty
     * @param millis 0 for a pose that is held
     */
    record Step(Picture picture, int millis) {}

    /**
     * Reads the rows of a sheet.
     *
     * @param where name of the sheet, for problems
     * @throws Refusal when the idle row is empty
     */
    static ClipPlan of(String where, CutSheet sheet, Geometry grid) throws Refusal {
        Builder builder = new Builder(where, sheet);
        for (int row = 0; row < Geometry.V1_ROWS; row++) {
            CodexRows codex = CodexRows.ALL.get(row);
            builder.clip(codex.name(), rowCells(row, codex.millis().size()), codex.millis());
        }
        if (!builder.clips.containsKey(PetAnimationState.IDLE.id())) {
            throw new Refusal(where + " row 0", "the idle row is empty", "draw at least one idle cell");
        }
        if (grid.version() == 2) {
            List<int[]> look = new ArrayList<>(rowCells(CodexRows.LOOK_ROW, Geometry.COLUMNS));
            look.addAll(rowCells(CodexRows.LOOK_ROW + 1, Geometry.COLUMNS));
            builder.clip(Clip.LOOK, look, List.of());
            builder.neutral();
        }
        builder.unused(grid);
        if (sheet.opaque()) {
            builder.warn(
                    where, "has no transparent pixel, so the pet is a box", "cut the figure out of its background");
        }
        return new ClipPlan(builder.clips, builder.warnings);
    }

    private static List<int[]> rowCells(int row, int count) {
        return IntStream.range(0, count)
                .mapToObj(column -> new int[] {row, column})
                .toList();
    }

    private static final class Builder {
        private final String where;
        private final CutSheet sheet;
        private final Map<String, List<Step>> clips = new LinkedHashMap<>();
        private final List<Problem> warnings = new ArrayList<>();

        Builder(String where, CutSheet sheet) {
            this.where = where;
            this.sheet = sheet;
        }

        /** An empty cell shows the one before it, or the first that follows, so that the clip keeps its length. */
        void clip(String name, List<int[]> cells, List<Integer> millis) {
            List<Picture> pictures =
                    cells.stream().map(cell -> sheet.cell(cell[0], cell[1])).toList();
            List<int[]> empty = cells.stream()
                    .filter(cell -> sheet.cell(cell[0], cell[1]).empty())
                    .toList();
            String row = where + " row " + cells.get(0)[0] + " (" + name + ")";
            if (empty.size() == cells.size()) {
                warn(row, "is empty, so idle stands in for it", "draw its " + cells.size() + " cells");
                return;
            }
            if (!empty.isEmpty()) {
                warn(
                        row,
                        "has no picture in " + columns(empty) + ", so its neighbour stands in",
                        "draw what is missing");
            }
            Picture last = pictures.stream()
                    .filter(picture -> !picture.empty())
                    .findFirst()
                    .orElseThrow();
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < pictures.size(); i++) {
                last = pictures.get(i).empty() ? last : pictures.get(i);
                steps.add(new Step(last, millis.isEmpty() ? 0 : millis.get(i)));
            }
            clips.put(name, List.copyOf(steps));
        }

        void neutral() {
            Picture picture = sheet.cell(0, CodexRows.NEUTRAL_COLUMN);
            if (picture.empty()) {
                warn(
                        where + " row 0 column " + CodexRows.NEUTRAL_COLUMN,
                        "the neutral cell of a v2 sheet is empty, so idle stands in for it",
                        "draw the pet looking straight ahead");
            } else {
                clips.put(Clip.NEUTRAL, List.of(new Step(picture, 0)));
            }
        }

        void unused(Geometry grid) {
            List<int[]> inked = new ArrayList<>();
            for (int row = 0; row < grid.rows(); row++) {
                for (int column = 0; column < Geometry.COLUMNS; column++) {
                    if (!CodexRows.used(grid.version(), row, column)
                            && !sheet.cell(row, column).empty()) {
                        inked.add(new int[] {row, column});
                    }
                }
            }
            if (!inked.isEmpty()) {
                warn(where, "has ink in cells that are never shown (" + byRow(inked) + ")", "clear those cells");
            }
            if (grid.columns() > Geometry.COLUMNS) {
                warn(
                        where,
                        "has " + grid.columns() + " columns, of which only the first 8 are shown",
                        "cut off the rest");
            }
        }

        void warn(String at, String what, String remedy) {
            warnings.add(Problem.warning(at, what, remedy));
        }

        private static String byRow(List<int[]> cells) {
            Map<Integer, List<int[]>> rows =
                    cells.stream().collect(Collectors.groupingBy(c -> c[0], LinkedHashMap::new, Collectors.toList()));
            return rows.entrySet().stream()
                    .map(row -> "row " + row.getKey() + " " + columns(row.getValue()))
                    .collect(Collectors.joining(", "));
        }

        private static String columns(List<int[]> cells) {
            return (cells.size() == 1 ? "column " : "columns ")
                    + cells.stream().map(cell -> String.valueOf(cell[1])).collect(Collectors.joining(" "));
        }
    }
}
