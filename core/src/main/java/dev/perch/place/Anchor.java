package dev.perch.place;

import dev.perch.model.Room;
import org.jspecify.annotations.Nullable;

/**
 * A point that survives another resolution or scale: how far it is from the nearest corner of its monitor's work area.
 *
 * @param monitor its key in the layout
 * @param dx inwards from the corner, in physical pixels
 * @param dy inwards from the corner, in physical pixels
 * @param scale of the monitor when this was measured
 */
public record Anchor(String monitor, Corner corner, int dx, int dy, float scale) {
    /** The anchor of that point, on a monitor of that layout. */
    public static Anchor of(MonitorLayout layout, Monitor monitor, Spot point) {
        Room area = monitor.workArea();
        Corner corner = Corner.nearest(area, point);
        return new Anchor(layout.key(monitor), corner, corner.dx(area, point), corner.dy(area, point), monitor.scale());
    }

    /** The point as that layout has it; null when the monitor is not there. */
    public @Nullable Spot in(MonitorLayout layout) {
        Monitor found = layout.find(monitor);
        if (found == null) {
            return null;
        }
        float zoom = found.scale() / scale;
        return corner.inwards(found.workArea(), Math.round(dx * zoom), Math.round(dy * zoom));
    }
}
