package dev.perch.runtime.plugin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.perch.model.PetAnimationState;
import dev.perch.model.SourceRank;
import dev.perch.runtime.Inbox;
import dev.perch.runtime.SourceHost;
import dev.perch.runtime.SystemClock;
import dev.perch.testkit.PluginJars;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bad plugins cost the steps of the pet on show, beside a good one and none; the table is printed. */
final class PluginCostTest {
    private static final int STEPS = 2_000;
    private static final int WARM_UP = 500;
    private static final long PACE_NANOS = 2_000_000;
    private static final List<PetAnimationState> STATES =
            List.of(PetAnimationState.RUNNING, PetAnimationState.WAITING, PetAnimationState.REVIEW);

    @TempDir
    Path home;

    @Test
    @Tag("long")
    void badPluginsDoNotSlowTheStepsOfThePet() throws Exception {
        System.out.println("| plugin | p50 µs | p99 µs | most ms | bytes a step | faults |");
        System.out.println("|---|--:|--:|--:|--:|--:|");
        double good = measure("good", "", false);
        for (String[] bad : new String[][] {
            {"throws", "throw new IllegalStateException();"}, {"hangs for 10 s", "Thread.sleep(10_000);"}
        }) {
            within(good, measure(bad[0], bad[1], false));
        }
        within(good, measure("floods with snapshots", "", true));
    }

    /** A generous bound: a step that waited for a plugin would take hundreds of milliseconds. */
    private static void within(double goodMillis, double badMillis) {
        assertTrue(badMillis < goodMillis + 250, () -> badMillis + " ms beside " + goodMillis);
    }

    /** @return the longest step, in milliseconds */
    private double measure(String name, String supports, boolean flood) throws Exception {
        Path own = home.resolve(name.replace(' ', '-'));
        Path jar = PluginJars.build(LoadedPlugins.folder(own).resolve("bad.jar"), "Bad", MischiefTest.source(supports));
        Inbox<Runnable> inbox = new Inbox<>(() -> {});
        SystemClock clock = new SystemClock();
        long[] nanos = new long[STEPS];
        long bytes = 0;
        try (LoadedPlugins plugins = new LoadedPlugins(own, List.of(), jar);
                PluginOnShow pet = new PluginOnShow(plugins);
                SourceHost host = new SourceHost(clock, inbox::offerSnapshot, () -> {})) {
            pet.more = step -> inbox.drain(step.snapshots::add, event -> {});
            if (flood) {
                host.start(
                        SourceRank.CONFIGURED,
                        plugins.registry
                                .snapshotSourceFactories()
                                .get(0)
                                .value()
                                .create(Map.of()));
            }
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            for (int i = -WARM_UP; i < STEPS; i++) {
                if (i % 100 == 0) {
                    pet.tell(STATES.get(Math.floorMod(i / 100, STATES.size())));
                }
                clock.awaitNanos(clock.nanos() + PACE_NANOS);
                long allocated = threads.getCurrentThreadAllocatedBytes();
                long before = System.nanoTime();
                pet.step();
                long took = System.nanoTime() - before;
                if (i >= 0) {
                    nanos[i] = took;
                    bytes += threads.getCurrentThreadAllocatedBytes() - allocated;
                }
            }
            Arrays.sort(nanos);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.2f | %d | %d |%n",
                    name,
                    nanos[STEPS / 2] / 1e3,
                    nanos[STEPS * 99 / 100] / 1e3,
                    nanos[STEPS - 1] / 1e6,
                    bytes / STEPS,
                    plugins.said().size());
            return nanos[STEPS - 1] / (double) TimeUnit.MILLISECONDS.toNanos(1);
        }
    }
}
