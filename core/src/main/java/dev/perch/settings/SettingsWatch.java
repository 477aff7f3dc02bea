package dev.perch.settings;

import dev.perch.api.Clock;
import dev.perch.files.DirectoryWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Tells of changes of the file as it is edited, once the editor has left it alone for a moment. A file that cannot be read
 * changes nothing.
 */
public final class SettingsWatch implements AutoCloseable {
    /** An editor empties a file before it writes it anew: nobody looks in between. */
    private static final Duration QUIET = Duration.ofMillis(200);

    private final SettingsFile file;
    private final Clock clock;
    private final Consumer<SettingsFile.Content> changed;
    private final DirectoryWatch watch;
    private SettingsFile.Content last;

    /**
     * Watches from now on.
     *
     * @param known what the file said when it was last read
     * @param changed told what it says now, on the watch's thread; it must return soon
     */
    public SettingsWatch(
            SettingsFile file, SettingsFile.Content known, Clock clock, Consumer<SettingsFile.Content> changed) {
        this.file = file;
        this.clock = clock;
        this.changed = changed;
        last = known;
        watch = new DirectoryWatch(file.path(), this::look);
        try {
            Files.createDirectories(file.path().resolveSibling("").toAbsolutePath());
        } catch (IOException unmade) {
            // without a folder there is nothing to watch
        }
        watch.ensure();
    }

    private void look() {
        try {
            clock.awaitNanos(clock.nanos() + QUIET.toNanos());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return;
        }
        SettingsFile.Content now = file.look();
        if (!now.equals(last)) {
            last = now;
            changed.accept(now);
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
