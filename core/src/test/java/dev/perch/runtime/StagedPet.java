package dev.perch.runtime;

import dev.perch.ecs.Arrivals;
import dev.perch.ecs.Stage;
import dev.perch.ecs.Step;
import dev.perch.model.AlphaMask;
import dev.perch.model.Clip;
import dev.perch.model.Interactions;
import dev.perch.model.Page;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetId;
import dev.perch.model.PetPackage;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.Sprite;
import dev.perch.model.StampedSnapshot;
import dev.perch.render.RasterBatch;
import dev.perch.render.RasterImage;
import dev.perch.render.RasterTextures;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A runtime with a pet that is a grey square in the middle of its cell, the same in each state, told by hand. */
final class StagedPet implements AutoCloseable {
    /** Left and top edge of the ink in its cell, and how large it is. */
    static final int INK = 40;

    private final List<Arrivals.Event> events = new ArrayList<>();
    private final Stage stage;
    private final PetRuntime runtime;
    private long sequence;

    StagedPet(RuntimeConfig config) {
        this(config, Stage.of(config.petWidth(), 1));
    }

    StagedPet(RuntimeConfig config, Interactions interactions) {
        this(config, Stage.of(config.petWidth(), 1), interactions);
    }

    StagedPet(RuntimeConfig config, Stage stage) {
        this(config, stage, Interactions.NONE);
    }

    private StagedPet(RuntimeConfig config, Stage stage, Interactions interactions) {
        this.stage = stage;
        runtime = new PetRuntime(config, stage, this::drainTo, new RasterTextures(), UiFonts.bundled(), 0);
        LoadedPet loaded = pet();
        runtime.show(new LoadedPet(loaded.pet().withInteractions(interactions), loaded.pages()), 0);
    }

    /** Left edge of its ink, in window pixels. */
    int left() {
        return (stage.width - 112) / 2 + INK;
    }

    /** One past the right edge of its ink. */
    int right() {
        return left() + INK;
    }

    /** A row of its ink. */
    int middle() {
        return stage.height - stage.below - 122 + INK + INK / 2;
    }

    PetRuntime runtime() {
        return runtime;
    }

    Stage stage() {
        return stage;
    }

    /** Has something arrive with the next step. */
    void tell(Arrivals.Event event) {
        events.add(event);
    }

    /** Has a snapshot arrive with the next step. */
    void tell(PetAnimationState state, String title, String body) {
        RuntimeSnapshot told = new RuntimeSnapshot(state, title, body, Map.of());
        long number = ++sequence;
        events.add(step -> step.snapshots.add(new StampedSnapshot(
                new SourceId("test"), SourceRank.CONFIGURED, SessionId.MAIN, number, step.now, told.ttlNanos(), told)));
    }

    boolean step(long millis) {
        return runtime.step(millis * 1_000_000);
    }

    RasterImage picture() {
        RasterImage image = new RasterImage(stage.width, stage.height);
        runtime.draw(new RasterBatch(image));
        return image;
    }

    @Override
    public void close() {
        runtime.close();
    }

    private void drainTo(Step step) {
        events.forEach(event -> event.addTo(step));
        events.clear();
    }

    static LoadedPet pet() {
        long[] solid = new long[AlphaMask.words(INK, INK)];
        Arrays.fill(solid, -1);
        Sprite sprite = new Sprite(0, 0, 0, INK, INK, INK, INK, new AlphaMask(INK, INK, solid));
        Map<String, Clip> clips = new LinkedHashMap<>();
        for (PetAnimationState row : PetAnimationState.ROWS) {
            clips.put(
                    row.id(), new Clip(row.id(), List.of(new Clip.Frame(sprite, 1000), new Clip.Frame(sprite, 1000))));
        }
        ByteBuffer pixels = ByteBuffer.allocateDirect(INK * INK * 4);
        while (pixels.hasRemaining()) {
            pixels.put((byte) 0x80).put((byte) 0x80).put((byte) 0x80).put((byte) 0xFF);
        }
        Page page = new Page(INK, INK, Path.of("none"));
        PetPackage pet =
                new PetPackage(new PetId("square"), "Square", "", "00", 112, 122, 0, clips, List.of(page), List.of());
        return new LoadedPet(pet, List.of(pixels.flip()));
    }
}
