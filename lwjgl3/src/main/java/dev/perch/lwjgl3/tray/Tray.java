package dev.perch.lwjgl3.tray;

import dev.perch.lwjgl3.bus.BusMessage;
import dev.perch.lwjgl3.bus.SessionBus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lwjgl.system.Platform;

/** The icon in the desktop's tray. Where the desktop has none, nothing happens. */
public final class Tray implements AutoCloseable {
    private @Nullable SessionBus bus;
    private boolean closed;

    private Tray() {}

    /**
     * Shows it, on a thread of its own that sleeps until the tray asks for something.
     *
     * @param environment names the session bus
     * @param clicked what a click on the icon does, on that thread
     */
    public static Tray show(Map<String, String> environment, TrayMenu menu, Runnable clicked) {
        Tray tray = new Tray();
        String path = path(environment);
        if (path != null) {
            Thread thread = new Thread(() -> tray.serve(path, menu, clicked), "perch-tray");
            thread.setDaemon(true);
            thread.start();
        }
        return tray;
    }

    /** What there is to know of this desktop's tray, in a line. Asks the bus. */
    public static String fact(Map<String, String> environment) {
        String path = path(environment);
        if (path != null) {
            try (SessionBus asked = SessionBus.join(path)) {
                long number = asked.send(SessionBus.toBus("NameHasOwner", "s", StatusItem.WATCHER));
                BusMessage answer = asked.next();
                while (answer.answerTo() != number) {
                    answer = asked.next();
                }
                if (answer.arguments().equals(List.of(true))) {
                    return "takes Perch's icon (StatusNotifierItem)";
                }
            } catch (IOException noBus) {
                return "NONE, for no session bus answers; perch menu, tuck and wake do the same";
            }
        }
        return "NONE that takes a StatusNotifierItem; perch menu, tuck and wake do the same";
    }

    private static @Nullable String path(Map<String, String> environment) {
        return Platform.get() == Platform.LINUX ? SessionBus.path(environment) : null;
    }

    private void serve(String path, TrayMenu menu, Runnable clicked) {
        try (SessionBus joined = SessionBus.join(path)) {
            if (opened(joined)) {
                new StatusItem(joined, menu, clicked).serve();
            }
        } catch (IOException gone) {
            // No bus, or no longer one: no tray.
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean opened(SessionBus joined) {
        bus = joined;
        return !closed;
    }

    /** Takes it away. */
    @Override
    public synchronized void close() {
        closed = true;
        if (bus != null) {
            bus.close();
        }
    }
}
