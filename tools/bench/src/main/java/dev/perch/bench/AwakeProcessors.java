package dev.perch.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the processors from going to sleep, by a loop on each that gives way to everything else ({@code SCHED_IDLE}). Where an
 * idle processor wakes up slowly, as on many virtual machines, a start of many threads is otherwise measured by that.
 */
final class AwakeProcessors implements AutoCloseable {
    /** Ends with the benchmark, also when that is killed. */
    private static final String LOOP = "while kill -0 $PPID 2>/dev/null; do :; done";

    private final List<Process> loops = new ArrayList<>();

    AwakeProcessors() throws IOException {
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            loops.add(new ProcessBuilder("chrt", "--idle", "0", "sh", "-c", LOOP).start());
        }
    }

    @Override
    public void close() {
        loops.forEach(Process::destroyForcibly);
    }
}
