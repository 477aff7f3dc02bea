package dev.perch.tools.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Linux says of a process.
 *
 * @param cpuNanos processor time so far, to a hundredth of a second
 * @param switches how often the threads that it has went to sleep by themselves: each is woken up again
 * @param pssKib its memory, with shared pages in proportion, in KiB
 */
public record ProcessFigures(long cpuNanos, long switches, long pssKib) {
    /**
     * The figures of a process as they are now.
     *
     * @throws IOException when it is gone, or the system has no such files
     */
    public static ProcessFigures of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        long cpu = ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().totalCpuDuration())
                .map(Duration::toNanos)
                .orElse(0L);
        long switches = 0;
        List<Path> threads;
        try (Stream<Path> tasks = Files.list(process.resolve("task"))) {
            threads = tasks.toList();
        }
        for (Path thread : threads) {
            try {
                switches += number(Files.readAllLines(thread.resolve("status")), "voluntary_ctxt_switches:");
            } catch (NoSuchFileException ended) {
                // A thread that has ended counts no more.
            }
        }
        return new ProcessFigures(cpu, switches, number(Files.readAllLines(process.resolve("smaps_rollup")), "Pss:"));
    }

    private static long number(List<String> lines, String name) throws IOException {
        for (String line : lines) {
            if (line.startsWith(name)) {
                return firstNumber(line.substring(name.length()).strip());
            }
        }
        throw new IOException("the system does not tell " + name);
    }

    private static long firstNumber(String text) {
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return Long.parseLong(text, 0, end, 10);
    }
}
