package dev.perch.place;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where each pet was on each set of monitors.
 *
 * @param places the latest last; one a pet and set of monitors
 */
public record PlaceMemory(List<RememberedPlace> places) {
    /** More desks than people have; the one not used for longest is forgotten first. */
    public static final int MOST_PLACES = 32;

    /** The same for all pets together that come and go. */
    public static final int MOST_OTHERS = 100;

    /** Remembers nothing. */
    public static final PlaceMemory NONE = new PlaceMemory(List.of());

    /** A memory of those places. */
    public PlaceMemory {
        places = List.copyOf(places);
    }

    /**
     * What is remembered of a pet on those monitors, or null.
     *
     * @param pet its key
     */
    public @Nullable RememberedPlace recall(String pet, MonitorLayout layout) {
        String display = layout.identity();
        return places.stream()
                .filter(place -> place.pet().equals(pet) && place.display().equals(display))
                .findFirst()
                .orElse(null);
    }

    /**
     * Where the pet stands on monitors that are new to the window: where the user put it on them, else as far from its corner as
     * before if its monitor is still there, else where it stood.
     *
     * @param pet its key
     * @param anchor where it stood
     * @param feet the same on the desktop
     */
    public Spot feet(String pet, MonitorLayout layout, Anchor anchor, Spot feet) {
        RememberedPlace known = recall(pet, layout);
        Spot recalled = known == null ? null : known.feet().in(layout);
        Spot moved = recalled == null ? anchor.in(layout) : recalled;
        return moved == null ? feet : moved;
    }

    /** This memory with one more place, instead of what it had for that pet and those monitors. */
    public PlaceMemory with(RememberedPlace place) {
        List<RememberedPlace> more = new ArrayList<>(places);
        more.removeIf(old -> old.pet().equals(place.pet()) && old.display().equals(place.display()));
        more.add(place);
        boolean first = place.pet().isEmpty();
        long alike = more.stream().filter(one -> one.pet().isEmpty() == first).count();
        if (alike > (first ? MOST_PLACES : MOST_OTHERS)) {
            more.stream()
                    .filter(one -> one.pet().isEmpty() == first)
                    .findFirst()
                    .ifPresent(more::remove);
        }
        return new PlaceMemory(more);
    }
}
