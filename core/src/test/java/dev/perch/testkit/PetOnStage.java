package dev.perch.testkit;

import dev.perch.ecs.Stage;
import dev.perch.ecs.Step;
import dev.perch.gesture.PointerEvent;
import dev.perch.gesture.PointerEvent.Kind;
import dev.perch.model.MotionChoice;
import dev.perch.model.Room;
import dev.perch.model.ThemeChoice;
import dev.perch.place.Monitor;
import dev.perch.place.MonitorLayout;
import dev.perch.render.RasterBatch;
import dev.perch.render.RasterImage;
import dev.perch.render.RasterTextures;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.PetRuntime;
import dev.perch.runtime.RuntimeConfig;
import dev.perch.runtime.UiFonts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A pet in a window that is not there, with a pointer and time in the hands of a test. Milliseconds, desktop pixels. */
public final class PetOnStage implements AutoCloseable {
    private static final long MILLI = 1_000_000;

    private final List<Consumer<Step>> arriving = new ArrayList<>();
    private final Stage stage = Stage.of(112, 1);
    private final PetRuntime runtime;
    private final RasterImage image = new RasterImage(stage.width, stage.height);
    private final RasterBatch batch = new RasterBatch(image);
    private int draws;

    /** The pet at moment 0, its window at that place, stepped once. */
    public PetOnStage(LoadedPet pet, boolean reduced, int x, int y, Room room) {
        RuntimeConfig config = RuntimeConfig.DEFAULT
                .withReducedMotion(reduced ? MotionChoice.ON : MotionChoice.OFF)
                .withTheme(ThemeChoice.LIGHT);
        runtime = new PetRuntime(config, stage, this::drain, new RasterTextures(), UiFonts.bundled(), 0);
        runtime.show(pet, 0);
        stage.x = x;
        stage.y = y;
        stage.monitors = new MonitorLayout(List.of(new Monitor("one", room, room, 1)));
        stage.locate();
        runtime.step(0);
    }

    /** The runtime. */
    public PetRuntime runtime() {
        return runtime;
    }

    /** The window. */
    public Stage stage() {
        return stage;
    }

    /** How often the picture was another one. */
    public int draws() {
        return draws;
    }

    /** Has something arrive at that moment, and steps. */
    public void arrive(long millis, Consumer<Step> what) {
        run(millis - 1);
        arriving.add(what);
        step(millis);
    }

    /** The pointer does something at that moment. */
    public void pointer(Kind kind, int x, int y, long millis) {
        arrive(
                millis,
                step -> step.pointer.add(new PointerEvent(
                        kind, x - stage.x, y - stage.y, x, y, kind == Kind.MOVE ? -1 : 0, millis * MILLI)));
    }

    /** Steps whenever a step is due, until that moment and at it. */
    public void run(long millis) {
        for (long due = due(); due < millis; due = due()) {
            step(due);
        }
        step(millis);
    }

    /** When a step is due next, {@link Long#MAX_VALUE}: never. */
    public long due() {
        long due = runtime.nextChange();
        return due == Long.MAX_VALUE ? due : (due + MILLI - 1) / MILLI;
    }

    /** The picture of the last step; drawn anew into the same image each time. */
    public RasterImage picture() {
        image.clear(0);
        runtime.draw(batch);
        return image;
    }

    /** As {@link #picture}, the pet alone: the middle of the window's lower edge. */
    public RasterImage petAlone(int width, int height) {
        RasterImage whole = picture();
        RasterImage part = new RasterImage(width, height);
        for (int y = 0; y < height; y++) {
            System.arraycopy(
                    whole.pixels(),
                    (whole.height() - height + y) * whole.width() + (whole.width() - width) / 2,
                    part.pixels(),
                    y * width,
                    width);
        }
        return part;
    }

    @Override
    public void close() {
        runtime.close();
    }

    private void step(long millis) {
        if (runtime.step(millis * MILLI)) {
            draws++;
        }
    }

    private void drain(Step step) {
        arriving.forEach(arrival -> arrival.accept(step));
        arriving.clear();
    }
}
