package dev.perch.place;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The monitors of a desktop.
 *
 * @param monitors the primary one first; none while all are unplugged
 */
public record MonitorLayout(List<Monitor> monitors) {
    /** No monitor at all. */
    public static final MonitorLayout NONE = new MonitorLayout(List.of());

    /** A layout of those monitors. */
    public MonitorLayout {
        monitors = List.copyOf(monitors);
    }

    /** The main monitor, or null when there is none. */
    public @Nullable Monitor primary() {
        return monitors.isEmpty() ? null : monitors.get(0);
    }

    /** What stays the same when only the resolution, the scale or the order of the same monitors changes. */
    public String identity() {
        return monitors.stream().map(Monitor::name).sorted().collect(Collectors.joining("|"));
    }

    /** What tells a monitor of this layout from the others: its name, with a number when an earlier one has the same. */
    public String key(Monitor monitor) {
        int place = monitors.indexOf(monitor);
        long twins = monitors.stream()
                .limit(place)
                .filter(other -> other.name().equals(monitor.name()))
                .count();
        return twins == 0 ? monitor.name() : monitor.name() + "#" + (twins + 1);
    }

    /** The monitor of that key, or null when it is not there. */
    public @Nullable Monitor find(String key) {
        return monitors.stream()
                .filter(monitor -> key(monitor).equals(key))
                .findFirst()
                .orElse(null);
    }
}
