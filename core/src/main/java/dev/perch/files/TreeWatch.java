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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hears that something in folders, or a folder itself, has changed, on a thread of its own. It follows a folder when it is
 * replaced by another of its name. Where the system tells of nothing, nothing is heard.
 */
public final class TreeWatch implements AutoCloseable {
    private static final WatchEvent.Kind<?>[] KINDS = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE
    };
    private static final int DEPTH = 3;

    private final List<Path> tops;
    private final int most;
    private final Runnable changed;
    private final @Nullable WatchService service;
    private final Set<Path> inside = new HashSet<>();

    /**
     * Watches from now on.
     *
     * @param tops folders or files; those that are not there are heard of when they come, if the folder around them is
     * @param most so many of the folders in them are watched, down to three levels
     * @param changed called on the watch's thread, now and then without need
     */
    public TreeWatch(List<Path> tops, int most, Runnable changed) {
        this.tops = tops.stream().map(top -> top.toAbsolutePath().normalize()).toList();
        this.most = most;
        this.changed = changed;
        service = open();
        WatchService live = service;
        if (live != null) {
            register(live);
            Thread listener = new Thread(
                    () -> listen(live), "perch-tree-" + this.tops.get(0).getFileName());
            listener.setDaemon(true);
            listener.start();
        }
    }

    private @Nullable WatchService open() {
        try {
            return tops.isEmpty() ? null : tops.get(0).getFileSystem().newWatchService();
        } catch (IOException | UnsupportedOperationException unheard) {
            return null;
        }
    }

    private void register(WatchService live) {
        inside.clear();
        for (Path top : tops) {
            Path parent = top.getParent();
            try {
                if (parent != null && Files.isDirectory(parent)) {
                    parent.register(live, KINDS);
                }
                if (Files.isDirectory(top)) {
                    register(live, top.toRealPath(), DEPTH);
                }
            } catch (IOException unheard) {
                // gone in between, or no watches left: what is registered is heard
            }
        }
    }

    private void register(WatchService live, Path folder, int depth) throws IOException {
        folder.register(live, KINDS);
        inside.add(folder);
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(folder, path -> Files.isDirectory(path, NOFOLLOW_LINKS))) {
            for (Path path : found) {
                if (depth > 1 && inside.size() < most) {
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

    /** Of a folder around them only what has their names. */
    private boolean isOurs(WatchKey told, WatchEvent<?> event) {
        return event.kind() == StandardWatchEventKinds.OVERFLOW
                || !(told.watchable() instanceof Path folder)
                || !(event.context() instanceof Path name)
                || inside.contains(folder)
                || tops.contains(folder.resolve(name));
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
