package dev.perch.place;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the pet was on each set of monitors.
 *
 * @param places the latest last; one a set of monitors
 */
public record PlaceMemory(List<RememberedPlace> places) {
    /** More desks than people have; the one not used for longest is forgotten first. */
    public static final int MOST_PLACES = 32;

    /** Remembers nothing. */
    public static final PlaceMemory NONE = new PlaceMemory(List.of());

    /** A memory of those places. */
    public PlaceMemory {
        places = List.copyOf(places);
    }

    /** What is remembered of those monitors, or null. */
    public @Nullable RememberedPlace recall(MonitorLayout layout) {
        String display = layout.identity();
        return places.stream()
                .filter(place -> place.display().equals(display))
                .findFirst()
                .orElse(null);
    }

    /**
     * Where the pet stands on monitors that are new to the window: where the user put it on them, else as far from its corner as
     * before if its monitor is still there, else where it stood.
     *
     * @param anchor where it stood
     * @param feet the same on the desktop
     */
    public Spot feet(MonitorLayout layout, Anchor anchor, Spot feet) {
        RememberedPlace known = recall(layout);
        Spot recalled = known == null ? null : known.feet().in(layout);
        Spot moved = recalled == null ? anchor.in(layout) : recalled;
        return moved == null ? feet : moved;
    }

    /** This memory with one more place, instead of what it had for those monitors. */
    public PlaceMemory with(RememberedPlace place) {
        List<RememberedPlace> more = new ArrayList<>(places);
        more.removeIf(old -> old.display().equals(place.display()));
        more.add(place);
        return new PlaceMemory(more.subList(Math.max(0, more.size() - MOST_PLACES), more.size()));
    }
}
