package dev.perch.lwjgl3;

/** Who had the keyboard before the program's panels. Render thread only. */
final class XKeyboard {
    /** For whom _NET_ACTIVE_WINDOW asks: the user, whose own input it is. */
    private static final long USER = 2;

    /** How window managers hear requests: SubstructureRedirect and SubstructureNotify of the root (X11/X.h). */
    private static final long TO_MANAGER = 1 << 20 | 1 << 19;

    private final Xlib xlib;
    private final XProperties properties;
    private final long active;
    private long owner;
    private long panel;

    XKeyboard(long display, Xlib xlib) {
        this.xlib = xlib;
        properties = new XProperties(display);
        active = xlib.atom("_NET_ACTIVE_WINDOW");
    }

    /** Remembers who has the keyboard, unless that is this panel or the one before it. */
    void remember(long opening) {
        long now = properties.first(properties.root(), active);
        if (now != opening && now != panel) {
            owner = now;
        }
        panel = opening;
    }

    /** Asks the window manager to give it back; a window that has gone gets nothing. */
    void giveBack() {
        if (owner != 0) {
            xlib.send(properties.root(), TO_MANAGER, owner, active, USER);
        }
    }
}
