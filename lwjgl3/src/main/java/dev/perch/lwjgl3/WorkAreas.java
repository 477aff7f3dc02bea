package dev.perch.lwjgl3;

import org.jspecify.annotations.Nullable;
import org.lwjgl.PointerBuffer;
import org.lwjgl.glfw.GLFW;

/** The desktop without its panels: one rectangle a monitor, the primary one first. Desktop pixels. */
final class WorkAreas {
    /** How much of the pet stays in reach, in physical pixels; all of it, if it is smaller. */
    static final int REACH = 48;

    private final WorkArea[] areas;

    WorkAreas(WorkArea... areas) {
        this.areas = areas.clone();
    }

    /** As the monitors are now. */
    static WorkAreas now() {
        PointerBuffer monitors = GLFW.glfwGetMonitors();
        if (monitors == null) {
            return new WorkAreas();
        }
        WorkArea[] areas = new WorkArea[monitors.remaining()];
        for (int i = 0; i < areas.length; i++) {
            areas[i] = of(monitors.get(i));
        }
        return new WorkAreas(areas);
    }

    /** The one of a monitor. */
    static WorkArea of(long monitor) {
        int[] x = new int[1];
        int[] y = new int[1];
        int[] width = new int[1];
        int[] height = new int[1];
        GLFW.glfwGetMonitorWorkarea(monitor, x, y, width, height);
        return new WorkArea(x[0], y[0], width[0], height[0]);
    }

    /** The left edge of a window, wished for at {@code x}, whose solid pixels stay in reach. */
    int reachableX(int x, int y, Rectangles solid) {
        WorkArea area = nearest(x, y, solid);
        if (area == null) {
            return x;
        }
        int reach = Math.min(REACH, solid.right() - solid.left());
        return Math.max(area.x() + reach - solid.right(), Math.min(x, area.x() + area.width() - reach - solid.left()));
    }

    /** The top edge of a window, wished for at {@code y}, whose solid pixels stay in reach. */
    int reachableY(int x, int y, Rectangles solid) {
        WorkArea area = nearest(x, y, solid);
        if (area == null) {
            return y;
        }
        int reach = Math.min(REACH, solid.bottom() - solid.top());
        return Math.max(area.y() + reach - solid.bottom(), Math.min(y, area.y() + area.height() - reach - solid.top()));
    }

    private @Nullable WorkArea nearest(int x, int y, Rectangles solid) {
        if (solid.isEmpty()) {
            return null;
        }
        int centreX = x + (solid.left() + solid.right()) / 2;
        int centreY = y + (solid.top() + solid.bottom()) / 2;
        WorkArea best = null;
        for (WorkArea area : areas) {
            if (best == null || area.squaredDistance(centreX, centreY) < best.squaredDistance(centreX, centreY)) {
                best = area;
            }
        }
        return best;
    }
}
