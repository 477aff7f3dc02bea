package dev.perch.lwjgl3;

import dev.perch.model.Room;
import dev.perch.place.MonitorLayout;
import java.util.List;
import java.util.function.Consumer;
import org.lwjgl.glfw.GLFW;

/**
 * Windows and macOS, by GLFW alone: the window lets the mouse through while the pointer is not on a solid pixel. Such a window
 * hears nothing of the pointer, so it looks. Not tried on a real Windows or macOS yet.
 */
final class PassThroughSystem implements WindowSystem {
    /** How long a pointer may rest on the pet before the pet catches it: 50 ms goes unnoticed. */
    private static final long LOOK_NANOS = 50_000_000;

    private Rectangles region = new Rectangles();
    private final PointerPlace pointer = new PointerPlace();
    private final double[] cursorX = new double[1];
    private final double[] cursorY = new double[1];
    private final int[] windowX = new int[1];
    private final int[] windowY = new int[1];
    private long nextLook = Long.MIN_VALUE;
    private boolean passing;

    @Override
    public WindowSystem another() {
        return new PassThroughSystem();
    }

    @Override
    public MonitorLayout monitors() {
        return Monitors.now();
    }

    @Override
    public void beforeShow(long window) {
        GLFW.glfwSetWindowAttrib(window, GLFW.GLFW_FLOATING, GLFW.GLFW_TRUE);
        GLFW.glfwSetWindowAttrib(window, GLFW.GLFW_FOCUS_ON_SHOW, GLFW.GLFW_FALSE);
    }

    @Override
    public void beforePanel(long window) {
        beforeShow(window);
    }

    @Override
    public void giveKeyboard(long window) {
        GLFW.glfwFocusWindow(window);
    }

    /** These systems do that by themselves. */
    @Override
    public void returnKeyboard(long window) {}

    /** GLFW tells of monitors; of the rest nothing is known yet. */
    @Override
    public void watch(long window, Runnable changed, Consumer<? super DroppedThings> drops) {}

    @Override
    public List<Room> fullscreen() {
        return List.of();
    }

    @Override
    public boolean onTop() {
        return true;
    }

    @Override
    public void catchMouse(long window, Rectangles newRegion) {
        region = newRegion;
        nextLook = Long.MIN_VALUE;
    }

    @Override
    public void findPointer(long window, PointerPlace place) {
        GLFW.glfwGetCursorPos(window, cursorX, cursorY);
        GLFW.glfwGetWindowPos(window, windowX, windowY);
        place.x = (int) Math.floor(cursorX[0]);
        place.y = (int) Math.floor(cursorY[0]);
        place.screenX = windowX[0] + place.x;
        place.screenY = windowY[0] + place.y;
        place.control = GLFW.glfwGetKey(window, GLFW.GLFW_KEY_LEFT_CONTROL) == GLFW.GLFW_PRESS
                || GLFW.glfwGetKey(window, GLFW.GLFW_KEY_RIGHT_CONTROL) == GLFW.GLFW_PRESS;
        place.pressed = held(window);
    }

    @Override
    public long nextLookNanos() {
        return nextLook;
    }

    @Override
    public void look(long window, long nowNanos) {
        if (nowNanos < nextLook) {
            return;
        }
        nextLook = nowNanos + LOOK_NANOS;
        findPointer(window, pointer);
        boolean pass = !pointer.pressed && !region.contains(pointer.x, pointer.y);
        if (pass != passing) {
            passing = pass;
            GLFW.glfwSetWindowAttrib(window, GLFW.GLFW_MOUSE_PASSTHROUGH, pass ? GLFW.GLFW_TRUE : GLFW.GLFW_FALSE);
        }
    }

    private static boolean held(long window) {
        return GLFW.glfwGetMouseButton(window, GLFW.GLFW_MOUSE_BUTTON_LEFT) == GLFW.GLFW_PRESS
                || GLFW.glfwGetMouseButton(window, GLFW.GLFW_MOUSE_BUTTON_RIGHT) == GLFW.GLFW_PRESS;
    }
}
