package dev.perch.runtime.plugin;

import dev.perch.ecs.Stage;
import dev.perch.ecs.Step;
import dev.perch.model.MotionChoice;
import dev.perch.model.PetAnimationState;
import dev.perch.model.Room;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import dev.perch.place.Monitor;
import dev.perch.place.MonitorLayout;
import dev.perch.render.RasterTextures;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.PetRuntime;
import dev.perch.runtime.RuntimeConfig;
import dev.perch.runtime.UiFonts;
import dev.perch.testkit.TestPets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A pet on show that user plugins have a say in: stepped by the test, woken by answers. */
final class PluginOnShow implements AutoCloseable {
    private final Semaphore answers = new Semaphore(0);
    private final List<Consumer<Step>> arriving = new ArrayList<>();
    final PetRuntime runtime;

    /** What arrives besides, in each step. */
    Consumer<Step> more = step -> {};

    private long now;
    private long sequence;

    PluginOnShow(LoadedPlugins plugins) {
        this(Capabilities.of(plugins.registry), MotionChoice.OFF);
        plugins.plugins.onAnswer(answers::release);
    }

    PluginOnShow(Capabilities capabilities, MotionChoice reducedMotion) {
        Stage stage = Stage.onDesktop(capabilities.sizes(), 112, 1);
        runtime = new PetRuntime(
                RuntimeConfig.DEFAULT.withReducedMotion(reducedMotion),
                capabilities,
                stage,
                this::drain,
                new RasterTextures(),
                UiFonts.bundled(),
                0);
        Room room = new Room(0, 0, 1920, 1080);
        stage.monitors = new MonitorLayout(List.of(new Monitor("one", room, room, 1)));
        stage.x = 700;
        stage.y = 300;
        stage.locate();
        runtime.show(new LoadedPet(TestPets.v1(), List.of()), 0);
    }

    void tell(PetAnimationState state) {
        long number = ++sequence;
        RuntimeSnapshot told = RuntimeSnapshot.of(state, "told");
        arriving.add(step -> step.snapshots.add(new StampedSnapshot(
                new SourceId("test"), SourceRank.CONFIGURED, SessionId.MAIN, number, step.now, told.ttlNanos(), told)));
    }

    /** Steps, and again with each answer and as time goes on, until it is so; half a minute at most. @return whether it is */
    boolean until(BooleanSupplier so) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        step();
        while (!so.getAsBoolean() && System.nanoTime() < deadline) {
            if (answers.tryAcquire(10, TimeUnit.MILLISECONDS)) {
                arriving.add(step -> step.answered = true);
            }
            step();
        }
        return so.getAsBoolean();
    }

    void step() {
        runtime.step(now += 10_000_000);
    }

    String frame() {
        return runtime.framesOnShow().get(0).toString();
    }

    private void drain(Step step) {
        arriving.forEach(arrival -> arrival.accept(step));
        arriving.clear();
        more.accept(step);
    }

    @Override
    public void close() {
        runtime.close();
    }
}
