package dev.perch.lwjgl3.testkit;

import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.lwjgl.system.linux.X11;
import org.lwjgl.system.linux.XClientMessageEvent;
import org.lwjgl.system.linux.XEvent;

/** The wish of a user who closes a window by its frame, a taskbar or Alt+F4, as the window manager passes it on. */
public final class CloseRequest {
    private static final long NO_EVENT_MASK = 0;

    private CloseRequest() {}

    /** Sends WM_DELETE_WINDOW to a window. */
    public static void send(XDesktop desktop, String window) {
        long display = X11.XOpenDisplay(desktop.display());
        try (MemoryStack stack = MemoryStack.stackPush()) {
            XEvent event = XEvent.calloc(stack);
            XClientMessageEvent message = event.xclient();
            message.type(X11.ClientMessage);
            message.window(Long.decode(window));
            message.message_type(atom(desktop, "WM_PROTOCOLS"));
            message.format(32);
            // LWJGL takes the union for a struct: its own setter writes behind it.
            MemoryUtil.memPutCLong(message.address() + XClientMessageEvent.DATA, atom(desktop, "WM_DELETE_WINDOW"));
            X11.XSendEvent(display, Long.decode(window), false, NO_EVENT_MASK, event);
        } finally {
            X11.XCloseDisplay(display);
        }
    }

    private static long atom(XDesktop desktop, String name) {
        return Long.parseLong(desktop.run("sh", "-c", "xlsatoms -name " + name).split("\\s+", -1)[0]);
    }
}
