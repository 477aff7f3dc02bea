package dev.perch.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.ecs.Stage;
import dev.perch.model.SourceRank;
import dev.perch.render.RasterBatch;
import dev.perch.render.RasterImage;
import dev.perch.render.RasterTextures;
import dev.perch.runtime.Companion;
import dev.perch.runtime.PetRuntime;
import dev.perch.runtime.RuntimeConfig;
import dev.perch.runtime.SystemClock;
import dev.perch.testkit.OpenPets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 200 threads and 2,000 notices a second, through the source, the host and the inbox, and a pet that is drawn 60 times a
 * second.
 */
final class ManyThreadsTest {
    private static final int THREADS = 200;
    private static final int PER_SECOND = 2_000;
    private static final long FRAME_NANOS = 1_000_000_000L / 60;

    @TempDir
    private Path store;

    /** Times of frames in nanoseconds, sorted, and the least heap in use in each third of the run, in KiB. */
    private record Frames(List<Long> times, List<Long> floors) {
        String figures() {
            return "p50 %.2f ms, p99 %.2f ms, most %.2f ms of %d frames; least heap in each third %s KiB"
                    .formatted(at(50) / 1e6, at(99) / 1e6, at(100) / 1e6, times.size(), floors);
        }

        long at(int percent) {
            return times.get((times.size() - 1) * percent / 100);
        }
    }

    @Test
    void aSecondOfItReachesThePet() throws Exception {
        run(1);
    }

    @Tag("long")
    @Test
    void aMinuteOfItHarmsNoFrameAndKeepsNoMemory() throws Exception {
        List<Frames> both = run(60);
        System.out.println("idle: " + both.get(0).figures());
        System.out.println("busy: " + both.get(1).figures());
        List<Long> floors = both.get(1).floors();
        assertTrue(floors.get(2) - floors.get(0) < 8 * 1024, floors::toString);
    }

    private List<Frames> run(int seconds) throws Exception {
        SystemClock clock = new SystemClock();
        BusyServer server = new BusyServer(THREADS, PER_SECOND);
        Companion companion = new Companion(
                RuntimeConfig.DEFAULT,
                width -> {
                    throw new AssertionError("no pet is asked for");
                },
                clock,
                problem -> {
                    throw new AssertionError(problem.sentence());
                });
        Stage stage = Stage.of(112, 1);
        try (companion;
                PetRuntime runtime =
                        companion.home().open(stage, new RasterTextures(), OpenPets.open("pip", store, 112))) {
            RasterBatch batch = new RasterBatch(new RasterImage(stage.width, stage.height));
            Frames idle = frames(runtime, batch, clock, seconds);
            companion.start(
                    SourceRank.APP_SERVER,
                    new CodexSource(
                            "busy",
                            (any, limits) -> server,
                            clock,
                            new Random(1),
                            new ApprovalDesk(token -> false),
                            new TurnDesk()));
            server.begin();
            Frames busy = frames(runtime, batch, clock, seconds);
            assertEquals(THREADS, runtime.told().size());
            assertTrue(server.said() > PER_SECOND * seconds / 2, () -> server.said() + " notices");
            System.out.println(server.said() + " notices in " + seconds + " s");
            return List.of(idle, busy);
        }
    }

    /** The pet is stepped and drawn at each frame, due or not. */
    private static Frames frames(PetRuntime runtime, RasterBatch batch, SystemClock clock, int seconds) {
        List<Long> times = new ArrayList<>();
        List<Long> floors = new ArrayList<>(List.of(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE));
        int count = 60 * seconds;
        long due = clock.nanos();
        for (int i = 0; i < count; i++) {
            LockSupport.parkNanos(due - clock.nanos());
            due += FRAME_NANOS;
            long begin = clock.nanos();
            runtime.step(begin);
            runtime.draw(batch);
            times.add(clock.nanos() - begin);
            long used =
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1024;
            floors.set(3 * i / count, Math.min(floors.get(3 * i / count), used));
        }
        Collections.sort(times);
        return new Frames(times, floors);
    }
}
