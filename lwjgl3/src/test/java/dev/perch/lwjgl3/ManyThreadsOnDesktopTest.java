package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.bridge.BusyServer;
import dev.perch.control.ControlClient;
import dev.perch.control.ControlCommand;
import dev.perch.control.StatusView;
import dev.perch.local.LocalFault;
import dev.perch.local.RunFolder;
import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.runtime.SystemClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 200 threads that work, and a minute of 2,000 notices a second, for a pet in a real window; frames are counted with all of
 * GL's work.
 */
@Tag("long")
final class ManyThreadsOnDesktopTest {
    private static final int THREADS = 200;
    private static final int PER_SECOND = 2_000;
    private static final long FRAME_NANOS = 1_000_000_000L / 60;
    private static final int QUIET_SECONDS = 20;
    private static final int BUSY_SECONDS = 60;

    @TempDir
    Path home;

    /** What a stretch of time was like: times of frames in nanoseconds, sorted, and the least heap in each third, in KiB. */
    private record Stretch(List<Long> frames, List<Long> floors) {
        static Stretch of(List<String> lines) {
            List<Long> memory = numbers(lines, "memory ");
            int third = memory.size() / 3;
            List<Long> floors = List.of(
                    least(memory.subList(0, third)),
                    least(memory.subList(third, 2 * third)),
                    least(memory.subList(2 * third, memory.size())));
            return new Stretch(numbers(lines, "took ").stream().sorted().toList(), floors);
        }

        private static long least(List<Long> some) {
            return some.stream().mapToLong(Long::longValue).min().orElseThrow();
        }

        long at(int percent) {
            return frames.get((frames.size() - 1) * percent / 100);
        }

        String figures() {
            return "%d frames, p50 %.2f ms, p99 %.2f ms, most %.2f ms; least heap in each third %s KiB"
                    .formatted(frames.size(), at(50) / 1e6, at(99) / 1e6, at(100) / 1e6, floors);
        }
    }

    @Test
    void aMinuteOfItHarmsNoFrameAndKeepsNoMemory() throws Exception {
        Path begin = home.resolve("begin");
        BusyServer.program(home, THREADS, PER_SECOND, begin);
        try (XDesktop desktop = XDesktop.start(XDesktop.Setting.COMPOSITED)) {
            Child companion = CodexTerminalTest.watching(desktop, "stdio", home, false, "-Dmeasured=true");
            companion.awaitLine(line -> line.contains("thread-"), 0);
            Stretch quiet = stretch(companion, QUIET_SECONDS);
            Files.createFile(begin);
            long before = snapshots();
            Stretch busy = stretch(companion, BUSY_SECONDS);
            long told = snapshots() - before;
            desktop.screen().save(Path.of("target", "screens", "many-threads.png"));
            System.out.println("quiet: " + quiet.figures());
            System.out.println("busy, " + told + " snapshots: " + busy.figures());
            assertEquals(List.of(), companion.errors());
            assertTrue(told > BUSY_SECONDS * PER_SECOND / 2, told + " snapshots");
            assertTrue(busy.frames().size() >= quiet.frames().size(), "frames went missing");
            assertTrue(
                    busy.at(99) < 2 * FRAME_NANOS,
                    "as if one of sixty frames a second were left out: " + busy.figures());
            assertTrue(busy.floors().get(2) - busy.floors().get(0) < 8 * 1024, busy.figures());
        }
    }

    /** How many the source has told, by the companion's own count. */
    private long snapshots() throws LocalFault {
        ControlClient control = new ControlClient(RunFolder.open(null, home.resolve("run")), new SystemClock());
        StatusView status = Objects.requireNonNull(
                control.ask(ControlCommand.STATUS).orElseThrow().status());
        return status.sources().stream()
                .filter(source -> source.name().startsWith("Codex"))
                .mapToLong(StatusView.Source::snapshots)
                .sum();
    }

    /** So much of it, by the ten words that the program says a second. */
    private static Stretch stretch(Child companion, int seconds) {
        int before = companion.lines().size();
        for (int i = 0; i < seconds; i++) {
            CompanionProgram.awaitWords(companion, 10);
        }
        List<String> lines = companion.lines();
        return Stretch.of(lines.subList(before, lines.size()));
    }

    private static List<Long> numbers(List<String> lines, String word) {
        return lines.stream()
                .filter(line -> line.startsWith(word))
                .map(line -> Long.valueOf(line.substring(word.length())))
                .toList();
    }
}
