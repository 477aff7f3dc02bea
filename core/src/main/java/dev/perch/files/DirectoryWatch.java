package dev.perch.files;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Hears of changes of one file, or of all in a folder, from the system, on a thread of its own, where the system can tell of
 * them.
 */
public final class DirectoryWatch implements AutoCloseable {
    private static final long JOIN_MILLIS = Duration.ofSeconds(1).toMillis();

    private final Path directory;
    private final @Nullable Path name;
    private final Runnable changed;
    private @Nullable WatchService service;
    private @Nullable WatchKey key;
    private @Nullable Thread thread;

    /**
     * A watch that does not yet watch.
     *
     * @param file an absolute path
     * @param changed called on the watch's thread
     */
    public DirectoryWatch(Path file, Runnable changed) {
        Path parent = file.getParent();
        this.directory = parent == null ? file : parent;
        this.name = parent == null ? file : file.getFileName();
        this.changed = changed;
    }

    private DirectoryWatch(Runnable changed, Path folder) {
        this.directory = folder;
        this.name = null;
        this.changed = changed;
    }

    /** The same for whatever lies in {@code folder} itself, an absolute path; not in folders below. */
    public static DirectoryWatch ofFolder(Path folder, Runnable changed) {
        return new DirectoryWatch(changed, folder);
    }

    /** Begins to watch where it does not yet: the directory may have been missing, or another one. */
    public void ensure() {
        if (hears()) {
            return;
        }
        try {
            WatchService live = open();
            key = directory.register(
                    live,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
        } catch (IOException | UnsupportedOperationException unheard) {
            key = null; // no directory, or no watches left: the poll is all there is
        }
    }

    /** Whether the system tells of changes: it has only so many watches. */
    public boolean hears() {
        return key != null && key.isValid();
    }

    private WatchService open() throws IOException {
        WatchService live = service;
        if (live == null) {
            live = directory.getFileSystem().newWatchService();
            service = live;
            WatchService watched = live;
            Thread listener = new Thread(() -> listen(watched), "perch-watch-" + directory.getFileName());
            listener.setDaemon(true);
            listener.start();
            thread = listener;
        }
        return live;
    }

    private void listen(WatchService watched) {
        try {
            while (true) {
                WatchKey told = watched.take();
                boolean ours = told.pollEvents().stream().anyMatch(this::isOurs);
                told.reset();
                if (ours) {
                    changed.run();
                }
            }
        } catch (ClosedWatchServiceException closed) {
            // it is closed
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOurs(WatchEvent<?> event) {
        return name == null || event.kind() == StandardWatchEventKinds.OVERFLOW || name.equals(event.context());
    }

    /** Ends the watch, and waits for a call of {@code changed} under way, at most a second. */
    @Override
    public void close() {
        try {
            if (service != null) {
                service.close();
            }
        } catch (IOException unclosed) {
            // the thread is a daemon and hears of nothing more
        }
        try {
            if (thread != null) {
                thread.join(JOIN_MILLIS);
            }
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }
}
