package dev.perch.lwjgl3;

import dev.perch.place.Spot;
import org.lwjgl.glfw.GLFW;

/** Puts the window where the content wishes it. Render thread only. */
final class WindowPlace {
    /** How often it is looked, at most, whether a window has come to where it was put: within 0.2 s in all. */
    private static final int LOOKS = 50;

    private static final double LOOK_SECONDS = 0.004;

    private final WindowContent content;
    private final WindowSystem system;
    private final int[] x = new int[1];
    private final int[] y = new int[1];
    private int width;
    private int height;

    WindowPlace(WindowContent content, WindowSystem system, int width, int height) {
        this.content = content;
        this.system = system;
        this.width = width;
        this.height = height;
    }

    /**
     * Puts a window there that has just come on show: window managers move one that is not whole on the screen when it
     * comes, but leave it where it is put after that. Comes back when it is there, or will not go.
     */
    void begin(long window, Spot wished) {
        GLFW.glfwSetWindowPos(window, wished.x(), wished.y());
        for (int i = 0; i < LOOKS && !isAt(window, wished); i++) {
            GLFW.glfwWaitEventsTimeout(LOOK_SECONDS);
        }
        settle(window);
    }

    private boolean isAt(long window, Spot spot) {
        GLFW.glfwGetWindowPos(window, x, y);
        return x[0] == spot.x() && y[0] == spot.y();
    }

    /** Asks where the window and the monitors are, and tells the content. */
    void settle(long window) {
        GLFW.glfwGetWindowPos(window, x, y);
        content.windowAt(x[0], y[0]);
        content.monitors(system.monitors());
    }

    /** Where the window was when it last settled, or was put since. */
    int x() {
        return x[0];
    }

    /** Where the window was when it last settled, or was put since. */
    int y() {
        return y[0];
    }

    /** Puts the window where it is to be, whether or not it is there: a window manager may have thought of another place. */
    void put(long window) {
        GLFW.glfwSetWindowPos(window, x[0], y[0]);
    }

    /** Moves and resizes the window if the content wishes it otherwise than it is. */
    void follow(long window) {
        if (content.windowWidth() != width || content.windowHeight() != height) {
            width = content.windowWidth();
            height = content.windowHeight();
            GLFW.glfwSetWindowSize(window, width, height);
        }
        if (content.windowX() != x[0] || content.windowY() != y[0]) {
            x[0] = content.windowX();
            y[0] = content.windowY();
            put(window);
        }
    }
}
