package dev.perch.place;

import dev.perch.model.Room;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a window goes so that its ink is on the screen. Pure. The ink is a rectangle of window pixels, seen from the window's
 * top left corner; clear pixels around it may leave the screen.
 *
 * <p>Rules, first match wins:
 *
 * <ol>
 *   <li>With no monitor, a window stays where it is wished: there is nowhere better.
 *   <li>Ink that is whole in one work area stays.
 *   <li>Of the monitors whose work area holds all the ink, the one goes that shows most of it; if none shows any, the one whose
 *       work area is nearest; of equals, the first. The window moves no further than it must.
 *   <li>If no work area holds all the ink, the one that can show most of it goes, wherever the window is wished: the
 *       ink stands on its bottom edge, in its middle when it is too wide.
 * </ol>
 */
public final class Placement {
    private Placement() {}

    /** The place nearest to the wished one at which all the ink is in one work area. */
    public static Spot whole(MonitorLayout layout, Room ink, int x, int y) {
        return within(home(layout, ink, x, y), ink, x, y);
    }

    /**
     * The place for ink that the pointer holds: it may lie across monitors that touch, but stays on the screen. Where their
     * edges form a step, it is held inside one of them.
     */
    public static Spot dragged(MonitorLayout layout, Room ink, int x, int y) {
        Room touched = touched(layout, ink, x, y);
        if (touched == null) {
            return whole(layout, ink, x, y);
        }
        Spot spot = within(touched, ink, x, y);
        return covered(at(ink, spot.x(), spot.y()), layout.monitors(), 0)
                ? spot
                : whole(layout, ink, spot.x(), spot.y());
    }

    /** The work area that ink at this place belongs to; null with no monitor. */
    public static @Nullable Room home(MonitorLayout layout, Room ink, int x, int y) {
        Monitor monitor = monitor(layout, ink, x, y);
        return monitor == null ? null : monitor.workArea();
    }

    /** The monitor that ink at this place belongs to; null with no monitor. */
    public static @Nullable Monitor monitor(MonitorLayout layout, Room ink, int x, int y) {
        Room at = at(ink, x, y);
        Monitor best = null;
        for (Monitor candidate : layout.monitors()) {
            if (candidate.workArea().contains(at)) {
                return candidate;
            }
            if (best == null || isBetter(candidate, best, at)) {
                best = candidate;
            }
        }
        return best;
    }

    /** The place nearest to the wished one at which the ink is in that room, as the rules say; null: anywhere. */
    public static Spot within(@Nullable Room room, Room ink, int x, int y) {
        if (room == null) {
            return new Spot(x, y);
        }
        int left = ink.width() <= room.width()
                ? clamp((long) x + ink.left(), room.left(), room.right() - ink.width())
                : room.left() + (room.width() - ink.width()) / 2;
        int top = ink.height() <= room.height()
                ? clamp((long) y + ink.top(), room.top(), room.bottom() - ink.height())
                : room.bottom() - ink.height();
        return new Spot(left - ink.left(), top - ink.top());
    }

    private static boolean isBetter(Monitor candidate, Monitor best, Room at) {
        long shows = showable(candidate.workArea(), at);
        long bestShows = showable(best.workArea(), at);
        if (shows != bestShows || shows < (long) at.width() * at.height()) {
            return shows > bestShows;
        }
        long overlap = overlap(candidate.bounds(), at);
        long bestOverlap = overlap(best.bounds(), at);
        if (overlap != bestOverlap || overlap > 0) {
            return overlap > bestOverlap;
        }
        return distance(candidate.workArea(), at) < distance(best.workArea(), at);
    }

    /** How many pixels of the ink the area can show at best. */
    private static long showable(Room area, Room ink) {
        return (long) Math.min(area.width(), ink.width()) * Math.min(area.height(), ink.height());
    }

    private static long overlap(Room a, Room b) {
        long width = (long) Math.min(a.right(), b.right()) - Math.max(a.left(), b.left());
        long height = (long) Math.min(a.bottom(), b.bottom()) - Math.max(a.top(), b.top());
        return Math.max(0, width) * Math.max(0, height);
    }

    private static double distance(Room a, Room b) {
        double dx = Math.max(a.left(), b.left()) - (double) Math.min(a.right(), b.right());
        double dy = Math.max(a.top(), b.top()) - (double) Math.min(a.bottom(), b.bottom());
        return Math.hypot(Math.max(0, dx), Math.max(0, dy));
    }

    /** The box around the work areas of the monitors that hold some of the ink. */
    private static @Nullable Room touched(MonitorLayout layout, Room ink, int x, int y) {
        Room at = at(ink, x, y);
        Room box = null;
        for (Monitor monitor : layout.monitors()) {
            if (overlap(monitor.bounds(), at) > 0) {
                box = box == null ? monitor.workArea() : around(box, monitor.workArea());
            }
        }
        return box;
    }

    private static Room around(Room a, Room b) {
        int left = Math.min(a.left(), b.left());
        int top = Math.min(a.top(), b.top());
        return new Room(left, top, Math.max(a.right(), b.right()) - left, Math.max(a.bottom(), b.bottom()) - top);
    }

    /** Whether the monitors from that one on show all of the room: what one leaves of it is up to the others. */
    private static boolean covered(Room room, List<Monitor> monitors, int from) {
        if (room.width() <= 0 || room.height() <= 0) {
            return true;
        }
        for (int i = from; i < monitors.size(); i++) {
            Room bounds = monitors.get(i).bounds();
            if (overlap(bounds, room) > 0) {
                return restCovered(room, bounds, monitors, i + 1);
            }
        }
        return false;
    }

    private static boolean restCovered(Room room, Room bounds, List<Monitor> monitors, int from) {
        int top = Math.max(room.top(), bounds.top());
        int bottom = Math.min(room.bottom(), bounds.bottom());
        return covered(edges(room.left(), room.top(), room.right(), top), monitors, from)
                && covered(edges(room.left(), bottom, room.right(), room.bottom()), monitors, from)
                && covered(edges(room.left(), top, bounds.left(), bottom), monitors, from)
                && covered(edges(bounds.right(), top, room.right(), bottom), monitors, from);
    }

    private static Room edges(int left, int top, int right, int bottom) {
        return new Room(left, top, right - left, bottom - top);
    }

    /** The ink's place on the desktop, far enough from the ends of the numbers to reckon with it. */
    private static Room at(Room ink, int x, int y) {
        int far = Integer.MAX_VALUE / 4;
        return new Room(
                clamp((long) x + ink.left(), -far, far),
                clamp((long) y + ink.top(), -far, far),
                ink.width(),
                ink.height());
    }

    private static int clamp(long value, int least, int most) {
        return (int) Math.max(least, Math.min(most, value));
    }
}
