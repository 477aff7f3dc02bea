package dev.perch.lwjgl3;

/** What may be asked of a running window, from any thread. Nothing happens once it is closed. */
public interface WindowControl {
    /** Has the content stepped soon. Many calls before that step are one. */
    void wake();

    /** Closes the window in an orderly way. */
    void close();
}
