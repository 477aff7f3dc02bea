package dev.perch.lwjgl3;

import org.lwjgl.glfw.GLFW;

/** Puts the window where the content wishes it, as far as it stays in reach. Render thread only. */
final class WindowPlace {
    private final WindowContent content;
    private final Rectangles solid;
    private final int[] x = new int[1];
    private final int[] y = new int[1];
    private WorkAreas areas = new WorkAreas();
    private int wishedX;
    private int wishedY;

    /** @param solid the pixels that stay in reach; the window's own, kept up to date by it */
    WindowPlace(WindowContent content, Rectangles solid) {
        this.content = content;
        this.solid = solid;
    }

    /** Asks where the window and the monitors are, and tells the content. */
    void settle(long window) {
        areas = WorkAreas.now();
        GLFW.glfwGetWindowPos(window, x, y);
        content.windowAt(x[0], y[0]);
        wishedX = content.windowX();
        wishedY = content.windowY();
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

    /** Moves the window if the content wishes it elsewhere than before. */
    void follow(long window) {
        int toX = content.windowX();
        int toY = content.windowY();
        if (toX == wishedX && toY == wishedY) {
            return;
        }
        wishedX = toX;
        wishedY = toY;
        x[0] = areas.reachableX(toX, toY, solid);
        y[0] = areas.reachableY(toX, toY, solid);
        GLFW.glfwSetWindowPos(window, x[0], y[0]);
    }
}
