package dev.perch.lwjgl3;

import java.util.concurrent.TimeUnit;
import org.lwjgl.system.JNI;
import org.lwjgl.system.Platform;
import org.lwjgl.system.linux.X11;

/** Gives back what a start has taken and nobody needs any more, once: at rest nothing else would ever have it collected. */
final class SpareMemory {
    /** By then a start is over: fonts are open, the first bubble is set. */
    private static final int SECONDS = 2;

    private SpareMemory() {}

    /** Does it soon, on a thread of its own. */
    static void giveBackSoon() {
        Thread thread = new Thread(SpareMemory::giveBackLater, "perch-memory");
        thread.setDaemon(true);
        thread.start();
    }

    private static void giveBackLater() {
        try {
            TimeUnit.SECONDS.sleep(SECONDS);
            giveBack();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Pixels that were copied to textures go with their buffers, in a collection; then the C library's free pages. */
    static void giveBack() {
        System.gc();
        if (Platform.get() == Platform.LINUX) {
            // A function of GNU's libc, on which libX11 depends; another libc has none.
            long trim = X11.getLibrary().getFunctionAddress("malloc_trim");
            if (trim != 0) {
                JNI.invokePI(0, trim);
            }
        }
    }
}
