package dev.perch.lwjgl3;

/** What the window manager of an X11 desktop promises. */
final class XManager {
    private XManager() {}

    /** Whether it keeps a window on top that asks for it, in a sentence for the user. */
    static String onTop(long display) {
        XProperties properties = new XProperties(display);
        long root = properties.root();
        long manager = properties.first(root, properties.atom("_NET_SUPPORTING_WM_CHECK"));
        if (manager == 0) {
            return "NO WINDOW MANAGER: other windows may cover the pet";
        }
        String name = properties.text(manager, properties.atom("_NET_WM_NAME"));
        String who = name.matches("[\\w .()-]{1,60}") ? name : "the window manager";
        boolean promised =
                properties.has(root, properties.atom("_NET_SUPPORTED"), properties.atom("_NET_WM_STATE_ABOVE"));
        return promised ? "yes, " + who + " does that" : "NOT PROMISED: " + who + " may cover the pet";
    }
}
