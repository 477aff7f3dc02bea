package dev.perch.lwjgl3;

import org.lwjgl.glfw.GLFW;

/** Puts the window where the content wishes it. Render thread only. */
final class WindowPlace {
    private final WindowContent content;
    private final int[] x = new int[1];
    private final int[] y = new int[1];
    private int width;
    private int height;

    WindowPlace(WindowContent content, int width, int height) {
        this.content = content;
        this.width = width;
        this.height = height;
    }

    /** Asks where the window and the monitors are, and tells the content. */
    void settle(long window) {
        GLFW.glfwGetWindowPos(window, x, y);
        content.windowAt(x[0], y[0]);
        content.monitors(Monitors.now());
    }

    /** Where the window was when it last settled, or was put since. */
    int x() {
        return x[0];
    }

    /** Where the window was when it last settled, or was put since. */
    int y() {
        return y[0];
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

    /** Moves the window to where it is to be, whether or not it is there. */
    void put(long window) {
        GLFW.glfwSetWindowPos(window, x[0], y[0]);
    }
}
