package dev.perch.lwjgl3;

import org.lwjgl.glfw.GLFW;

/** Puts the window where the content wishes it. Render thread only. */
final class WindowPlace {
    private final WindowContent content;
    private final int[] x = new int[1];
    private final int[] y = new int[1];

    WindowPlace(WindowContent content) {
        this.content = content;
    }

    /** Asks where the window and the monitors are, and tells the content. */
    void settle(long window) {
        content.monitors(Monitors.now());
        GLFW.glfwGetWindowPos(window, x, y);
        content.windowAt(x[0], y[0]);
    }

    /** Where the window was when it last settled, or was put since. */
    int x() {
        return x[0];
    }

    /** Where the window was when it last settled, or was put since. */
    int y() {
        return y[0];
    }

    /** Puts the window where it was before it was hidden: a window manager may have thought of another place. */
    void put(long window) {
        GLFW.glfwSetWindowPos(window, x[0], y[0]);
    }

    /** Moves the window if the content wishes it elsewhere than it is. */
    void follow(long window) {
        if (content.windowX() != x[0] || content.windowY() != y[0]) {
            x[0] = content.windowX();
            y[0] = content.windowY();
            GLFW.glfwSetWindowPos(window, x[0], y[0]);
        }
    }
}
