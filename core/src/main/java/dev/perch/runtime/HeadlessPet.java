package dev.perch.runtime;

import dev.perch.ecs.Stage;
import dev.perch.ecs.Step;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import dev.perch.render.FontStack;
import dev.perch.render.RasterBatch;
import dev.perch.render.RasterImage;
import dev.perch.render.RasterTextures;
import dev.perch.runtime.plugin.Capabilities;
import dev.perch.source.SnapshotTimeline;
import dev.perch.source.TimelineCursor;

/**
 * A pet without a window: the same {@link PetRuntime}, drawn by the CPU, in a time that only the caller moves. The same
 * pet, timeline and moments give the same pictures, bit for bit.
 */
public final class HeadlessPet implements AutoCloseable {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final TimelineCursor cursor;
    private final PetRuntime runtime;
    private final RasterImage image;
    private final RasterBatch batch;
    private long sequence;
    private long now = -1;

    /** A pet at moment 0 that can do what Perch itself brings. */
    public HeadlessPet(RuntimeConfig config, Stage stage, LoadedPet pet, FontStack fonts, SnapshotTimeline timeline) {
        this(config, Capabilities.builtIn(), stage, pet, fonts, timeline);
    }

    /**
     * A pet at moment 0, with what is due at that moment not yet told.
     *
     * @param capabilities what plugins bring
     * @param fonts what its bubble is set in; belongs to it from now on
     * @param timeline what it is told, and when
     */
    public HeadlessPet(
            RuntimeConfig config,
            Capabilities capabilities,
            Stage stage,
            LoadedPet pet,
            FontStack fonts,
            SnapshotTimeline timeline) {
        cursor = new TimelineCursor(timeline, false);
        runtime = new PetRuntime(config, capabilities, stage, this::drainTo, new RasterTextures(), fonts, 0);
        runtime.show(pet, 0);
        image = new RasterImage(stage.width, stage.height);
        batch = new RasterBatch(image);
    }

    /**
     * Moves time forward, through every change on the way.
     *
     * @return whether the picture changed
     */
    public boolean advanceTo(long millis) {
        boolean changed = false;
        for (long next = nextChangeMillis(); next < millis; next = nextChangeMillis()) {
            changed |= step(next);
        }
        return step(millis) || changed;
    }

    private boolean step(long millis) {
        now = millis;
        return runtime.step(millis * NANOS_PER_MILLI);
    }

    /** When something next changes, later than now; {@link Long#MAX_VALUE}: never. */
    public long nextChangeMillis() {
        long animation = runtime.nextChange();
        long millis = animation == Long.MAX_VALUE ? animation : (animation + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI;
        return Math.max(now + 1, Math.min(millis, cursor.nextMillis()));
    }

    /** The picture of the last moment, drawn anew into the same image each time. */
    public RasterImage picture() {
        image.clear(0);
        runtime.draw(batch);
        return image;
    }

    /** The runtime behind it. */
    public PetRuntime runtime() {
        return runtime;
    }

    @Override
    public void close() {
        runtime.close();
    }

    private void drainTo(Step step) {
        cursor.advance(step.now / NANOS_PER_MILLI, entry -> step.snapshots.add(stamped(entry)));
    }

    private StampedSnapshot stamped(SnapshotTimeline.Entry entry) {
        return new StampedSnapshot(
                entry.source(),
                SourceRank.REPLAY,
                entry.session(),
                ++sequence,
                entry.atMillis() * NANOS_PER_MILLI,
                entry.snapshot().ttlNanos(),
                entry.snapshot());
    }
}
