package dev.perch.lwjgl3;

import dev.perch.model.Room;
import java.util.ArrayList;
import java.util.List;

/**
 * The windows that take a whole screen for themselves, by what the window manager tells of all windows: such a window counts
 * while it is on the desktop on show and no ordinary window lies over a part of it. Whether it has the keyboard does not
 * matter: a film goes on while the user writes on another monitor. For the thread of {@link XWatch}; the rooms for any.
 */
final class XCovers {
    /** What _NET_WM_DESKTOP says of a window on every desktop, in its 32 bits. */
    private static final int EVERY_DESKTOP = -1;

    private final XProperties properties;
    private final long pet;
    private final long stacking;
    private final long currentDesktop;
    private final long desktop;
    private final long state;
    private final long fullscreen;
    private final long hidden;
    private final long above;
    private final long type;
    private final long dock;
    private final List<Long> watched = new ArrayList<>();
    private boolean any;
    private volatile List<Room> rooms = List.of();

    /** @param pet a window that never counts */
    XCovers(XProperties properties, long pet) {
        this.properties = properties;
        this.pet = pet;
        stacking = properties.atom("_NET_CLIENT_LIST_STACKING");
        currentDesktop = properties.atom("_NET_CURRENT_DESKTOP");
        desktop = properties.atom("_NET_WM_DESKTOP");
        state = properties.atom("_NET_WM_STATE");
        fullscreen = properties.atom("_NET_WM_STATE_FULLSCREEN");
        hidden = properties.atom("_NET_WM_STATE_HIDDEN");
        above = properties.atom("_NET_WM_STATE_ABOVE");
        type = properties.atom("_NET_WM_WINDOW_TYPE");
        dock = properties.atom("_NET_WM_WINDOW_TYPE_DOCK");
    }

    /** Where they are, in desktop pixels; the same list until it is another. Any thread. */
    List<Room> rooms() {
        return rooms;
    }

    /** Another value of that property of the root window. @return whether the rooms are others now */
    boolean rootChanged(long property) {
        return (property == stacking || property == currentDesktop) && look();
    }

    /** Another value of that property of another window. @return whether the rooms are others now */
    boolean windowChanged(long property) {
        return (property == state || property == desktop) && look();
    }

    /** A window is elsewhere, or has gone. @return whether the rooms are others now */
    boolean windowMoved() {
        return any && look();
    }

    /** Looks at all windows. @return whether the rooms are others now */
    boolean look() {
        long[] all = properties.values(properties.root(), stacking);
        watch(all);
        List<Room> now = find(all);
        boolean others = !now.equals(rooms);
        if (others) {
            rooms = now;
        }
        return others;
    }

    private void watch(long[] all) {
        watched.removeIf(known -> !contains(all, known));
        for (long window : all) {
            if (window != pet && !watched.contains(window)) {
                watched.add(window);
                properties.select(window, XWatch.PROPERTY_CHANGE_MASK | XWatch.STRUCTURE_NOTIFY_MASK);
            }
        }
    }

    private static boolean contains(long[] all, long window) {
        for (long one : all) {
            if (one == window) {
                return true;
            }
        }
        return false;
    }

    /** From the top of the stack down: what is fullscreen is asked first, and where the others are only if one is. */
    private List<Room> find(long[] all) {
        any = false;
        for (long window : all) {
            any |= window != pet && properties.has(window, state, fullscreen);
        }
        List<Room> found = new ArrayList<>();
        List<Room> over = new ArrayList<>();
        long current = any ? properties.first(properties.root(), currentDesktop, 0) : 0;
        for (int i = all.length - 1; any && i >= 0; i--) {
            if (all[i] == pet || !isOnShow(all[i], current)) {
                continue;
            }
            Room room = properties.room(all[i]);
            if (!properties.has(all[i], state, fullscreen)) {
                over.addAll(floats(all[i]) ? List.of() : List.of(room));
            } else if (over.stream().noneMatch(room::overlaps)) {
                found.add(room);
            }
        }
        return List.copyOf(found);
    }

    private boolean isOnShow(long window, long current) {
        int where = (int) properties.first(window, desktop, EVERY_DESKTOP);
        return (where == current || where == EVERY_DESKTOP) && !properties.has(window, state, hidden);
    }

    /** Windows that stay above all others, such as pets, and panels take nothing from one that is fullscreen. */
    private boolean floats(long window) {
        return properties.has(window, state, above) || properties.has(window, type, dock);
    }
}
