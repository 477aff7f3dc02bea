package dev.perch.lwjgl3;

import static org.lwjgl.system.JNI.invokePI;
import static org.lwjgl.system.JNI.invokePPP;
import static org.lwjgl.system.JNI.invokePPPI;
import static org.lwjgl.system.JNI.invokePPPPPPPP;
import static org.lwjgl.system.JNI.invokePPPPPPPPP;
import static org.lwjgl.system.JNI.invokePPPPPPPPPPP;
import static org.lwjgl.system.MemoryUtil.memAddress;
import static org.lwjgl.system.MemoryUtil.memGetInt;
import static org.lwjgl.system.MemoryUtil.memSet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.APIUtil;
import org.lwjgl.system.Library;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.SharedLibrary;
import org.lwjgl.system.linux.X11;

/**
 * The few functions of libX11 and libXext that LWJGL does not bind, on the connection of GLFW. Render thread only. LWJGL has
 * no caller of just these shapes; an int is passed as a long where the calling conventions of Linux allow it.
 */
final class Xlib {
    /** Where a window is at all, and where it is for the pointer (X11/extensions/shape.h). */
    static final int SHAPE_BOUNDING = 0;

    static final int SHAPE_INPUT = 2;

    /** Type of a property: a list of atoms, a number, or hints of a window (X11/Xatom.h). */
    static final long XA_ATOM = 4;

    static final long XA_CARDINAL = 6;
    static final long XA_WM_HINTS = 35;

    private static final int SHAPE_SET = 0;
    private static final int UNSORTED = 0;
    private static final int PROP_MODE_REPLACE = 0;
    private static final int FORMAT_LONG = 32;

    /** Of XQueryPointer's answers: root and child window, 8 bytes each, then five ints of 4. */
    private static final int ROOT_X = 16;

    private static final int ROOT_Y = 20;
    private static final int WINDOW_X = 24;
    private static final int WINDOW_Y = 28;
    private static final int MASK = 32;
    private static final int ANSWER_BYTES = 40;

    /** Of a pointer's mask (X11/X.h). */
    private static final int CONTROL_MASK = 1 << 2;

    private static final int BUTTONS_MASK = 0x1F << 8;

    /** XEvent, and the type of one that says that a part of a window has to be drawn. */
    private static final int EVENT_BYTES = 192;

    private static final int EXPOSE = 12;

    /** A client's message, and where it has its window, kind, format and five longs. */
    private static final int CLIENT_MESSAGE = 33;

    private static final int MESSAGE_WINDOW = 32;
    private static final int MESSAGE_KIND = 40;
    private static final int MESSAGE_FORMAT = 48;
    private static final int MESSAGE_DATA = 56;

    private final long display;
    private final long internAtom;
    private final long changeProperty;
    private final long queryPointer;
    private final long shapeCombineRectangles;
    private final long sync;
    private final long checkTypedWindowEvent;
    private final ByteBuffer event = ByteBuffer.allocateDirect(EVENT_BYTES).order(ByteOrder.nativeOrder());
    private final ByteBuffer answer = ByteBuffer.allocateDirect(ANSWER_BYTES);

    /** @throws UnsatisfiedLinkError when a library or one of its functions is missing */
    Xlib(long display) {
        this.display = display;
        SharedLibrary x11 = X11.getLibrary();
        internAtom = APIUtil.apiGetFunctionAddress(x11, "XInternAtom");
        changeProperty = APIUtil.apiGetFunctionAddress(x11, "XChangeProperty");
        queryPointer = APIUtil.apiGetFunctionAddress(x11, "XQueryPointer");
        sync = APIUtil.apiGetFunctionAddress(x11, "XSync");
        checkTypedWindowEvent = APIUtil.apiGetFunctionAddress(x11, "XCheckTypedWindowEvent");
        SharedLibrary ext = Library.loadNative(Xlib.class, "dev.perch", "libXext.so.6");
        shapeCombineRectangles = APIUtil.apiGetFunctionAddress(ext, "XShapeCombineRectangles");
    }

    /** The atom of that name. */
    long atom(String name) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            return invokePPP(display, memAddress(stack.ASCII(name)), 0, internAtom);
        }
    }

    /** Sets a property of a window, in place of what it was. */
    void setProperty(long window, long property, long type, long... values) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer data = stack.pointers(values);
            invokePPPPPPPPP(
                    display,
                    window,
                    property,
                    type,
                    FORMAT_LONG,
                    PROP_MODE_REPLACE,
                    data.address(),
                    values.length,
                    changeProperty);
        }
    }

    /**
     * Sends a message.
     *
     * @param mask who hears it: clients that asked for such events of the window; 0: its owner
     * @param data five values at most
     */
    void send(long to, long mask, long about, long kind, long... data) {
        memSet(memAddress(event, 0), 0, EVENT_BYTES);
        event.putInt(0, CLIENT_MESSAGE)
                .putLong(MESSAGE_WINDOW, about)
                .putLong(MESSAGE_KIND, kind)
                .putInt(MESSAGE_FORMAT, FORMAT_LONG);
        for (int i = 0; i < data.length; i++) {
            event.putLong(MESSAGE_DATA + i * Long.BYTES, data[i]);
        }
        X11.nXSendEvent(display, to, 0, mask, memAddress(event, 0));
    }

    /**
     * Gives a window a shape.
     *
     * @param rectangles XRectangle: x, y, width and height, 2 bytes each
     */
    void setShape(long window, int kind, ByteBuffer rectangles, int count) {
        invokePPPPPPPP(
                display,
                window,
                kind,
                0,
                0,
                memAddress(rectangles, 0),
                count,
                SHAPE_SET,
                UNSORTED,
                shapeCombineRectangles);
    }

    /** Forgets the demands to draw a window that came until now: for a caller that is about to draw all of it. */
    void forgetExposures(long window) {
        invokePI(display, 0, sync);
        while (invokePPPI(display, window, EXPOSE, memAddress(event, 0), checkTypedWindowEvent) != 0) {
            // There is another.
        }
    }

    /** Asks where the pointer is now. The tenth argument is there for the caller's shape alone. */
    void findPointer(long window, PointerPlace place) {
        long at = memAddress(answer, 0);
        invokePPPPPPPPPPP(
                display,
                window,
                at,
                at + Long.BYTES,
                at + ROOT_X,
                at + ROOT_Y,
                at + WINDOW_X,
                at + WINDOW_Y,
                at + MASK,
                0,
                queryPointer);
        place.screenX = memGetInt(at + ROOT_X);
        place.screenY = memGetInt(at + ROOT_Y);
        place.x = memGetInt(at + WINDOW_X);
        place.y = memGetInt(at + WINDOW_Y);
        place.control = (memGetInt(at + MASK) & CONTROL_MASK) != 0;
        place.pressed = (memGetInt(at + MASK) & BUTTONS_MASK) != 0;
    }
}
