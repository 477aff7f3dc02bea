package dev.perch.runtime;

import dev.perch.model.PanelText;
import org.jspecify.annotations.Nullable;

/** A panel of questions to the user that opens after a click on the pet. Render thread only. */
interface QuestionPanel {
    /** How many questions wait. */
    int waiting();

    /** What the menu calls it. */
    String label();

    /** Shows the oldest one. */
    void open();

    /** Later: nothing is answered. */
    void close();

    /** The same object until it is something else; null: nothing is open. */
    @Nullable
    PanelText text();

    /** Whether answers count. The time begins when this is first asked, by the window that shows the page. */
    boolean armed(long nowNanos);

    /** When they will. */
    long armsAt();

    /** The window moved or lost the keyboard: the user is given time again. */
    void disturb(long nowNanos);

    /** The user chose an item of the text by a click or key. */
    void choose(String key, long eventNanos, long nowNanos);

    /** It has a screen of that height, in logical pixels. */
    default void fitInto(int height) {}

    /** Whether what the user types goes into the answer. */
    default boolean typing() {
        return false;
    }

    /** The user typed a character; or, for a negative one, took the last back. */
    default void type(int codePoint) {}
}
