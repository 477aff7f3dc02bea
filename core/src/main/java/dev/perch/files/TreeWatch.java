package dev.perch.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/**
 * Hears that something in a folder, or the folder itself, has changed, on a thread of its own. It follows the folder when it
 * is replaced by another of its name. Where the system tells of nothing, nothing is heard.
 */
public final class TreeWatch implements AutoCloseable {
    private static final WatchEvent.Kind<?>[] KINDS = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE
    };
    private static final int DEPTH = 3;
    private static final int MOST_FOLDERS = 32;

    private final Path top;
    private final Runnable changed;
    private final @Nullable WatchService service;
    private int folders;

    /**
     * Watches from now on.
     *
     * @param top a folder or a file
     * @param changed called on the watch's thread, now and then without need
     */
    public TreeWatch(Path top, Runnable changed) {
        this.top = top.toAbsolutePath().normalize();
        this.changed = changed;
        service = open();
        WatchService live = service;
        if (live != null) {
            register(live);
            Thread listener = new Thread(() -> listen(live), "perch-tree-" + this.top.getFileName());
            listener.setDaemon(true);
            listener.start();
        }
    }

    private @Nullable WatchService open() {
        try {
            return top.getFileSystem().newWatchService();
        } catch (IOException | UnsupportedOperationException unheard) {
            return null;
        }
    }

    private void register(WatchService live) {
        Path parent = top.getParent();
        folders = 0;
        try {
            if (parent != null && Files.isDirectory(parent)) {
                parent.register(live, KINDS);
            }
            if (Files.isDirectory(top)) {
                register(live, top.toRealPath(), DEPTH);
            }
        } catch (IOException unheard) {
            return; // gone in between, or no watches left: what is registered is heard
        }
    }

    private void register(WatchService live, Path folder, int depth) throws IOException {
        folder.register(live, KINDS);
        try (DirectoryStream<Path> inside =
                Files.newDirectoryStream(folder, path -> Files.isDirectory(path, NOFOLLOW_LINKS))) {
            for (Path path : inside) {
                if (depth > 1 && ++folders < MOST_FOLDERS) {
                    register(live, path, depth - 1);
                }
            }
        }
    }

    private void listen(WatchService live) {
        try {
            while (true) {
                WatchKey told = live.take();
                boolean ours = told.pollEvents().stream().anyMatch(event -> isOurs(told, event));
                told.reset();
                if (ours) {
                    register(live);
                    changed.run();
                }
            }
        } catch (ClosedWatchServiceException closed) {
            // it is closed
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of the folder around it only what has its name. */
    private boolean isOurs(WatchKey told, WatchEvent<?> event) {
        return event.kind() == StandardWatchEventKinds.OVERFLOW
                || !told.watchable().equals(top.getParent())
                || event.context().equals(top.getFileName());
    }

    /** Ends the watch; a call of {@code changed} under way may still be heard. */
    @Override
    public void close() {
        try {
            if (service != null) {
                service.close();
            }
        } catch (IOException unclosed) {
            // the thread is a daemon and hears of nothing more
        }
    }
}
