package dev.perch.lwjgl3;

import dev.perch.lwjgl3.tray.Tray;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lwjgl.PointerBuffer;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.glfw.GLFWNativeX11;
import org.lwjgl.glfw.GLFWVidMode;
import org.lwjgl.opengl.GL;
import org.lwjgl.opengl.GL11;
import org.lwjgl.system.Platform;

/** What the desktop says of itself: a window that is never shown is opened for it. Main thread. */
final class DesktopFacts {
    private final List<String> lines = new ArrayList<>();

    private DesktopFacts() {}

    static List<String> ask(Map<String, String> environment) {
        DesktopFacts facts = new DesktopFacts();
        DesktopApplication.loadNatives();
        if (Platform.get() == Platform.LINUX) {
            GLFW.glfwInitHint(GLFW.GLFW_PLATFORM, GLFW.GLFW_PLATFORM_X11);
        }
        if (!GLFW.glfwInit()) {
            String reason = GlfwErrors.last();
            facts.say("desktop", "NO DISPLAY ANSWERS" + (reason == null ? "" : ": " + reason));
            return facts.lines;
        }
        try {
            facts.server(environment);
            facts.monitors();
            if (GLFW.glfwGetPlatform() == GLFW.GLFW_PLATFORM_X11) {
                facts.say("on top", XManager.onTop(GLFWNativeX11.glfwGetX11Display()));
            }
            facts.say("tray", Tray.fact(environment));
            facts.window();
        } finally {
            GLFW.glfwTerminate();
        }
        return facts.lines;
    }

    private void server(Map<String, String> environment) {
        String session = environment.getOrDefault("XDG_SESSION_TYPE", "");
        boolean wayland = session.equals("wayland")
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
        String system = switch (GLFW.glfwGetPlatform()) {
            case GLFW.GLFW_PLATFORM_X11 ->
                (wayland ? "XWayland" : "X11") + ", display " + environment.getOrDefault("DISPLAY", "?");
            case GLFW.GLFW_PLATFORM_WIN32 -> "Windows (untested)";
            case GLFW.GLFW_PLATFORM_COCOA -> "macOS (untested)";
            default -> "another window system";
        };
        say("desktop", system + ", " + environment.getOrDefault("XDG_CURRENT_DESKTOP", "no desktop environment named"));
    }

    private void monitors() {
        PointerBuffer monitors = GLFW.glfwGetMonitors();
        for (int i = 0; monitors != null && i < monitors.remaining(); i++) {
            say("monitor", monitor(monitors.get(i)));
        }
    }

    private static String monitor(long monitor) {
        int[] x = new int[1];
        int[] y = new int[1];
        int[] width = new int[1];
        int[] height = new int[1];
        float[] scale = new float[1];
        GLFW.glfwGetMonitorPos(monitor, x, y);
        String place = " at " + x[0] + "," + y[0];
        GLFW.glfwGetMonitorWorkarea(monitor, x, y, width, height);
        GLFW.glfwGetMonitorContentScale(monitor, scale, new float[1]);
        GLFWVidMode mode = GLFW.glfwGetVideoMode(monitor);
        String size =
                mode == null ? "" : mode.width() + "x" + mode.height() + place + ", " + mode.refreshRate() + " Hz";
        return String.format(
                Locale.ROOT,
                "%s: %s, scale %.2f, work area %dx%d at %d,%d",
                GLFW.glfwGetMonitorName(monitor),
                size,
                scale[0],
                width[0],
                height[0],
                x[0],
                y[0]);
    }

    private void window() {
        GLFW.glfwDefaultWindowHints();
        GLFW.glfwWindowHint(GLFW.GLFW_VISIBLE, GLFW.GLFW_FALSE);
        GLFW.glfwWindowHint(GLFW.GLFW_TRANSPARENT_FRAMEBUFFER, GLFW.GLFW_TRUE);
        long window = GLFW.glfwCreateWindow(16, 16, "Perch doctor", 0, 0);
        if (window == 0) {
            @Nullable String reason = GlfwErrors.last();
            say("graphics", "NO OPENGL WINDOW" + (reason == null ? "" : ": " + reason));
            return;
        }
        boolean composited = GLFW.glfwGetWindowAttrib(window, GLFW.GLFW_TRANSPARENT_FRAMEBUFFER) == GLFW.GLFW_TRUE;
        say("compositor", composited ? "runs: soft edges" : "NONE: the pet's edges are cut hard; start one (picom)");
        GLFW.glfwMakeContextCurrent(window);
        GL.createCapabilities();
        say("graphics", GL11.glGetString(GL11.GL_RENDERER) + ", OpenGL " + GL11.glGetString(GL11.GL_VERSION));
        GL.setCapabilities(null);
        GLFW.glfwDestroyWindow(window);
    }

    private void say(String what, String text) {
        lines.add(String.format(Locale.ROOT, "%-12s %s", what, text));
    }
}
