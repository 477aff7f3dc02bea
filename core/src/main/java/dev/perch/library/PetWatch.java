package dev.perch.library;

import dev.perch.api.Clock;
import dev.perch.files.TreeWatch;
import dev.perch.model.PackageSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells when a package on disk has changed and has been left alone since. Bundled pets never change. */
public final class PetWatch implements AutoCloseable {
    /** Between two looks that must see the same: an exporter writes a sheet in one go, copying tools file after file. */
    private static final Duration QUIET = Duration.ofMillis(150);

    /** Whatever goes on for longer is looked at half done. */
    private static final int MOST_LOOKS = 60;

    /** A package has its pictures in a folder or two. */
    private static final int MOST_FOLDERS = 32;

    private final PackageSource source;
    private final Clock clock;
    private final Runnable changed;
    private final @Nullable TreeWatch watch;
    private @Nullable String last;

    /**
     * Watches from now on.
     *
     * @param changed called on a thread of the watch
     */
    public PetWatch(PackageSource source, Clock clock, Runnable changed) {
        this.source = source;
        this.clock = clock;
        this.changed = changed;
        last = PackageMark.of(source);
        Path path = PackageMark.path(source);
        watch = path == null ? null : new TreeWatch(List.of(path), MOST_FOLDERS, this::look);
    }

    /** Where it looks. */
    public PackageSource source() {
        return source;
    }

    private void look() {
        try {
            String before = last;
            String now = PackageMark.of(source);
            for (int i = 0; i < MOST_LOOKS && !Objects.equals(before, now); i++) {
                clock.awaitNanos(clock.nanos() + QUIET.toNanos());
                before = now;
                now = PackageMark.of(source);
            }
            if (!Objects.equals(now, last)) {
                last = now;
                changed.run();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
    }
}
