package dev.perch.lwjgl3;

import dev.perch.model.KeyStroke;
import dev.perch.model.Room;
import dev.perch.place.MonitorLayout;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What GLFW does not offer alike, or not at all, on the window systems. Render thread only. */
interface WindowSystem {
    /** What this is to a further window of the same program. */
    WindowSystem another();

    /** The monitors as they are now. */
    MonitorLayout monitors();

    /** Manners of a window that is not on show yet. */
    void beforeShow(long window);

    /** Manners of a panel's window that is not on show yet; whoever has the keyboard then is remembered. */
    void beforePanel(long window);

    /** Gives the keyboard to a panel's window, which is on show. */
    void giveKeyboard(long window);

    /** A panel's window is about to go: if it has the keyboard, that goes back to whoever had it before. */
    void returnKeyboard(long window);

    /**
     * For one window of the program: begins to tell what GLFW does not of the desktop: monitors, panels, windows that take a
     * whole screen.
     *
     * @param changed to be called, on any thread, when there is something new
     * @param drops to be told, on any thread, of things dropped on the window of which GLFW does not tell
     */
    void watch(long window, Runnable changed, Consumer<? super DroppedThings> drops);

    /**
     * Has these keys come here wherever the keyboard is, in place of those before; none: as usual. For as long as the user holds
     * a pet down with the pointer.
     *
     * @param told of each press, on any thread
     */
    default void hearKeys(Set<KeyStroke> keys, Consumer<KeyStroke> told) {}

    /**
     * Tells, until {@link #forgetPresses}, of each press of a button anywhere on the desktop, which reaches whom it is for all the
     * same; where the system has no such thing, of none.
     *
     * @param told on any thread
     */
    default void hearPresses(Consumer<Press> told) {}

    /** Tells that one of no more presses. */
    default void forgetPresses(Consumer<Press> told) {}

    /** Whether that press is known to have been in one of the program's own windows. */
    default boolean isOwn(Press press) {
        return false;
    }

    /** Where windows are that take a whole screen for themselves; the same list until it is another. */
    List<Room> fullscreen();

    /** Whether the window that is watched is still kept above the others. */
    boolean onTop();

    /** Tells the system which pixels catch the mouse. The window is on show; the region stays the caller's. */
    void catchMouse(long window, Rectangles region);

    /** Whether a window has to be {@linkplain #cut cut} to each of its pictures. */
    default boolean cuts() {
        return false;
    }

    /** Has all pixels of the window that are not in the region show what lies below; the region stays the caller's. */
    default void cut(long window, Rectangles region) {}

    /** What shows parts of the window's drawing, with its context current; null: it is shown whole. */
    default @Nullable SubBuffer subBuffer(long window) {
        return null;
    }

    /** Asks where the pointer is. */
    void findPointer(long window, PointerPlace place);

    /**
     * Asks where the pointer was when a button was pressed or let go, of which GLFW has just told; where nobody knows, where it is
     * now.
     *
     * @param button GLFW's number
     */
    default void findClick(long window, int button, boolean pressed, PointerPlace place) {
        findPointer(window, place);
    }

    /** Asks the same of the wheel. @param notches up */
    default void findWheel(long window, double notches, PointerPlace place) {
        findPointer(window, place);
    }

    /** When {@link #look} is due; {@link Long#MAX_VALUE}: never. */
    long nextLookNanos();

    /** Has a look at what the system does not tell by an event. */
    void look(long window, long nowNanos);
}
