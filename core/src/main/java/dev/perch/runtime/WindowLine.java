package dev.perch.runtime;

/** How the rest of the program reaches the window, before there is one too. Safe for threads. */
final class WindowLine {
    private volatile Runnable wake = () -> {};
    private volatile Runnable quit = () -> {};
    private volatile boolean quitting;

    /** Has the window step soon. */
    void wake() {
        wake.run();
    }

    /** Has {@link #wake} done by {@code window} from now on; at once if something waits. */
    void onWake(Runnable window, boolean waiting) {
        wake = window;
        if (waiting) {
            window.run();
        }
    }

    /** Asks the window to close in an orderly way; one that is still to come closes at once. */
    void quit() {
        quitting = true;
        quit.run();
    }

    /** Has {@link #quit} done by {@code window}. */
    void onQuit(Runnable window) {
        quit = window;
        if (quitting) {
            window.run();
        }
    }
}
