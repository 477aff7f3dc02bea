package dev.perch.runtime;

import dev.perch.action.Arming;
import dev.perch.model.PanelText;
import org.jspecify.annotations.Nullable;

/** A panel of questions to the user that opens after a click on the pet. Render thread only. */
abstract class QuestionPanel {
    /** When its answers count. */
    final Arming arming = new Arming();

    private boolean open;

    /** How many questions wait. */
    abstract int waiting();

    /** What the menu calls it. */
    abstract String label();

    /** Shows the oldest one. */
    final void open() {
        open = true;
    }

    /** Whether one is to be shown. */
    final boolean isOpen() {
        return open;
    }

    /** Later: nothing is answered. */
    void close() {
        open = false;
    }

    /** The same object until it is something else; null: nothing is open. */
    abstract @Nullable PanelText text();

    /** Whether answers count. */
    boolean armed(long nowNanos) {
        return arming.isOver(nowNanos);
    }

    /** The user chose an item of the text by a click or key. */
    abstract void choose(String key, long eventNanos, long nowNanos);

    /** The page of the web that an item opens; null: it does something else. */
    @Nullable
    String page(String key) {
        return null;
    }

    /** It has a screen of that height, in logical pixels. */
    void fitInto(int height) {}

    /** Whether what the user types goes into the answer. */
    boolean typing() {
        return false;
    }

    /** The user typed a character; or, for a negative one, took the last back. */
    void type(int codePoint) {}
}
