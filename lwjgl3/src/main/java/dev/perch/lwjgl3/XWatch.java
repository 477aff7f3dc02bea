package dev.perch.lwjgl3;

import dev.perch.model.Room;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lwjgl.system.APIUtil;
import org.lwjgl.system.JNI;
import org.lwjgl.system.Library;
import org.lwjgl.system.MemoryUtil;
import org.lwjgl.system.SharedLibrary;
import org.lwjgl.system.linux.X11;

/**
 * Hears what X11 tells of the desktop and GLFW keeps to itself: other resolutions, another scale, other panels, a window
 * that takes the whole screen, the window manager's word on the pet's own window, things dropped on it. It sleeps in the
 * server's next event, on a thread and a connection of its own, which end with the process.
 */
final class XWatch {
    static final long STRUCTURE_NOTIFY_MASK = 1L << 17;
    static final long PROPERTY_CHANGE_MASK = 1L << 22;

    /** Screen, CRTC and output (X11/extensions/randr.h). */
    private static final long RANDR_MASK = 1 | 2 | 4;

    private static final int DESTROY_NOTIFY = 17;
    private static final int UNMAP_NOTIFY = 18;
    private static final int CONFIGURE_NOTIFY = 22;
    private static final int PROPERTY_NOTIFY = 28;
    private static final int LAST_CORE_EVENT = 36;

    /** Of an event: type, serial, sent, display, window and, of a property's, its atom. */
    private static final int WINDOW = 32;

    private static final int ATOM = 40;
    private static final int EVENT_BYTES = 192;

    private final long display;
    private final XProperties properties;
    private final Runnable changed;
    private final XDrops drops;
    private final XKeys keys;
    private final XPresses presses;
    private final long pet;
    private final long nextEvent;
    private final long workArea;
    private final long resources;
    private final long state;
    private final long aboveState;
    private final ByteBuffer event = ByteBuffer.allocateDirect(EVENT_BYTES).order(ByteOrder.nativeOrder());
    private final XCovers covers;
    private volatile boolean above = true;

    private XWatch(long display, long pet, Runnable changed, Consumer<? super DroppedThings> sink) {
        this.display = display;
        this.pet = pet;
        this.changed = changed;
        properties = new XProperties(display);
        nextEvent = APIUtil.apiGetFunctionAddress(X11.getLibrary(), "XNextEvent");
        workArea = properties.atom("_NET_WORKAREA");
        resources = properties.atom("RESOURCE_MANAGER");
        state = properties.atom("_NET_WM_STATE");
        aboveState = properties.atom("_NET_WM_STATE_ABOVE");
        covers = new XCovers(properties, pet);
        drops = new XDrops(display, properties, pet, sink);
        keys = new XKeys(display, properties.root());
        presses = new XPresses(display, properties.root());
    }

    /**
     * Begins to watch.
     *
     * @param pet the pet's window
     * @param changed called on the watch's thread when there is something to look at
     * @param drops told on the watch's thread of what is dropped on the pet
     * @return null when the server takes no second connection
     */
    static @Nullable XWatch start(long pet, Runnable changed, Consumer<? super DroppedThings> drops) {
        long display = X11.XOpenDisplay((ByteBuffer) null);
        if (display == 0) {
            return null;
        }
        XWatch watch = new XWatch(display, pet, changed, drops);
        Thread thread = new Thread(watch::run, "perch-x11");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    /** Which keys a pet hears while it is held. Any thread. */
    XKeys keys() {
        return keys;
    }

    /** Presses of buttons wherever they are. Any thread. */
    XPresses presses() {
        return presses;
    }

    /** Where windows are that take a whole screen for themselves. */
    List<Room> fullscreen() {
        return covers.rooms();
    }

    /** Whether the window manager keeps the pet above the others. */
    boolean above() {
        return above;
    }

    private void run() {
        properties.select(properties.root(), PROPERTY_CHANGE_MASK | STRUCTURE_NOTIFY_MASK);
        properties.select(pet, PROPERTY_CHANGE_MASK);
        selectRandr();
        covers.look();
        changed.run();
        while (true) {
            JNI.invokePPI(display, MemoryUtil.memAddress(event, 0), nextEvent);
            if (!drops.take(event) && !keys.take(event) && !presses.take(event) && matters(event.getInt(0))) {
                changed.run();
            }
        }
    }

    private void selectRandr() {
        SharedLibrary randr = Library.loadNative(XWatch.class, "dev.perch", "libXrandr.so.2");
        long select = APIUtil.apiGetFunctionAddress(randr, "XRRSelectInput");
        JNI.invokePPPP(display, properties.root(), RANDR_MASK, select);
    }

    private boolean matters(int type) {
        long window = event.getLong(WINDOW);
        return switch (type) {
            case PROPERTY_NOTIFY -> propertyMatters(window, event.getLong(ATOM));
            case DESTROY_NOTIFY, UNMAP_NOTIFY -> covers.windowMoved();
            case CONFIGURE_NOTIFY -> window == properties.root() || covers.windowMoved();
            default -> type >= LAST_CORE_EVENT;
        };
    }

    private boolean propertyMatters(long window, long atom) {
        if (window == pet) {
            boolean before = above;
            if (atom == state) {
                above = properties.has(pet, state, aboveState);
            }
            return above != before;
        }
        if (window == properties.root()) {
            return atom == workArea || atom == resources || covers.rootChanged(atom);
        }
        return covers.windowChanged(atom);
    }
}
