package dev.perch.pack;

import dev.perch.api.CompatiblePetPackage;
import dev.perch.api.CompatiblePetPackage.Frame;
import dev.perch.model.Clip;
import dev.perch.model.PetAnimationState;
import dev.perch.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which picture is shown when, before the pictures have a place in a page.
 *
 * @param clips by name, in the order of {@link ClipOrder}
 * @param warnings about frames that should not be as they are
 */
record ClipPlan(Map<String, List<Step>> clips, List<Problem> warnings) {
    /**
     * One frame.
     *
     * @param picture never empty, in the cell, straight alpha
     * @param millis 0 for a pose that is held
     */
    record Step(Picture picture, int millis) {}

    /**
     * Puts the frames into their cell.
     *
     * @param grid the cells of the sheet, or null where frames lie otherwise
     * @throws Refusal when idle has no ink
     */
    static ClipPlan of(CompatiblePetPackage pet, Artwork art, Cuts cuts, @Nullable Grid grid) throws Refusal {
        Builder builder = new Builder(pet, art, cuts, grid);
        for (Map.Entry<String, List<Frame>> clip : Artwork.inOrder(pet).entrySet()) {
            builder.clip(clip.getKey(), clip.getValue());
        }
        if (grid != null) {
            builder.unused(grid);
        }
        builder.opaque();
        return new ClipPlan(builder.clips, builder.warnings);
    }

    /** All pictures, each once, in the order of their use. */
    Set<Picture> pictures() {
        Set<Picture> pictures = new LinkedHashSet<>();
        clips.values().forEach(steps -> steps.forEach(step -> pictures.add(step.picture())));
        return pictures;
    }

    private static final class Builder {
        private final CompatiblePetPackage pet;
        private final Artwork art;
        private final Cuts cuts;
        private final @Nullable Grid grid;
        private final Cell cell;
        private final Map<String, List<Step>> clips = new LinkedHashMap<>();
        private final List<Problem> warnings = new ArrayList<>();

        Builder(CompatiblePetPackage pet, Artwork art, Cuts cuts, @Nullable Grid grid) {
            this.pet = pet;
            this.art = art;
            this.cuts = cuts;
            this.grid = grid;
            cell = Cell.of(pet.cellWidth(), pet.cellHeight()).times(art.times());
        }

        /** An empty cell shows the one before it, or the first that follows, so that the clip keeps its length. */
        void clip(String name, List<Frame> frames) throws Refusal {
            List<Picture> pictures = frames.stream().map(this::picture).toList();
            List<Integer> millis = frames.stream().map(Frame::millis).toList();
            int length = pet.toInk().contains(name) ? inked(pictures) : pictures.size();
            if (pictures.stream().allMatch(Picture::empty)) {
                empty(name, frames);
                return;
            }
            List<Integer> missing = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                if (pictures.get(i).empty()) {
                    missing.add(i);
                }
            }
            if (!missing.isEmpty()) {
                warn(
                        where(name, frames),
                        "has no picture in " + named(frames, missing) + ", so its neighbour stands in",
                        "draw what is missing");
            }
            Picture last = pictures.stream()
                    .filter(picture -> !picture.empty())
                    .findFirst()
                    .orElseThrow();
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                last = pictures.get(i).empty() ? last : pictures.get(i);
                steps.add(new Step(last, millis.get(i == length - 1 ? pictures.size() - 1 : i)));
            }
            clips.put(name, List.copyOf(steps));
        }

        private static int inked(List<Picture> pictures) {
            int length = pictures.size();
            while (length > 1 && pictures.get(length - 1).empty()) {
                length--;
            }
            return length;
        }

        private Picture picture(Frame frame) {
            Part part = Part.of(frame, art.pictures(), art.times());
            Picture picture = cuts.of(part);
            if (picture.empty()) {
                return picture;
            }
            Picture turned = frame.mirrored() ? picture.mirrored(part.crop().width() * art.times()) : picture;
            int dx = cell.left() + frame.left() * art.times();
            int dy = cell.top() + frame.top() * art.times();
            return turned.movedInto(dx, dy, cell.width(), cell.height());
        }

        private void empty(String name, List<Frame> frames) throws Refusal {
            String where = where(name, frames);
            if (name.equals(PetAnimationState.IDLE.id())) {
                String row = grid == null ? where : where.substring(0, where.lastIndexOf(" ("));
                throw new Refusal(
                        Refusal.Stage.IDLE, Problem.error(row, "the idle row is empty", "draw at least one idle cell"));
            }
            if (name.equals(Clip.NEUTRAL)) {
                Part part = Part.of(frames.get(0), art.pictures(), art.times());
                warn(
                        grid == null ? where : grid.file() + " row " + grid.row(part) + " column " + grid.column(part),
                        "the neutral cell of a v2 sheet is empty, so idle stands in for it",
                        "draw the pet looking straight ahead");
            } else {
                warn(where, "is empty, so idle stands in for it", "draw its " + frames.size() + " cells");
            }
        }

        private String where(String name, List<Frame> frames) {
            Part part = Part.of(frames.get(0), art.pictures(), art.times());
            String file = PictureChecks.name(part.image());
            Artwork.Chosen chosen = art.pictures().get(part.image());
            String shown = chosen == null ? file : chosen.file();
            return grid == null ? shown + " (" + name + ")" : shown + " row " + grid.row(part) + " (" + name + ")";
        }

        private String named(List<Frame> frames, List<Integer> which) {
            if (grid == null) {
                return (which.size() == 1 ? "frame " : "frames ") + joined(which);
            }
            return columns(which.stream()
                    .map(i -> grid.column(Part.of(frames.get(i), art.pictures(), art.times())))
                    .toList());
        }

        void unused(Grid sheet) {
            Set<Part> used = new LinkedHashSet<>();
            pet.clips()
                    .values()
                    .forEach(frames -> frames.forEach(frame -> used.add(Part.of(frame, art.pictures(), art.times()))));
            Map<Integer, List<Integer>> inked = new LinkedHashMap<>();
            for (Part part : sheet.cells()) {
                if (!used.contains(part) && !cuts.of(part).empty()) {
                    inked.computeIfAbsent(sheet.row(part), row -> new ArrayList<>())
                            .add(sheet.column(part));
                }
            }
            if (!inked.isEmpty()) {
                String cells = inked.entrySet().stream()
                        .map(row -> "row " + row.getKey() + " " + columns(row.getValue()))
                        .collect(Collectors.joining(", "));
                warn(sheet.file(), "has ink in cells that are never shown (" + cells + ")", "clear those cells");
            }
            if (sheet.columns() > sheet.shown()) {
                warn(
                        sheet.file(),
                        "has " + sheet.columns() + " columns, of which only the first " + sheet.shown() + " are shown",
                        "cut off the rest");
            }
        }

        /** One sheet without any clear pixel shows a box; of many small pictures some may well be full. */
        void opaque() {
            boolean all = art.pictures().keySet().stream()
                    .map(image -> cuts.inks().get(image))
                    .allMatch(ink -> ink != null && ink.opaque());
            if (all) {
                warn(
                        art.pictures().values().iterator().next().file(),
                        "has no transparent pixel, so the pet is a box",
                        "cut the figure out of its background");
            }
        }

        private void warn(String at, String what, String remedy) {
            warnings.add(Problem.warning(at, what, remedy));
        }

        private static String columns(List<Integer> columns) {
            return (columns.size() == 1 ? "column " : "columns ") + joined(columns);
        }

        private static String joined(List<Integer> numbers) {
            return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
    }
}
