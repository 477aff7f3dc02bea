package dev.perch.lwjgl3;

import static org.lwjgl.system.JNI.invokePI;
import static org.lwjgl.system.JNI.invokePPP;
import static org.lwjgl.system.JNI.invokePPPPP;
import static org.lwjgl.system.JNI.invokePV;
import static org.lwjgl.system.MemoryUtil.memASCII;
import static org.lwjgl.system.MemoryUtil.memAddress;
import static org.lwjgl.system.MemoryUtil.memGetInt;
import static org.lwjgl.system.MemoryUtil.memGetLong;

import dev.perch.model.Room;
import dev.perch.place.Monitor;
import dev.perch.place.MonitorLayout;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import org.lwjgl.system.APIUtil;
import org.lwjgl.system.Library;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.SharedLibrary;
import org.lwjgl.system.linux.X11;

/**
 * The monitors as X11 tells them, in one answer. GLFW asks for each by itself, as it knew them when it last read its events,
 * and falls dead (GLFW 3.5.0, glfwGetMonitorWorkarea) over one that has been switched off since. For one thread.
 */
final class XMonitors {
    private static final long ACTIVE_ONES = 1;

    /** Of an XRRMonitorInfo: its name, whether it is the primary one, and where it is (X11/extensions/Xrandr.h). */
    private static final int PRIMARY = 8;

    private static final int X = 20;
    private static final int Y = 24;
    private static final int WIDTH = 28;
    private static final int HEIGHT = 32;
    private static final int MONITOR_BYTES = 56;

    private final long display;
    private final XProperties properties;
    private final long getMonitors;
    private final long freeMonitors;
    private final long getAtomName;
    private final long free;
    private final long workArea;
    private final long currentDesktop;
    private final long resources;

    XMonitors(long display) {
        this.display = display;
        properties = new XProperties(display);
        SharedLibrary randr = Library.loadNative(XMonitors.class, "dev.perch", "libXrandr.so.2");
        getMonitors = APIUtil.apiGetFunctionAddress(randr, "XRRGetMonitors");
        freeMonitors = APIUtil.apiGetFunctionAddress(randr, "XRRFreeMonitors");
        getAtomName = APIUtil.apiGetFunctionAddress(X11.getLibrary(), "XGetAtomName");
        free = APIUtil.apiGetFunctionAddress(X11.getLibrary(), "XFree");
        workArea = properties.atom("_NET_WORKAREA");
        currentDesktop = properties.atom("_NET_CURRENT_DESKTOP");
        resources = properties.atom("RESOURCE_MANAGER");
    }

    /** As they are now, the primary one first. */
    MonitorLayout now() {
        float scale = XScale.of(properties.text(properties.root(), resources));
        List<Monitor> monitors = new ArrayList<>();
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer count = stack.mallocInt(1).put(0, 0);
            long all = invokePPPPP(display, properties.root(), ACTIVE_ONES, memAddress(count), getMonitors);
            for (int i = 0; i < count.get(0); i++) {
                long at = all + (long) i * MONITOR_BYTES;
                monitors.add(memGetInt(at + PRIMARY) == 0 ? monitors.size() : 0, monitor(at, scale));
            }
            if (all != 0) {
                invokePV(all, freeMonitors);
            }
        }
        return new MonitorLayout(monitors);
    }

    private Monitor monitor(long at, float scale) {
        Room bounds = new Room(memGetInt(at + X), memGetInt(at + Y), memGetInt(at + WIDTH), memGetInt(at + HEIGHT));
        return new Monitor(name(memGetLong(at)), bounds, workArea(bounds), scale);
    }

    private String name(long atom) {
        long text = invokePPP(display, atom, getAtomName);
        if (text == 0) {
            return "";
        }
        String name = memASCII(text);
        invokePI(text, free);
        return name;
    }

    /** What panels leave of a monitor: the window manager tells it of all monitors together, one room a desktop. */
    private Room workArea(Room bounds) {
        long[] rooms = properties.values(properties.root(), workArea);
        int at = (int) properties.first(properties.root(), currentDesktop) * 4;
        if (at < 0 || at + 4 > rooms.length) {
            return bounds;
        }
        int left = Math.max(bounds.left(), (int) rooms[at]);
        int top = Math.max(bounds.top(), (int) rooms[at + 1]);
        int right = Math.min(bounds.right(), (int) (rooms[at] + rooms[at + 2]));
        int bottom = Math.min(bounds.bottom(), (int) (rooms[at + 1] + rooms[at + 3]));
        return right > left && bottom > top ? new Room(left, top, right - left, bottom - top) : bounds;
    }
}
