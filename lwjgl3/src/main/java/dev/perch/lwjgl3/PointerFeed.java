package dev.perch.lwjgl3;

import dev.perch.api.Clock;
import dev.perch.gesture.DropEvent;
import dev.perch.gesture.KeyEvent;
import dev.perch.gesture.PointerEvent;
import dev.perch.gesture.PointerEvent.Kind;
import dev.perch.gesture.WheelEvent;
import dev.perch.model.KeyStroke.Modifier;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.glfw.GLFWDropCallback;

/**
 * Pointer events of GLFW, as the content wants them. GLFW tells places within a window that may just be moving; a place on the
 * desktop is therefore asked of the system. Presses and releases count where they happened, however late they are heard, as far
 * as the system knows that. Moves tell the keys that were held down with the last button.
 */
final class PointerFeed {
    private static final int NO_BUTTON = -1;

    private final WindowContent content;
    private final WindowSystem system;
    private final WindowPlace window;
    private final Clock clock;
    private final WakeLatch latch;
    private final PointerPlace place = new PointerPlace();
    private final Queue<DroppedThings> drops = new ConcurrentLinkedQueue<>();
    private boolean moved;
    private boolean pressed;
    private int toldX;
    private int toldY;
    private Set<Modifier> held = Set.of();

    /** @param latch told of every event, so that the loop steps before it waits again */
    PointerFeed(WindowContent content, WindowSystem system, WindowPlace window, Clock clock, WakeLatch latch) {
        this.content = content;
        this.system = system;
        this.window = window;
        this.clock = clock;
        this.latch = latch;
    }

    /** Takes the place of LibGDX's own listeners, which ask for a new picture with every event. */
    void listenTo(long handle) {
        GLFW.glfwSetCursorPosCallback(handle, (w, x, y) -> came());
        GLFW.glfwSetMouseButtonCallback(handle, (w, button, action, mods) -> button(w, button, action, mods));
        GLFW.glfwSetCursorEnterCallback(handle, (w, entered) -> crossed(w, entered));
        GLFW.glfwSetScrollCallback(handle, (w, x, y) -> turned(w, y));
        GLFW.glfwSetKeyCallback(handle, (w, key, code, action, mods) -> key(key, action, mods));
        GLFW.glfwSetCharCallback(handle, null);
    }

    /** Files were let go over the window; only absolute paths are told. */
    void dropped(long handle, int count, long names) {
        latch.note();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            absolute(GLFWDropCallback.getName(names, i)).ifPresent(files::add);
        }
        system.findPointer(handle, place);
        content.dropped(new DropEvent(place.x, place.y, files, "", clock.nanos()));
    }

    /** The system tells of a drop itself. Any thread. */
    void take(DroppedThings things) {
        drops.add(things);
        latch.wake();
    }

    /** Tells the drops that were taken, to the step that is about to begin. */
    void tellDrops(long handle) {
        for (DroppedThings things = drops.poll(); things != null; things = drops.poll()) {
            window.settle(handle);
            int x = things.screenX() - window.x();
            int y = things.screenY() - window.y();
            content.dropped(new DropEvent(x, y, things.files(), things.text(), clock.nanos()));
        }
    }

    /** A name that the system's own encoding cannot hold is no file that could be opened. */
    private static Optional<Path> absolute(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Path::isAbsolute);
        } catch (InvalidPathException unheld) {
            return Optional.empty();
        }
    }

    /**
     * Tells a move that has not been told yet: to the step that is about to begin, so nobody need be woken for it. Of a window
     * that follows the hand GLFW keeps moves to itself that end, within the window, where the last one did. After a release
     * that has yet to be heard the hand leads nothing any more.
     */
    void tellMove(long handle) {
        if (!moved && !pressed) {
            return;
        }
        system.findPointer(handle, place);
        if (!pressed || place.pressed) {
            tellPlace();
        }
    }

    private void tellPlace() {
        if (moved || place.screenX != toldX || place.screenY != toldY) {
            moved = false;
            latch.note();
            tell(Kind.MOVE, NO_BUTTON);
        }
    }

    private void came() {
        latch.note();
        moved = true;
    }

    private void key(int key, int action, int mods) {
        KeyEvent event = action == GLFW.GLFW_PRESS ? Keys.event(key, mods, clock.nanos()) : null;
        if (event != null) {
            latch.note();
            content.key(event);
        }
    }

    private void button(long handle, int button, int action, int mods) {
        latch.note();
        held = Keys.held(mods);
        pressed = action == GLFW.GLFW_PRESS;
        system.findClick(handle, button, pressed, place);
        if (pressed) {
            moved = false;
            window.settle(handle);
            tell(Kind.DOWN, button);
        } else {
            tellPlace();
            tell(Kind.UP, button);
        }
    }

    /** GLFW does not tell where the pointer came in if that is, within the window, where it was told of last. */
    private void crossed(long handle, boolean entered) {
        if (entered) {
            came();
        } else {
            latch.note();
            moved = false;
            system.findPointer(handle, place);
            tell(Kind.EXIT, NO_BUTTON);
        }
    }

    private void turned(long handle, double notches) {
        latch.note();
        system.findWheel(handle, notches, place);
        if (place.control) {
            content.zoom(notches);
        } else {
            content.wheel(new WheelEvent(place.x, place.y, notches));
        }
    }

    private void tell(Kind kind, int button) {
        toldX = place.screenX;
        toldY = place.screenY;
        content.pointer(
                new PointerEvent(kind, place.x, place.y, place.screenX, place.screenY, button, clock.nanos(), held));
    }
}
