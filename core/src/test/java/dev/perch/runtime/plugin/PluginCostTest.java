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
import java.lang.management.ThreadInfo;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bad plugins cost the steps of the pet on show, beside a good one and none; the table is printed. */
final class PluginCostTest {
    private static final int STEPS = 2_000;
    private static final int WARM_UP = 500;
    private static final long PACE_NANOS = 2_000_000;
    private static final List<PetAnimationState> STATES =
            List.of(PetAnimationState.RUNNING, PetAnimationState.WAITING, PetAnimationState.REVIEW);

    @TempDir
    Path home;

    private static final String THROWS = "throw new IllegalStateException();";
    private static final String HANGS = "Thread.sleep(10_000);";

    @Test
    @Tag("long")
    void badPluginsDoNotSlowTheStepsOfThePet() throws Exception {
        System.out.println("| plugin | p50 µs | p99 µs | most ms | bytes a step | faults |");
        System.out.println("|---|--:|--:|--:|--:|--:|");
        double good = printed("good", "", false);
        within(good, printed("throws", THROWS, false));
        within(good, printed("hangs for 10 s", HANGS, false));
        within(good, printed("floods with snapshots", "", true));
    }

    /** A generous bound: a step that waited for a plugin would take hundreds of milliseconds. */
    private static void within(double goodMillis, double badMillis) {
        assertTrue(badMillis < goodMillis + 250, () -> badMillis + " ms beside " + goodMillis);
    }

    /**
     * Told by the render thread's own clocks, which a busy machine does not disturb: it never waits as long as the guard gives
     * one call, and of its own work half of the steps are within the 4 milliseconds that a plugin may cost a frame.
     */
    @ParameterizedTest
    @CsvSource({"throws, " + THROWS + ", false", "hangs, " + HANGS + ", false", "floods, '', true"})
    void aBadPluginKeepsNoStepWaiting(String name, String supports, boolean flood) throws Exception {
        Run run = measure(name, supports, flood, 600, 0);
        assertTrue(run.waitedMillis < LoadedPlugins.SHORT.answer().toMillis(), () -> run.waitedMillis + " ms waited");
        assertTrue(run.cpu[run.cpu.length / 2] < 4_000_000, () -> run.cpu[run.cpu.length / 2] + " ns a step");
    }

    /** @return the longest step, in milliseconds */
    private double printed(String name, String supports, boolean flood) throws Exception {
        Run run = measure(name, supports, flood, STEPS, PACE_NANOS);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.2f | %d | %d |%n",
                name,
                run.nanos[STEPS / 2] / 1e3,
                run.nanos[STEPS * 99 / 100] / 1e3,
                run.nanos[STEPS - 1] / 1e6,
                run.bytes / STEPS,
                run.faults);
        return run.nanos[STEPS - 1] / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    /**
     * What steps cost their thread.
     *
     * @param nanos how long each took, sorted
     * @param cpu how long the processor worked for each, sorted
     * @param waitedMillis for how long the thread was blocked or waited in all of them
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Run(long[] nanos, long[] cpu, long waitedMillis, long bytes, int faults) {}

    private Run measure(String name, String supports, boolean flood, int steps, long paceNanos) throws Exception {
        Path own = home.resolve(name.replace(' ', '-'));
        Path jar = PluginJars.build(LoadedPlugins.folder(own).resolve("bad.jar"), "Bad", MischiefTest.source(supports));
        Inbox<Runnable> inbox = new Inbox<>(() -> {});
        SystemClock clock = new SystemClock();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        threads.setThreadContentionMonitoringEnabled(true);
        long[] nanos = new long[steps];
        long[] cpu = new long[steps];
        long bytes = 0;
        long waited = 0;
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
            for (int i = -WARM_UP; i < steps; i++) {
                if (i % 100 == 0) {
                    pet.tell(STATES.get(Math.floorMod(i / 100, STATES.size())));
                }
                if (paceNanos > 0) {
                    clock.awaitNanos(clock.nanos() + paceNanos);
                }
                long waitedBefore = waited();
                long allocated = threads.getCurrentThreadAllocatedBytes();
                long cpuBefore = threads.getCurrentThreadCpuTime();
                long before = System.nanoTime();
                pet.step();
                long took = System.nanoTime() - before;
                if (i >= 0) {
                    nanos[i] = took;
                    cpu[i] = threads.getCurrentThreadCpuTime() - cpuBefore;
                    bytes += threads.getCurrentThreadAllocatedBytes() - allocated;
                }
                waited += waited() - waitedBefore;
            }
            Arrays.sort(nanos);
            Arrays.sort(cpu);
            return new Run(nanos, cpu, waited, bytes, plugins.said().size());
        }
    }

    private static long waited() {
        ThreadInfo info = ManagementFactory.getThreadMXBean()
                .getThreadInfo(Thread.currentThread().getId());
        return info.getBlockedTime() + info.getWaitedTime();
    }
}
