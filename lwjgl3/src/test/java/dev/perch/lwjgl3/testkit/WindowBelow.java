package dev.perch.lwjgl3.testkit;

import java.util.List;

/** Another program's black window, 400x400 pixels, that notes the clicks and keys that reach it. */
public final class WindowBelow implements AutoCloseable {
    private static final String TITLE = "Event Tester";

    private final XDesktop desktop;
    private final Child xev;
    private final String window;

    private WindowBelow(XDesktop desktop, Child xev) {
        this.desktop = desktop;
        this.xev = xev;
        window = desktop.window(TITLE);
    }

    /** Opens it and waits until it has the keyboard. */
    public static WindowBelow open(XDesktop desktop, int x, int y) {
        Child xev = desktop.open(List.of(
                "stdbuf",
                "-oL",
                "xev",
                "-rv",
                "-event",
                "button",
                "-event",
                "keyboard",
                "-geometry",
                "400x400+" + x + "+" + y));
        WindowBelow below = new WindowBelow(desktop, xev);
        desktop.awaitKeyboard(below.window);
        return below;
    }

    /** Makes it a panel: other windows leave so many rows at the bottom of the screen free. */
    public void reserveBottom(int rows) {
        desktop.run("xprop", "-id", window, "-f", "_NET_WM_STRUT", "32c", "-set", "_NET_WM_STRUT", "0, 0, 0, " + rows);
    }

    /** How many presses of a button have reached it. */
    public int clicks() {
        return xev.count(line -> line.startsWith("ButtonPress"));
    }

    /** How often a key has reached it. */
    public int keys(String name) {
        return xev.count(line -> line.contains(", " + name + ")"));
    }

    /** Whether it has the keyboard. */
    public boolean focused() {
        return desktop.focus().equals(Long.toString(Long.decode(window)));
    }

    @Override
    public void close() {
        xev.close();
        Eventually.await(
                () -> !desktop.run("xwininfo", "-root", "-tree").contains(TITLE), () -> "the window below stays");
    }
}
