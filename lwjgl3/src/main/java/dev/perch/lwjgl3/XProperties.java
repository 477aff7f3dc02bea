package dev.perch.lwjgl3;

import static org.lwjgl.system.JNI.invokePPP;
import static org.lwjgl.system.JNI.invokePPPP;
import static org.lwjgl.system.JNI.invokePPPPPPPPPPP;
import static org.lwjgl.system.MemoryUtil.memAddress;
import static org.lwjgl.system.MemoryUtil.memByteBuffer;
import static org.lwjgl.system.MemoryUtil.memGetInt;
import static org.lwjgl.system.MemoryUtil.memGetLong;
import static org.lwjgl.system.MemoryUtil.memSet;

import dev.perch.model.Room;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.lwjgl.CLongBuffer;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.APIUtil;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.SharedLibrary;
import org.lwjgl.system.libffi.FFICIF;
import org.lwjgl.system.libffi.FFIType;
import org.lwjgl.system.libffi.LibFFI;
import org.lwjgl.system.linux.X11;

/** Reads of windows of others, on a connection of one's own. For one thread. A window that has gone has no properties. */
final class XProperties {
    /** A window's state has a handful of values; a window manager has about a hundred abilities. */
    private static final int MOST_VALUES = 512;

    /** In bytes; resources of a desktop are some kilobytes. */
    private static final int LONGEST_TEXT = 1 << 18;

    private static final int ANY_TYPE = 0;

    /** Of XGetWindowProperty's answers: type, format, count, bytes after and data, 8 bytes each. */
    private static final int FORMAT = 8;

    private static final int COUNT = 16;

    private static final int AFTER = 24;
    private static final int DATA = 32;

    /** A property's format: how many bits a value has. */
    private static final int BYTES = 8;

    private static final int LONGS = 32;

    /** Of XGetGeometry's answers: root, then x, y, width, height, border and depth of 4. */
    private static final int WIDTH = 16;

    private static final int PROPERTY_ARGUMENTS = 12;
    private static final int ANSWER_BYTES = 64;

    private final long display;
    private final long root;
    private final long getProperty;
    private final long getGeometry;
    private final long selectInput;
    private final long internAtom;
    private final long free;
    private final FFICIF shape = APIUtil.apiCreateCIF(LibFFI.FFI_DEFAULT_ABI, LibFFI.ffi_type_sint32, pointers());
    private final ByteBuffer answer = ByteBuffer.allocateDirect(ANSWER_BYTES);

    XProperties(long display) {
        this.display = display;
        root = X11.XRootWindow(display, X11.XDefaultScreen(display));
        SharedLibrary x11 = X11.getLibrary();
        getProperty = APIUtil.apiGetFunctionAddress(x11, "XGetWindowProperty");
        getGeometry = APIUtil.apiGetFunctionAddress(x11, "XGetGeometry");
        selectInput = APIUtil.apiGetFunctionAddress(x11, "XSelectInput");
        internAtom = APIUtil.apiGetFunctionAddress(x11, "XInternAtom");
        free = APIUtil.apiGetFunctionAddress(x11, "XFree");
    }

    private static FFIType[] pointers() {
        FFIType[] types = new FFIType[PROPERTY_ARGUMENTS];
        Arrays.fill(types, LibFFI.ffi_type_pointer);
        return types;
    }

    /** The window behind all others. */
    long root() {
        return root;
    }

    /** The atom of that name. */
    long atom(String name) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            return invokePPP(display, memAddress(stack.ASCII(name)), 0, internAtom);
        }
    }

    /** Asks for events of a window. */
    void select(long window, long mask) {
        invokePPPP(display, window, mask, selectInput);
    }

    /** The first value of a property, or 0. */
    long first(long window, long property) {
        return first(window, property, 0);
    }

    /** The first value of a property; {@code otherwise} when it has none. */
    long first(long window, long property, long otherwise) {
        long[] values = values(window, property);
        return values.length == 0 ? otherwise : values[0];
    }

    /** Whether a property, a list of atoms, has that one. */
    boolean has(long window, long property, long atom) {
        for (long value : values(window, property)) {
            if (value == atom) {
                return true;
            }
        }
        return false;
    }

    /** A property that is a text of one byte a letter; empty when there is none. */
    String text(long window, long property) {
        return new String(bytes(window, property, LONGEST_TEXT), StandardCharsets.ISO_8859_1);
    }

    /** The first bytes of a property; none when it has no bytes. */
    byte[] bytes(long window, long property, int most) {
        long data = ask(window, property, most / Integer.BYTES);
        if (data == 0) {
            return new byte[0];
        }
        int count = memGetInt(memAddress(answer, FORMAT)) == BYTES ? (int) memGetLong(memAddress(answer, COUNT)) : 0;
        byte[] bytes = new byte[count];
        memByteBuffer(data, count).get(bytes);
        JNI.invokePI(data, free);
        return bytes;
    }

    /** All values of a property, the first {@value #MOST_VALUES} at most. */
    long[] values(long window, long property) {
        long data = ask(window, property, MOST_VALUES);
        if (data == 0) {
            return new long[0];
        }
        int count = memGetInt(memAddress(answer, FORMAT)) == LONGS ? (int) memGetLong(memAddress(answer, COUNT)) : 0;
        long[] values = new long[Math.min(MOST_VALUES, count)];
        for (int i = 0; i < values.length; i++) {
            values[i] = memGetLong(data + (long) i * Long.BYTES);
        }
        JNI.invokePI(data, free);
        return values;
    }

    /** @return where the values are, to be freed; 0 when there are none */
    private long ask(long window, long property, int most) {
        long at = memAddress(answer, 0);
        memSet(at, 0, ANSWER_BYTES);
        call(display, window, property, 0, most, 0, ANY_TYPE, at, at + FORMAT, at + COUNT, at + AFTER, at + DATA);
        return memGetLong(at + DATA);
    }

    /** Calls XGetWindowProperty, which has more arguments than any caller of LWJGL takes. */
    private void call(long... arguments) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer values = stack.pointers(arguments);
            PointerBuffer places = stack.mallocPointer(arguments.length);
            for (int i = 0; i < arguments.length; i++) {
                places.put(i, values.address(i));
            }
            LibFFI.ffi_call(shape, getProperty, stack.malloc(Long.BYTES), places);
        }
    }

    /** Where a window is on the desktop; empty when it has gone. */
    Room room(long window) {
        long at = memAddress(answer, 0);
        memSet(at, 0, ANSWER_BYTES);
        // The tenth argument is there for the caller's shape alone.
        invokePPPPPPPPPPP(
                display, window, at, at + 8, at + 12, at + WIDTH, at + WIDTH + 4, at + 24, at + 28, 0, getGeometry);
        int width = memGetInt(at + WIDTH);
        int height = memGetInt(at + WIDTH + Integer.BYTES);
        int[] x = new int[1];
        int[] y = new int[1];
        try (MemoryStack stack = MemoryStack.stackPush()) {
            CLongBuffer child = stack.mallocCLong(1);
            X11.XTranslateCoordinates(display, window, root, 0, 0, x, y, child);
        }
        return new Room(x[0], y[0], width, height);
    }
}
