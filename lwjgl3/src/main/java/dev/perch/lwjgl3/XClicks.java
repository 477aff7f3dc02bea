package dev.perch.lwjgl3;

import static org.lwjgl.system.APIUtil.apiCreateCIF;
import static org.lwjgl.system.MemoryUtil.memGetAddress;
import static org.lwjgl.system.MemoryUtil.memGetByte;
import static org.lwjgl.system.MemoryUtil.memGetInt;
import static org.lwjgl.system.MemoryUtil.memGetShort;
import static org.lwjgl.system.MemoryUtil.memPutAddress;
import static org.lwjgl.system.libffi.LibFFI.FFI_DEFAULT_ABI;
import static org.lwjgl.system.libffi.LibFFI.ffi_type_pointer;
import static org.lwjgl.system.libffi.LibFFI.ffi_type_sint32;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.LongConsumer;
import org.lwjgl.system.APIUtil;
import org.lwjgl.system.CallbackI;
import org.lwjgl.system.JNI;
import org.lwjgl.system.libffi.FFICIF;
import org.lwjgl.system.linux.X11;

/**
 * Where the pointer was, and what was held down, when buttons were pressed and let go and the wheel was turned. Each such event
 * says so, but GLFW does not pass it on, and it may be otherwise by now: it is read where Xlib takes the event off the wire. For
 * the thread of the connection.
 */
final class XClicks {
    private static final int BUTTON_PRESS = 4;
    private static final int BUTTON_RELEASE = 5;

    /** A wheel's four ways are buttons: up, down, left and right. */
    private static final int FIRST_WHEEL = 4;

    private static final int LAST_WHEEL = 7;

    /** More than come in while the program does something else. */
    private static final int MOST = 64;

    /** Of an event on the wire: button, time, window, then its place on the desktop and in the window, and what is held (X11/Xproto.h). */
    private static final int BUTTON = 1;

    private static final int TIME = 4;
    private static final int WINDOW = 12;
    private static final int ROOT_X = 20;
    private static final int ROOT_Y = 22;
    private static final int WINDOW_X = 24;
    private static final int WINDOW_Y = 26;
    private static final int STATE = 28;
    private static final int CONTROL_MASK = 1 << 2;

    private static final FFICIF SHAPE =
            apiCreateCIF(FFI_DEFAULT_ABI, ffi_type_sint32, ffi_type_pointer, ffi_type_pointer, ffi_type_pointer);

    private final Deque<Click> untold = new ArrayDeque<>();
    private final long[] last = new long[MOST];
    private int presses;

    private XClicks() {}

    private record Click(
            long window, int button, boolean pressed, int screenX, int screenY, int x, int y, boolean control) {}

    /** Hears those of a connection for as long as it lasts. */
    static XClicks hear(long display) {
        XClicks clicks = new XClicks();
        clicks.hear(display, BUTTON_PRESS);
        clicks.hear(display, BUTTON_RELEASE);
        return clicks;
    }

    private void hear(long display, int type) {
        long set = APIUtil.apiGetFunctionAddress(X11.getLibrary(), "XESetWireToEvent");
        Reader reader = new Reader(wire -> take(wire, type == BUTTON_PRESS));
        reader.next = JNI.invokePPP(display, type, reader.address(), set);
    }

    private void take(long wire, boolean pressed) {
        int button = Byte.toUnsignedInt(memGetByte(wire + BUTTON));
        if (pressed) {
            last[presses % last.length] = Integer.toUnsignedLong(memGetInt(wire + TIME));
            presses++;
        }
        if (pressed || !isWheel(button)) { // of a wheel GLFW tells the presses alone
            untold.add(new Click(
                    Integer.toUnsignedLong(memGetInt(wire + WINDOW)),
                    button,
                    pressed,
                    memGetShort(wire + ROOT_X),
                    memGetShort(wire + ROOT_Y),
                    memGetShort(wire + WINDOW_X),
                    memGetShort(wire + WINDOW_Y),
                    (memGetShort(wire + STATE) & CONTROL_MASK) != 0));
        }
        if (untold.size() > MOST) {
            untold.removeFirst();
        }
    }

    static boolean isWheel(int button) {
        return button >= FIRST_WHEEL && button <= LAST_WHEEL;
    }

    /** Whether one of the last presses in the program's windows was at that time of the server, in milliseconds. */
    boolean heard(long time) {
        return Arrays.stream(last).anyMatch(one -> one == time);
    }

    /**
     * The oldest one of that window and button that has not been asked for.
     *
     * @param button GLFW's number
     * @return whether there is one, and the place is filled
     */
    boolean find(long window, int button, boolean pressed, PointerPlace place) {
        return findNumber(window, number(button), pressed, place);
    }

    /** As {@link #find}, of the wheel. @param notches up */
    boolean findWheel(long window, double notches, PointerPlace place) {
        return findNumber(window, notches > 0 ? FIRST_WHEEL : FIRST_WHEEL + 1, true, place);
    }

    private boolean findNumber(long window, int number, boolean pressed, PointerPlace place) {
        for (Iterator<Click> all = untold.iterator(); all.hasNext(); ) {
            Click click = all.next();
            if (click.window == window && click.button == number && click.pressed == pressed) {
                all.remove();
                place.screenX = click.screenX;
                place.screenY = click.screenY;
                place.x = click.x;
                place.y = click.y;
                place.control = click.control;
                return true;
            }
        }
        return false;
    }

    /** Left, right, middle and others are 1, 3, 2, 8 … to X11 and 0, 1, 2, 3 … to GLFW. */
    private static int number(int button) {
        return switch (button) {
            case 0 -> 1;
            case 1 -> 3;
            case 2 -> 2;
            default -> button + 5;
        };
    }

    /** Stands before Xlib's own reading of a kind of event, which it leaves as it is. */
    private static final class Reader implements CallbackI {
        private final LongConsumer told;
        private long next;

        Reader(LongConsumer told) {
            this.told = told;
        }

        @Override
        public FFICIF getCallInterface() {
            return SHAPE;
        }

        @Override
        public void callback(long result, long arguments) {
            long wire = argument(arguments, 2);
            told.accept(wire);
            memPutAddress(result, JNI.invokePPPI(argument(arguments, 0), argument(arguments, 1), wire, next));
        }

        private static long argument(long arguments, int place) {
            return memGetAddress(memGetAddress(arguments + (long) place * Long.BYTES));
        }
    }
}
