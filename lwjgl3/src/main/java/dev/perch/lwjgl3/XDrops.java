package dev.perch.lwjgl3;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.lwjgl.system.APIUtil;
import org.lwjgl.system.JNI;
import org.lwjgl.system.linux.X11;

/**
 * Takes what other programs drop on the pet, texts too, of which GLFW tells nothing (XDND, version 5). A window of its own,
 * which is never shown, stands in for the pet's by {@code XdndProxy}; a program that knows no proxies talks to GLFW, and can
 * drop files. On the thread and the connection of {@link XWatch}.
 */
final class XDrops {
    private static final int SELECTION_NOTIFY = 31;
    private static final int CLIENT_MESSAGE = 33;
    private static final long XA_WINDOW = 33;
    private static final long VERSION = 5;

    /** Of a client's message: window, kind, then five longs. */
    private static final int WINDOW = 32;

    private static final int KIND = 40;
    private static final int DATA = 56;

    /** Of the answer to a conversion: the property that it is in, 0 for none. */
    private static final int PROPERTY = 56;

    /** Three types fit into the message; more are a property of the source. */
    private static final int TYPES_IN_MESSAGE = 3;

    private final long display;
    private final Xlib xlib;
    private final XProperties properties;
    private final long pet;
    private final Consumer<? super DroppedThings> sink;
    private final long enter;
    private final long position;
    private final long status;
    private final long leave;
    private final long drop;
    private final long finished;
    private final long copy;
    private final long typeList;
    private final long selection;
    private final long uris;
    private final List<Long> welcome;
    private final long window;
    private long source;
    private long type;
    private int x;
    private int y;

    /**
     * Stands in for a window.
     *
     * @param sink told of each thing, on this connection's thread
     */
    XDrops(long display, XProperties properties, long pet, Consumer<? super DroppedThings> sink) {
        this.display = display;
        this.properties = properties;
        this.pet = pet;
        this.sink = sink;
        xlib = new Xlib(display);
        enter = xlib.atom("XdndEnter");
        position = xlib.atom("XdndPosition");
        status = xlib.atom("XdndStatus");
        leave = xlib.atom("XdndLeave");
        drop = xlib.atom("XdndDrop");
        finished = xlib.atom("XdndFinished");
        copy = xlib.atom("XdndActionCopy");
        typeList = xlib.atom("XdndTypeList");
        selection = xlib.atom("XdndSelection");
        uris = xlib.atom("text/uri-list");
        welcome = List.of(
                uris,
                xlib.atom("text/plain;charset=utf-8"),
                xlib.atom("text/plain;charset=UTF-8"),
                xlib.atom("UTF8_STRING"),
                xlib.atom("text/plain"));
        window = window();
        long proxy = xlib.atom("XdndProxy");
        xlib.setProperty(window, xlib.atom("XdndAware"), Xlib.XA_ATOM, VERSION);
        xlib.setProperty(window, proxy, XA_WINDOW, window);
        xlib.setProperty(pet, proxy, XA_WINDOW, window);
    }

    private long window() {
        long create = APIUtil.apiGetFunctionAddress(X11.getLibrary(), "XCreateSimpleWindow");
        // The tenth argument is there for the caller's shape alone.
        return JNI.invokePPPPPPPPPPP(display, properties.root(), 0, 0, 1, 1, 0, 0, 0, 0, create);
    }

    /** Takes an event that is about a drop. @return whether it was */
    boolean take(ByteBuffer event) {
        int kind = event.getInt(0);
        if (kind == SELECTION_NOTIFY && event.getLong(WINDOW) == window) {
            arrived(event.getLong(PROPERTY));
        } else if (kind == CLIENT_MESSAGE) {
            told(event.getLong(KIND), event);
        }
        return kind == SELECTION_NOTIFY || kind == CLIENT_MESSAGE;
    }

    private void told(long kind, ByteBuffer event) {
        long from = datum(event, 0);
        if (kind == enter) {
            source = from;
            type = type(event);
        } else if (from != source) {
            return;
        }
        if (kind == position) {
            x = (short) (datum(event, 2) >> 16);
            y = (short) datum(event, 2);
            reply(status, type == 0 ? 0 : 1, 0, 0, type == 0 ? 0 : copy);
        } else if (kind == drop && type == 0) {
            reply(finished, 0, 0, 0, 0);
        } else if (kind == drop) {
            long convert = APIUtil.apiGetFunctionAddress(X11.getLibrary(), "XConvertSelection");
            JNI.invokePPPPPPP(display, selection, type, selection, window, datum(event, 2), convert);
        } else if (kind == leave) {
            source = 0;
        }
    }

    /** The first type that is welcome, or 0. */
    private long type(ByteBuffer event) {
        boolean more = (datum(event, 1) & 1) != 0;
        long[] offered = more ? properties.values(source, typeList) : new long[TYPES_IN_MESSAGE];
        for (int i = 0; !more && i < TYPES_IN_MESSAGE; i++) {
            offered[i] = datum(event, 2 + i);
        }
        for (long wished : welcome) {
            for (long one : offered) {
                if (one == wished) {
                    return one;
                }
            }
        }
        return 0;
    }

    private void arrived(long property) {
        byte[] bytes = property == 0 ? new byte[0] : properties.bytes(window, property, DroppedThings.MOST_BYTES);
        reply(finished, bytes.length == 0 ? 0 : 1, bytes.length == 0 ? 0 : copy, 0, 0);
        source = 0;
        if (bytes.length > 0) {
            sink.accept(type == uris ? DroppedThings.ofUris(x, y, bytes) : DroppedThings.ofText(x, y, bytes));
        }
    }

    private void reply(long kind, long first, long second, long third, long fourth) {
        xlib.send(source, 0, source, kind, pet, first, second, third, fourth);
    }

    private static long datum(ByteBuffer event, int index) {
        return event.getLong(DATA + index * Long.BYTES);
    }
}
