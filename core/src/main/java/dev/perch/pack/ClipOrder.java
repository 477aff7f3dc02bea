package dev.perch.pack;

import dev.perch.model.Clip;
import dev.perch.model.PetAnimationState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The order in which clips are looked at: the nine rows of Codex, then by name, gaze last. */
final class ClipOrder {
    private static final List<String> ROWS =
            PetAnimationState.ROWS.stream().map(PetAnimationState::id).toList();
    private static final List<String> LAST = List.of(Clip.LOOK, Clip.NEUTRAL);

    private ClipOrder() {}

    static List<String> of(Collection<String> names) {
        List<String> ordered = new ArrayList<>(names);
        ordered.sort(Comparator.comparingInt(ClipOrder::rank).thenComparing(Comparator.naturalOrder()));
        return ordered;
    }

    private static int rank(String name) {
        int row = ROWS.indexOf(name);
        if (row >= 0) {
            return row;
        }
        return ROWS.size() + 1 + LAST.indexOf(name);
    }
}
