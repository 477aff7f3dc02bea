package dev.perch.lwjgl3;

import dev.perch.model.Room;
import dev.perch.place.Monitor;
import dev.perch.place.MonitorLayout;
import java.util.ArrayList;
import java.util.List;
import org.lwjgl.PointerBuffer;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.glfw.GLFWVidMode;

/** The monitors as GLFW tells them. Render thread only. */
final class Monitors {
    private Monitors() {}

    /** As they are now. */
    static MonitorLayout now() {
        PointerBuffer handles = GLFW.glfwGetMonitors();
        List<Monitor> monitors = new ArrayList<>();
        for (int i = 0; handles != null && i < handles.remaining(); i++) {
            monitors.add(monitor(handles.get(i)));
        }
        return new MonitorLayout(monitors);
    }

    private static Room workArea(long handle) {
        int[] x = new int[1];
        int[] y = new int[1];
        int[] width = new int[1];
        int[] height = new int[1];
        GLFW.glfwGetMonitorWorkarea(handle, x, y, width, height);
        return new Room(x[0], y[0], width[0], height[0]);
    }

    private static Monitor monitor(long handle) {
        int[] x = new int[1];
        int[] y = new int[1];
        Room workArea = workArea(handle);
        GLFWVidMode mode = GLFW.glfwGetVideoMode(handle);
        GLFW.glfwGetMonitorPos(handle, x, y);
        Room bounds = mode == null ? workArea : new Room(x[0], y[0], mode.width(), mode.height());
        float[] scale = new float[1];
        GLFW.glfwGetMonitorContentScale(handle, scale, new float[1]);
        String name = GLFW.glfwGetMonitorName(handle);
        return new Monitor(name == null ? "" : name, bounds, workArea, scale[0]);
    }
}
