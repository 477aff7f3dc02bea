package dev.perch.lwjgl3;

import dev.perch.model.KeyStroke;
import dev.perch.model.Room;
import dev.perch.place.MonitorLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.glfw.GLFWNativeX11;

/** X11, also through XWayland: the server itself is told the pixels that catch the mouse, so that nobody has to look. */
final class X11System implements WindowSystem {
    /** More rectangles than any drawn pet has; beyond that the box around them does. 64 KB for the server. */
    private static final int MOST_RECTANGLES = 8192;

    private static final int RECTANGLE_BYTES = 8;

    /** What _NET_WM_DESKTOP says of a window on every desktop; openbox hears it and not the state STICKY. */
    private static final long ALL_DESKTOPS = 0xFFFFFFFFL;

    private static final long INPUT_HINT = 1;
    private static final long STATE_HINT = 2;
    private static final long NORMAL_STATE = 1;

    private final Xlib xlib = new Xlib(GLFWNativeX11.glfwGetX11Display());
    private final XMonitors monitors = new XMonitors(GLFWNativeX11.glfwGetX11Display());
    private final XClicks clicks = XClicks.hear(GLFWNativeX11.glfwGetX11Display());
    private final XKeyboard keyboard = new XKeyboard(GLFWNativeX11.glfwGetX11Display(), xlib);
    private final ByteBuffer rectangles =
            ByteBuffer.allocateDirect(MOST_RECTANGLES * RECTANGLE_BYTES).order(ByteOrder.nativeOrder());
    private final RegionSink sink = this::put;
    private @Nullable XWatch watch;
    private boolean composited = true;

    @Override
    public WindowSystem another() {
        return this;
    }

    @Override
    public MonitorLayout monitors() {
        return monitors.now();
    }

    @Override
    public void beforeShow(long window) {
        composited = GLFW.glfwGetWindowAttrib(window, GLFW.GLFW_TRANSPARENT_FRAMEBUFFER) == GLFW.GLFW_TRUE;
        long id = manners(window);
        long takesInput = 0;
        xlib.setProperty(
                id,
                Xlib.XA_WM_HINTS,
                Xlib.XA_WM_HINTS,
                INPUT_HINT | STATE_HINT,
                takesInput,
                NORMAL_STATE,
                0,
                0,
                0,
                0,
                0,
                0);
    }

    /** On every desktop, above the others, in no list of windows, and without the keyboard. @return its number */
    private long manners(long window) {
        GLFW.glfwSetWindowAttrib(window, GLFW.GLFW_FOCUS_ON_SHOW, GLFW.GLFW_FALSE);
        long id = GLFWNativeX11.glfwGetX11Window(window);
        xlib.setProperty(id, xlib.atom("_NET_WM_USER_TIME"), Xlib.XA_CARDINAL, 0);
        xlib.setProperty(id, xlib.atom("_NET_WM_DESKTOP"), Xlib.XA_CARDINAL, ALL_DESKTOPS);
        xlib.setProperty(
                id,
                xlib.atom("_NET_WM_STATE"),
                Xlib.XA_ATOM,
                xlib.atom("_NET_WM_STATE_ABOVE"),
                xlib.atom("_NET_WM_STATE_SKIP_TASKBAR"),
                xlib.atom("_NET_WM_STATE_SKIP_PAGER"),
                xlib.atom("_NET_WM_STATE_STICKY"));
        return id;
    }

    @Override
    public void beforePanel(long window) {
        keyboard.remember(manners(window));
    }

    @Override
    public void giveKeyboard(long window) {
        keyboard.remember(GLFWNativeX11.glfwGetX11Window(window));
        GLFW.glfwFocusWindow(window);
    }

    @Override
    public void returnKeyboard(long window) {
        if (GLFW.glfwGetWindowAttrib(window, GLFW.GLFW_FOCUSED) == GLFW.GLFW_TRUE) {
            keyboard.giveBack();
        }
    }

    @Override
    public void watch(long window, Runnable changed, Consumer<? super DroppedThings> drops) {
        watch = XWatch.start(GLFWNativeX11.glfwGetX11Window(window), changed, drops);
    }

    @Override
    public void hearKeys(Set<KeyStroke> keys, Consumer<KeyStroke> told) {
        if (watch != null) {
            watch.keys().hear(keys, told);
        }
    }

    @Override
    public void hearPresses(Consumer<Press> told) {
        if (watch != null) {
            watch.presses().hear(told);
        }
    }

    @Override
    public void forgetPresses(Consumer<Press> told) {
        if (watch != null) {
            watch.presses().forget(told);
        }
    }

    @Override
    public boolean isOwn(Press press) {
        return clicks.heard(press.time());
    }

    @Override
    public List<Room> fullscreen() {
        return watch == null ? List.of() : watch.fullscreen();
    }

    @Override
    public boolean onTop() {
        return watch == null || watch.above();
    }

    @Override
    public void catchMouse(long window, Rectangles region) {
        shape(window, Xlib.SHAPE_INPUT, region);
    }

    /** With no compositor the pet would sit in a black box. */
    @Override
    public boolean cuts() {
        return !composited;
    }

    /** What that lays open comes with the picture that the region belongs to, and need not be drawn a second time. */
    @Override
    public void cut(long window, Rectangles region) {
        shape(window, Xlib.SHAPE_BOUNDING, region);
        xlib.forgetExposures(GLFWNativeX11.glfwGetX11Window(window));
    }

    /** A window that is cut to its picture is drawn whole: the outline is read from it. */
    @Override
    public @Nullable SubBuffer subBuffer(long window) {
        return cuts() ? null : SubBuffer.of(window);
    }

    private void shape(long window, int kind, Rectangles region) {
        rectangles.clear();
        region.tell(sink, MOST_RECTANGLES);
        int count = rectangles.position() / RECTANGLE_BYTES;
        xlib.setShape(GLFWNativeX11.glfwGetX11Window(window), kind, rectangles, count);
    }

    @Override
    public void findPointer(long window, PointerPlace place) {
        xlib.findPointer(GLFWNativeX11.glfwGetX11Window(window), place);
    }

    @Override
    public void findClick(long window, int button, boolean pressed, PointerPlace place) {
        if (!clicks.find(GLFWNativeX11.glfwGetX11Window(window), button, pressed, place)) {
            findPointer(window, place);
        }
    }

    @Override
    public void findWheel(long window, double notches, PointerPlace place) {
        if (!clicks.findWheel(GLFWNativeX11.glfwGetX11Window(window), notches, place)) {
            findPointer(window, place);
        }
    }

    @Override
    public long nextLookNanos() {
        return Long.MAX_VALUE;
    }

    @Override
    public void look(long window, long nowNanos) {}

    private void put(int x, int y, int width, int height) {
        rectangles.putShort((short) x).putShort((short) y);
        rectangles.putShort((short) width).putShort((short) height);
    }
}
