package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.perch.ecs.Stage;
import dev.perch.ecs.Step;
import dev.perch.model.MotionChoice;
import dev.perch.model.PetAnimationState;
import dev.perch.model.Room;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.Sprite;
import dev.perch.model.StampedSnapshot;
import dev.perch.place.Monitor;
import dev.perch.place.MonitorLayout;
import dev.perch.render.RasterBatch;
import dev.perch.render.RasterImage;
import dev.perch.render.RasterTextures;
import dev.perch.testkit.OpenPets;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pet to which nothing new happens steps and is drawn for hours without one byte of garbage. */
final class SteadyStateTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Room SCREEN = new Room(0, 0, 1280, 800);

    /** The compiler may give up an assumption on the way and build a few objects that it had spared. */
    private static final int STEPS = 1_000;

    @TempDir
    static Path store;

    @ParameterizedTest
    @CsvSource({"idle,OFF,false", "running,OFF,false", "waiting,ON,false", "running,OFF,true", "idle,OFF,true"})
    void stepsAndDrawsAllocateNothing(String state, MotionChoice motion, boolean pointer) throws Exception {
        Stage stage = Stage.onDesktop(112, 1);
        stage.monitors = new MonitorLayout(List.of(new Monitor("one", SCREEN, SCREEN, 1)));
        stage.standInCorner(SCREEN);
        RuntimeConfig config = RuntimeConfig.DEFAULT.withReducedMotion(motion);
        try (PetRuntime runtime =
                new PetRuntime(config, stage, step -> tell(step, state), new RasterTextures(), UiFonts.bundled(), 0)) {
            runtime.show(OpenPets.open("pip", store, 112), 0);
            runtime.sight().setOpen(pointer);
            RasterBatch batch = new RasterBatch(new RasterImage(stage.width, stage.height));
            long warm = run(runtime, batch, 0, 2_000);
            long before = THREADS.getCurrentThreadAllocatedBytes();
            run(runtime, batch, warm, STEPS);
            long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
            assertTrue(bytes < STEPS, bytes + " bytes in " + STEPS + " steps");
            assertEquals(
                    state.equals("idle") ? "Idle" : "",
                    runtime.statusText().startsWith("Idle") ? "Idle" : "",
                    runtime.statusText());
        }
    }

    /** Steps whenever a step is due, and every 100 ms; draws when the picture is another. */
    private static long run(PetRuntime runtime, RasterBatch batch, long from, int steps) {
        long now = from;
        for (int i = 0; i < steps; i++) {
            if (runtime.sight().isDue(now)) {
                runtime.sight().pointerAt(400, 100, 1000, 100, now);
            }
            if (runtime.step(now)) {
                runtime.draw(batch);
                runtime.tellSolids(NOTHING);
            }
            runtime.statusText();
            now = Math.max(now + 1, Math.min(runtime.nextChange(), now + 100_000_000L));
        }
        return now;
    }

    private static void tell(Step step, String state) {
        if (step.now == 0) {
            RuntimeSnapshot told = new RuntimeSnapshot(
                    new PetAnimationState(state),
                    "Runs the tests",
                    "48 of 600",
                    Map.of(RuntimeSnapshot.TTL_MS, 600_000));
            step.snapshots.add(new StampedSnapshot(
                    new SourceId("test"), SourceRank.CONFIGURED, SessionId.MAIN, 1, 0, told.ttlNanos(), told));
        }
    }

    private static final Solids NOTHING = new Solids() {
        @Override
        public void ink(Sprite sprite, float cellX, float cellY, float scale) {}

        @Override
        public void card(int x, int y, int width, int height) {}
    };
}
