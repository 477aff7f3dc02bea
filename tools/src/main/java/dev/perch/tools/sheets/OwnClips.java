package dev.perch.tools.sheets;

import dev.perch.model.Problem;
import dev.perch.pack.CodexRows;
import dev.perch.pack.Pixels;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The states of an author that {@code animations} in {@code pet.json} names: Codex's terminal program and Perch play them,
 * at one rate each, from any cells of the sheet. Their pictures go into cells that Codex's rows leave free, equal ones once.
 */
final class OwnClips {
    /** The field of {@code pet.json}. */
    static final String FIELD = "animations";

    /** Codex's terminal program takes at most 60 pictures a second, and 256 a clip. */
    private static final int LEAST_MILLIS = 17;

    private static final int MOST_FRAMES = 256;

    /** Nine digits give every whole number of milliseconds back. */
    private static final MathContext DIGITS = new MathContext(9);

    /** A picture of a state. */
    record Picture(String state, int index) {}

    private final Art art;
    private final List<Problem> notes;
    private final Map<Pixels, Integer> places = new LinkedHashMap<>();
    private final List<Integer> free = new ArrayList<>();
    private final Map<Integer, Picture> cells = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> animations = new LinkedHashMap<>();

    /** @param shown what Codex's rows show, by the number of the cell, row by row */
    OwnClips(Art art, Map<Integer, Pixels> shown, int version, List<Problem> notes) {
        this.art = art;
        this.notes = notes;
        shown.forEach((cell, picture) -> places.putIfAbsent(picture, cell));
        for (int cell = 0; cell < CodexRows.LOOK_ROW * CodexRows.COLUMNS; cell++) {
            if (!CodexRows.used(version, cell / CodexRows.COLUMNS, cell % CodexRows.COLUMNS)) {
                free.add(cell);
            }
        }
        declared(art).forEach((name, said) -> {
            String state = state(art, name);
            if (state == null || !(said instanceof Map<?, ?> fields)) {
                animations.put(name, said);
            } else if (place(state)) {
                animations.put(name, timed(state, fields));
            }
        });
    }

    /** The states of the art that are such clips. */
    static Set<String> states(Art art) {
        Set<String> states = new HashSet<>();
        declared(art).keySet().forEach(name -> {
            String state = state(art, name);
            if (state != null) {
                states.add(state);
            }
        });
        return states;
    }

    /** Whether a manifest has an animation in place of that row. */
    static boolean replaces(Map<String, @Nullable Object> manifest, String row) {
        return StateNames.KNOWN.contains(row)
                && manifest.get(FIELD) instanceof Map<?, ?> animations
                && animations.keySet().stream()
                        .anyMatch(name -> StateNames.of(String.valueOf(name)).equals(row));
    }

    /** Which pictures stand in which free cells. */
    Map<Integer, Picture> cells() {
        return cells;
    }

    /** The field as it is after that; empty where the manifest has none. */
    Map<String, @Nullable Object> animations() {
        return animations;
    }

    private static Map<String, @Nullable Object> declared(Art art) {
        Map<String, @Nullable Object> declared = new LinkedHashMap<>();
        if (art.manifest().get(FIELD) instanceof Map<?, ?> animations) {
            animations.forEach((name, said) -> declared.put(String.valueOf(name), said));
        }
        return declared;
    }

    /** The state with the pictures of that animation; null where the art has none of its own. */
    private static @Nullable String state(Art art, String name) {
        String word = StateNames.of(name);
        String state = StateNames.KNOWN.contains(word) ? SheetArt.INSTEAD + word : word;
        return art.frames(state).isEmpty() ? null : state;
    }

    private boolean place(String state) {
        List<ArtFrame> frames = art.frames(state);
        Set<Pixels> fresh = new HashSet<>();
        frames.forEach(frame -> fresh.add(frame.pixels()));
        fresh.removeAll(places.keySet());
        if (fresh.size() > free.size()) {
            note(
                    state,
                    "has " + fresh.size() + " pictures more than Codex's rows, and " + free.size()
                            + " cells are free, so it was left out");
            return false;
        }
        for (int i = 0; i < frames.size(); i++) {
            if (fresh.remove(frames.get(i).pixels())) {
                int cell = free.remove(0);
                places.put(frames.get(i).pixels(), cell);
                cells.put(cell, new Picture(state, i));
            }
        }
        return true;
    }

    /** A picture that is shown longer than another is named more often: there is one rate. */
    private Map<String, @Nullable Object> timed(String state, Map<?, ?> said) {
        List<ArtFrame> frames = art.frames(state);
        int sum = frames.stream().mapToInt(ArtFrame::millis).sum();
        int step = frames.stream()
                .map(frame -> BigInteger.valueOf(frame.millis()))
                .reduce(BigInteger.ZERO, BigInteger::gcd)
                .intValue();
        boolean even = frames.stream().anyMatch(frame -> frame.millis() == 0);
        if (!even && (step < LEAST_MILLIS || sum / step > MOST_FRAMES)) {
            even = true;
            step = Math.max(LEAST_MILLIS, sum / frames.size());
            note(state, "has times that no rate up to 60 a second gives, so each picture lasts " + step + " ms");
        }
        List<Integer> numbers = new ArrayList<>();
        for (ArtFrame frame : frames) {
            int times = even ? 1 : frame.millis() / step;
            numbers.addAll(Collections.nCopies(times, places.get(frame.pixels())));
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        said.forEach((field, value) -> all.put(String.valueOf(field), value));
        all.put("frames", numbers);
        if (step > 0) {
            all.put("fps", 1000 % step == 0 ? 1000 / step : new BigDecimal(1000).divide(new BigDecimal(step), DIGITS));
        }
        return all;
    }

    private void note(String state, String what) {
        notes.add(Problem.warning(state, what, "draw it otherwise"));
    }
}
