package dev.perch.lwjgl3;

import dev.perch.model.KeyStroke;
import dev.perch.model.KeyStroke.Modifier;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.lwjgl.system.APIUtil;
import org.lwjgl.system.JNI;
import org.lwjgl.system.SharedLibrary;
import org.lwjgl.system.linux.X11;

/**
 * Has a pet that is held by a button of the mouse hear the keys that it binds, and these alone, though the keyboard is elsewhere
 * and stays there. A key that another program has taken before is not heard. On the connection of {@link XWatch}.
 */
final class XKeys {
    private static final int KEY_PRESS = 2;
    private static final int KEY_RELEASE = 3;
    private static final int ASYNC = 1;
    private static final int ANY_KEY = 0;
    private static final int ANY_MODIFIER = 1 << 15;

    /** Of a key's event: whether a program made it up, when it was, what is held down, and the key's code. */
    private static final int MADE_UP = 16;

    private static final int TIME = 56;
    private static final int STATE = 80;
    private static final int CODE = 84;

    private static final int SHIFT = 1;
    private static final int CONTROL = 1 << 2;
    private static final int ALT = 1 << 3;
    private static final int META = 1 << 6;

    /** Caps lock and number lock, which a key is told with and which mean nothing to it. */
    private static final int[] LOCKS = {0, 1 << 1, 1 << 4, 1 << 1 | 1 << 4};

    /** The codes of the symbols F1 and a (X11/keysymdef.h). */
    private static final long F1 = 0xFFBE;

    private static final long A = 0x61;

    private final long display;
    private final long root;
    private final Xlib xlib;
    private final PointerPlace pointer = new PointerPlace();
    private final long grabKey;
    private final long ungrabKey;
    private final long keysymToKeycode;
    private final long flush;
    private Map<Integer, KeyStroke> heard = Map.of();
    private Consumer<KeyStroke> sink = stroke -> {};
    private long lastRelease;
    private int lastReleased;

    XKeys(long display, long root) {
        this.display = display;
        this.root = root;
        xlib = new Xlib(display);
        SharedLibrary x11 = X11.getLibrary();
        grabKey = APIUtil.apiGetFunctionAddress(x11, "XGrabKey");
        ungrabKey = APIUtil.apiGetFunctionAddress(x11, "XUngrabKey");
        keysymToKeycode = APIUtil.apiGetFunctionAddress(x11, "XKeysymToKeycode");
        flush = APIUtil.apiGetFunctionAddress(x11, "XFlush");
    }

    /**
     * Hears these from now on, and no others. Any thread.
     *
     * @param told on the thread of {@link #take}
     */
    synchronized void hear(Set<KeyStroke> strokes, Consumer<KeyStroke> told) {
        JNI.invokePPI(display, ANY_KEY, ANY_MODIFIER, root, ungrabKey);
        Map<Integer, KeyStroke> now = new HashMap<>();
        for (KeyStroke stroke : strokes) {
            int code = JNI.invokePPI(display, symbol(stroke.key()), keysymToKeycode) & 0xFF;
            if (code != 0) {
                now.put(id(code, mask(stroke.modifiers())), stroke);
                for (int lock : LOCKS) {
                    // The eighth argument is there for the caller's shape alone.
                    JNI.invokePPPPPPPP(
                            display, code, mask(stroke.modifiers()) | lock, root, 0, ASYNC, ASYNC, 0, grabKey);
                }
            }
        }
        JNI.invokePI(display, flush);
        heard = now;
        sink = told;
    }

    /** Takes an event that is about a key. @return whether it was */
    synchronized boolean take(ByteBuffer event) {
        int kind = event.getInt(0);
        int code = event.getInt(CODE);
        if (kind == KEY_RELEASE) {
            lastRelease = event.getLong(TIME);
            lastReleased = code;
        } else if (kind == KEY_PRESS && event.getInt(MADE_UP) == 0) {
            pressed(code, event.getInt(STATE), event.getLong(TIME));
        }
        return kind == KEY_PRESS || kind == KEY_RELEASE;
    }

    private void pressed(int code, int state, long time) {
        xlib.findPointer(root, pointer); // of a key that is heard this way the event itself tells no buttons
        if (!pointer.pressed) {
            hear(Set.of(), sink); // nobody holds the pet any more, and its window was not told
            return;
        }
        boolean repeats = code == lastReleased && time == lastRelease;
        KeyStroke stroke = heard.get(id(code, state & (SHIFT | CONTROL | ALT | META)));
        if (stroke != null && !repeats) {
            sink.accept(stroke);
        }
    }

    private static int id(int code, int mask) {
        return code << 8 | mask;
    }

    private static long symbol(String key) {
        return key.length() == 1 ? A + key.charAt(0) - 'A' : F1 + Integer.parseInt(key.substring(1)) - 1;
    }

    private static int mask(Set<Modifier> held) {
        int mask = 0;
        for (Modifier modifier : held) {
            mask |= switch (modifier) {
                case SHIFT -> SHIFT;
                case CTRL -> CONTROL;
                case ALT -> ALT;
                case META -> META;
            };
        }
        return mask;
    }
}
