package dev.perch.lwjgl3;

import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.math.Rectangle;
import dev.perch.gesture.DropEvent;
import dev.perch.gesture.KeyEvent;
import dev.perch.gesture.PointerEvent;
import dev.perch.gesture.WheelEvent;
import dev.perch.model.KeyStroke;
import dev.perch.model.Room;
import dev.perch.place.MonitorLayout;
import dev.perch.render.Textures;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the window shows and tells. Every call comes on the render thread, but for those that say otherwise. Window pixels count
 * from the top left corner of the window, desktop pixels from that of the primary monitor. Times are those of the application's
 * clock.
 */
public interface WindowContent extends AutoCloseable {
    /**
     * Where and how large the window is to be, asked once before there is one.
     *
     * @throws ProblemException when there is nothing to show
     * @throws IOException when what is to be shown cannot be read
     */
    Room open(MonitorLayout layout) throws ProblemException, IOException;

    /** Called once, with the GL context current, before any other call but {@link #open}. */
    void start(Textures textures, WindowControl window);

    /** Which monitors there are: told before each press of a button, and when they change. */
    void monitors(MonitorLayout layout);

    /** The window has come to show that many physical pixels for a logical one. */
    void contentScale(float scale);

    /**
     * Where the window really is, in desktop pixels: told at the start and before each press of a button. Until the
     * content wishes for another place, this is the one that it wishes for.
     */
    void windowAt(int x, int y);

    /** The pointer did something. Moves are told at most once a step, with the pointer's latest place. */
    void pointer(PointerEvent event);

    /** The wheel was turned over the window. */
    default void wheel(WheelEvent event) {}

    /** The wheel was turned over the window so far, away from the hand, with Ctrl held down. */
    default void zoom(double notches) {}

    /** Whether the content wants to know before the step of that time where the pointer is, wherever that may be. */
    boolean wantsPointer(long nowNanos);

    /**
     * The pointer is there: told when it is wanted.
     *
     * @param x in window pixels; may lie outside
     * @param y in window pixels; may lie outside
     */
    void pointerAt(int x, int y, int desktopX, int desktopY, long nowNanos);

    /** Brings the content to that time. @return whether the picture is another than the one that was last drawn */
    boolean step(long nowNanos);

    /** When the next step is due if nothing happens; {@link Long#MAX_VALUE}: never. */
    long nextWakeNanos();

    /** Where the content wishes the left edge of the window, in desktop pixels. */
    int windowX();

    /** Where the content wishes the top edge of the window, in desktop pixels. */
    int windowY();

    /** How wide the content wishes the window, in physical pixels. */
    int windowWidth();

    /** How high the content wishes the window, in physical pixels. */
    int windowHeight();

    /** Which parts of the desktop are taken by windows that have a whole screen for themselves. */
    void fullscreen(List<Room> rooms);

    /** A window that is to be beside this one from now on; null: none. The same object as long as it is to be there. */
    default @Nullable PopupContent popup() {
        return null;
    }

    /** The window of {@link #popup} is gone, whoever closed it. */
    default void popupGone() {}

    /**
     * What further windows show that are to be there now, each until it is no longer named. They are open, but have not started.
     * The same list until it is another; asked after each step of the first window.
     */
    default List<? extends WindowContent> others() {
        return List.of();
    }

    /** What the content shows, as the title of its window; the same object until it is another. */
    default String title() {
        return DesktopApplication.TITLE;
    }

    /** Whether the window is to be on the screen. It is, at first. */
    boolean onScreen();

    /** Keys that are to come here wherever the keyboard is: the same set until it is another. */
    default Set<KeyStroke> keysHeard() {
        return Set.of();
    }

    /** A key was pressed while the window or its menu had the keyboard, or that is {@linkplain #keysHeard heard}. Any thread. */
    default void key(KeyEvent event) {}

    /** Something was dropped on the window. */
    default void dropped(DropEvent event) {}

    /** What panels open beside the window; null: none ever do. */
    default @Nullable PanelSource panels() {
        return null;
    }

    /** Whether {@link #inputRegion} would answer otherwise than when it was last called. */
    boolean inputRegionChanged();

    /** Tells which pixels catch the mouse; clicks on all others reach what lies below the window. */
    void inputRegion(RegionSink sink);

    /**
     * Draws.
     *
     * @param batch not begun; the window is cleared to transparent and premultiplied blending is set
     */
    void draw(Batch batch);

    /**
     * Where the picture of the last step is another than the one that was drawn last, if that is a small part of it.
     *
     * @param part is set to window pixels, or left as it is
     * @return whether it was set; if not, all of the picture may be another
     */
    default boolean damage(Rectangle part) {
        return false;
    }

    /** As {@link #draw(Batch)}, where nothing outside of that part is to be seen. */
    default void draw(Batch batch, Rectangle part) {
        draw(batch);
    }

    /** Called once, with the GL context current, if {@link #start} was called. */
    @Override
    void close();
}
