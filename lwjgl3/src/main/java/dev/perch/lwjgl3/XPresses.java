package dev.perch.lwjgl3;

import static org.lwjgl.system.MemoryUtil.memAddress;
import static org.lwjgl.system.MemoryUtil.memGetInt;
import static org.lwjgl.system.MemoryUtil.memGetLong;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lwjgl.system.APIUtil;
import org.lwjgl.system.JNI;
import org.lwjgl.system.Library;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.SharedLibrary;
import org.lwjgl.system.linux.X11;

/**
 * Tells that a button was pressed anywhere on the desktop, without taking the press from whom it is for: by the raw events of
 * XInput 2, while somebody wants to know. Where there is no such extension, and over Wayland's own windows, nothing is told. On
 * the connection of {@link XWatch}.
 */
final class XPresses {
    private static final int GENERIC_EVENT = 35;

    /** Of a generic event: whose it is, and which. */
    private static final int EXTENSION = 32;

    private static final int KIND = 36;
    private static final int DATA = 48;

    /** Of a raw event (X11/extensions/XInput2.h). */
    private static final int TIME = 40;

    private static final int BUTTON = 56;

    private static final int RAW_BUTTON_PRESS = 15;
    private static final int ALL_MASTER_DEVICES = 1;

    /** Since 2.1 raw events come while another program holds the pointer, too. */
    private static final int MAJOR = 2;

    private static final int MINOR = 2;

    private final long display;
    private final long root;
    private final Xlib xlib;
    private final PointerPlace pointer = new PointerPlace();
    private final Set<Consumer<Press>> sinks = new HashSet<>();
    private final @Nullable SharedLibrary library = library();
    private int extension;

    XPresses(long display, long root) {
        this.display = display;
        this.root = root;
        xlib = new Xlib(display);
    }

    private static @Nullable SharedLibrary library() {
        try {
            return Library.loadNative(XPresses.class, "dev.perch", "libXi.so.6");
        } catch (UnsatisfiedLinkError none) {
            return null;
        }
    }

    /** Tells that one too from now on, on the thread of {@link #take}. Any thread. */
    synchronized void hear(Consumer<Press> told) {
        if (sinks.add(told) && sinks.size() == 1) {
            select(true);
        }
    }

    /** Tells that one no more. Any thread. */
    synchronized void forget(Consumer<Press> told) {
        if (sinks.remove(told) && sinks.isEmpty()) {
            select(false);
        }
    }

    private void select(boolean wished) {
        if (library == null || !found(library)) {
            return;
        }
        try (MemoryStack stack = MemoryStack.stackPush()) {
            ByteBuffer bits = stack.calloc(Integer.BYTES);
            bits.put(RAW_BUTTON_PRESS / 8, (byte) (wished ? 1 << RAW_BUTTON_PRESS % 8 : 0));
            ByteBuffer mask = stack.calloc(2 * Long.BYTES);
            mask.putInt(0, ALL_MASTER_DEVICES)
                    .putInt(Integer.BYTES, Integer.BYTES)
                    .putLong(Long.BYTES, memAddress(bits));
            JNI.invokePPPPI(
                    display, root, memAddress(mask), 1, APIUtil.apiGetFunctionAddress(library, "XISelectEvents"));
        }
        JNI.invokePI(display, APIUtil.apiGetFunctionAddress(X11.getLibrary(), "XFlush"));
    }

    /** Whether the server has the extension; asks it the first time. */
    private boolean found(SharedLibrary xi) {
        if (extension == 0) {
            try (MemoryStack stack = MemoryStack.stackPush()) {
                IntBuffer answers = stack.callocInt(3);
                long at = memAddress(answers);
                long name = memAddress(stack.ASCII("XInputExtension"));
                long query = APIUtil.apiGetFunctionAddress(X11.getLibrary(), "XQueryExtension");
                JNI.invokePPPPPI(display, name, at, at + Integer.BYTES, at + 2 * Integer.BYTES, query);
                extension = answers.get(0);
                answers.put(0, MAJOR).put(1, MINOR);
                long version = APIUtil.apiGetFunctionAddress(xi, "XIQueryVersion");
                JNI.invokePPPI(display, at, at + Integer.BYTES, version);
            }
        }
        return extension != 0;
    }

    /** Takes an event that is about a press. @return whether it was */
    synchronized boolean take(ByteBuffer event) {
        boolean raw = event.getInt(0) == GENERIC_EVENT
                && event.getInt(EXTENSION) == extension
                && event.getInt(KIND) == RAW_BUTTON_PRESS;
        long cookie = memAddress(event, 0);
        if (raw
                && JNI.invokePPI(display, cookie, APIUtil.apiGetFunctionAddress(X11.getLibrary(), "XGetEventData"))
                        != 0) {
            long data = event.getLong(DATA);
            int button = memGetInt(data + BUTTON);
            long time = memGetLong(data + TIME);
            JNI.invokePPV(display, cookie, APIUtil.apiGetFunctionAddress(X11.getLibrary(), "XFreeEventData"));
            if (!XClicks.isWheel(button)) {
                xlib.findPointer(root, pointer);
                Press press = new Press(time, pointer.screenX, pointer.screenY);
                sinks.forEach(sink -> sink.accept(press));
            }
        }
        return raw;
    }
}
