package dev.perch.tools.sheets;

import dev.perch.model.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A pet as its author has it: pictures by state, whatever the input was.
 *
 * @param id of the pet, a word for a folder
 * @param manifest what its {@code pet.json} says, in order; maybe empty
 * @param states by name, in the order of a Codex sheet, then by name; each with at least one frame
 * @param larger the states once more with pictures of their own for denser displays, by scale: 2 or 3
 * @param notes what the author should know about the reading
 */
public record Art(
        String id,
        Map<String, @Nullable Object> manifest,
        Map<String, List<ArtFrame>> states,
        Map<Integer, Map<String, List<ArtFrame>>> larger,
        List<Problem> notes) {
    /** Copies the frames; orders the states. */
    public Art {
        states = ordered(states);
        Map<Integer, Map<String, List<ArtFrame>>> byScale = new TreeMap<>();
        larger.forEach((scale, own) -> byScale.put(scale, ordered(own)));
        larger = byScale;
        notes = List.copyOf(notes);
    }

    /** One with no larger pictures. */
    public Art(
            String id,
            Map<String, @Nullable Object> manifest,
            Map<String, List<ArtFrame>> states,
            List<Problem> notes) {
        this(id, manifest, states, Map.of(), notes);
    }

    private static Map<String, List<ArtFrame>> ordered(Map<String, List<ArtFrame>> states) {
        Map<String, List<ArtFrame>> ordered = new LinkedHashMap<>();
        states.keySet().stream()
                .sorted(StateNames.ORDER)
                .forEach(name -> ordered.put(name, List.copyOf(states.getOrDefault(name, List.of()))));
        return ordered;
    }

    /** The frames of a state; none where the art has no such state. */
    public List<ArtFrame> frames(String state) {
        return states.getOrDefault(state, List.of());
    }

    /** How many pictures there are. */
    public int count() {
        return states.values().stream().mapToInt(List::size).sum();
    }

    /**
     * What a sheet of that scale is made of: pictures drawn for it, else for the next larger one, and where a state has none
     * of these, the plain ones.
     */
    public Art at(int scale) {
        Map.Entry<Integer, Map<String, List<ArtFrame>>> own = new TreeMap<>(larger).ceilingEntry(scale);
        if (scale == 1 || own == null) {
            return this;
        }
        Map<String, List<ArtFrame>> all = new LinkedHashMap<>(states);
        all.putAll(own.getValue());
        return new Art(id, manifest, all, larger, notes);
    }

    /** The same with other frames, and none that are larger. */
    public Art withStates(Map<String, List<ArtFrame>> others) {
        return new Art(id, manifest, others, notes);
    }
}
