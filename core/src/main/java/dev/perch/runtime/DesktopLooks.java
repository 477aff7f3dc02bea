package dev.perch.runtime;

import dev.perch.model.DesktopLook;
import java.util.function.Consumer;

/** The port to the desktop's settings of how programs should look and move. */
@FunctionalInterface
public interface DesktopLooks {
    /** A desktop that says nothing. */
    DesktopLooks NONE = listener -> () -> {};

    /**
     * Tells the look as soon as it is known, and again whenever it changes, on a thread of its own. Returns at once. Where it
     * cannot be found out, nothing is told: {@link DesktopLook#DEFAULT} holds.
     *
     * @return ends it when closed; nothing is told after that
     */
    Watch watch(Consumer<DesktopLook> listener);

    /** A watch that goes on until it is closed. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
