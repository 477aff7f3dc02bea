package dev.perch.tools.sheets;

import dev.perch.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pet as its author has it: pictures by state, whatever the input was.
 *
 * @param id of the pet, a word for a folder
 * @param manifest what its {@code pet.json} says, in order; maybe empty
 * @param states by name, in the order of a Codex sheet, then by name; each with at least one frame
 * @param notes what the author should know about the reading
 */
public record Art(
        String id, Map<String, @Nullable Object> manifest, Map<String, List<ArtFrame>> states, List<Problem> notes) {
    /** Copies the frames; orders the states. */
    public Art {
        Map<String, List<ArtFrame>> ordered = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(states.keySet());
        names.sort(StateNames.ORDER);
        for (String name : names) {
            ordered.put(name, List.copyOf(states.get(name)));
        }
        states = ordered;
        notes = List.copyOf(notes);
    }

    /** The frames of a state; none where the art has no such state. */
    public List<ArtFrame> frames(String state) {
        return states.getOrDefault(state, List.of());
    }

    /** How many pictures there are. */
    public int count() {
        return states.values().stream().mapToInt(List::size).sum();
    }

    /** The same with other frames. */
    public Art withStates(Map<String, List<ArtFrame>> others) {
        return new Art(id, manifest, others, notes);
    }
}
