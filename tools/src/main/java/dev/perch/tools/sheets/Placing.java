package dev.perch.tools.sheets;

import dev.perch.model.PetPackage;
import dev.perch.model.Problem;
import dev.perch.pack.Pixels;
import dev.perch.runtime.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds for each state where its canvas goes in a Codex cell. A canvas of the shape of a cell is taken as it stands. Else
 * the figure stands with its feet on one line and its centre of mass in the middle; states that share a canvas share one
 * anchor, so that they keep their places beside each other.
 */
final class Placing {
    /** Where the feet stand in a cell, from the top, at 1x: 8 pixels clear below, as in most real pets. */
    private static final int FEET = 200;

    /** Clear pixels at the other edges, at 1x. */
    private static final int RIM = 4;

    /** Scales are whole multiples, or so many parts: fine enough to fill a cell to half a pixel. */
    private static final int PARTS = 512;

    private final Art art;
    private final Filter filter;
    private final List<Problem> notes;
    private final Map<String, Pixels> canvases = new LinkedHashMap<>();

    Placing(Art art, Filter filter, List<Problem> notes) throws ProblemException {
        this.art = art;
        this.filter = filter;
        this.notes = notes;
        for (Map.Entry<String, List<ArtFrame>> state : art.states().entrySet()) {
            if (StateNames.KNOWN.contains(state.getKey())
                    || OwnClips.states(art).contains(state.getKey())) {
                canvases.put(state.getKey(), canvas(state.getKey(), state.getValue()));
            }
        }
    }

    private static Pixels canvas(String state, List<ArtFrame> frames) throws ProblemException {
        ArtFrame first = frames.get(0);
        for (ArtFrame frame : frames) {
            if (frame.pixels().width() != first.pixels().width()
                    || frame.pixels().height() != first.pixels().height()) {
                throw Problems.bad(
                        frame.name(),
                        "is " + frame.pixels() + " pixels, and " + first.name() + " is " + first.pixels(),
                        "save all pictures of " + state + " on a canvas of one size");
            }
        }
        return first.pixels();
    }

    /** Where each state goes in cells of {@code scale} times the size of a Codex cell. */
    Map<String, Placement> at(int scale) throws ProblemException {
        boolean cells = canvases.values().stream().allMatch(canvas -> density(canvas) > 0);
        if (cells && scale == 1 && canvases.values().stream().anyMatch(canvas -> density(canvas) == 1)) {
            notes.add(Problem.warning(
                    art.id(),
                    "has pictures of half the size of a cell, 96x104, so they were made 2 times as large",
                    "draw them at 192x208, or say with --filter how they become larger"));
        }
        return cells ? asTheyStand(scale) : anchored(scale);
    }

    /** How many times a Codex cell a canvas is; 0 where it has another shape. Halves are 1 to 2. */
    private static int density(Pixels canvas) {
        boolean shape = canvas.width() * PetPackage.CELL_HEIGHT == canvas.height() * PetPackage.CELL_WIDTH;
        return shape && canvas.width() % (PetPackage.CELL_WIDTH / 2) == 0
                ? canvas.width() / (PetPackage.CELL_WIDTH / 2)
                : 0;
    }

    private Map<String, Placement> asTheyStand(int scale) throws ProblemException {
        Map<String, Placement> places = new LinkedHashMap<>();
        for (Map.Entry<String, Pixels> state : canvases.entrySet()) {
            int halves = density(state.getValue());
            places.put(state.getKey(), placement(2 * scale, halves, 0, 0, scale));
        }
        return places;
    }

    private Map<String, Placement> anchored(int scale) throws ProblemException {
        Map<String, Anchor> anchors = anchors();
        double room = Double.MAX_VALUE;
        for (Anchor anchor : anchors.values()) {
            room = Math.min(room, room(anchor));
        }
        int num = scale * (int) (room >= 1 ? room : room * PARTS);
        int den = room >= 1 ? 1 : PARTS;
        if (num == 0) {
            throw Problems.bad(art.id(), "has pictures that are far too large for a cell", "draw it smaller");
        }
        if (scale == 1) {
            notes.add(Problem.warning(
                    art.id(),
                    "has pictures that are no cells of 192x208, so they were placed by feet line and centre of mass, "
                            + (num == den ? "at their size" : "made " + words(num, den) + " as large"),
                    "save them at 192x208 to place them yourself"));
        }
        Map<String, Placement> places = new LinkedHashMap<>();
        for (Map.Entry<String, Anchor> entry : anchors.entrySet()) {
            Anchor anchor = entry.getValue();
            int x = (int) Math.round(PetPackage.CELL_WIDTH / 2.0 * scale - anchor.middle() * num / den);
            int y = (int) Math.round((double) FEET * scale - (double) anchor.bottom() * num / den);
            places.put(entry.getKey(), placement(num, den, x, y, scale));
        }
        return places;
    }

    private static String words(int num, int den) {
        return den == 1 ? num + " times" : Math.round(num * 100.0 / den) + " %";
    }

    /** How large that state may become. */
    private static double room(Anchor anchor) {
        double half = PetPackage.CELL_WIDTH / 2.0 - RIM;
        double wide = Math.max(anchor.middle() - anchor.left(), anchor.right() - anchor.middle());
        double tall = anchor.bottom() - anchor.top();
        return Math.min(half / wide, (FEET - RIM) / tall);
    }

    private Map<String, Anchor> anchors() throws ProblemException {
        Map<String, List<Pixels>> groups = new LinkedHashMap<>();
        canvases.forEach((state, canvas) -> groups.computeIfAbsent(canvas.toString(), size -> new ArrayList<>())
                .addAll(art.frames(state).stream().map(ArtFrame::pixels).toList()));
        Map<String, Anchor> shared = new LinkedHashMap<>();
        for (Map.Entry<String, List<Pixels>> group : groups.entrySet()) {
            Anchor anchor = Anchor.of(group.getValue());
            if (anchor == null) {
                throw Problems.bad(art.id(), "has only empty pictures of " + group.getKey(), "draw something in them");
            }
            shared.put(group.getKey(), anchor);
        }
        Map<String, Anchor> anchors = new LinkedHashMap<>();
        canvases.forEach((state, canvas) -> anchors.put(state, shared.get(canvas.toString())));
        return anchors;
    }

    private Placement placement(int num, int den, int x, int y, int scale) throws ProblemException {
        boolean larger = num > den;
        if (larger && filter == Filter.AREA) {
            throw Problems.bad(
                    "--filter area",
                    "cannot make pictures larger, and " + scale + "x needs " + words(num, den),
                    "draw them larger, leave that scale out, or take --filter nearest");
        }
        Filter by = filter == Filter.AUTO ? larger ? Filter.NEAREST : Filter.AREA : filter;
        return new Placement(num, den, x, y, by == Filter.SMOOTH && !larger ? Filter.AREA : by);
    }
}
