package dev.perch.bench;

import dev.perch.hooks.HookSettings;
import dev.perch.hooks.HookSnapshotSource;
import dev.perch.model.SourceRank;
import dev.perch.runtime.SourceHost;
import dev.perch.runtime.SystemClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long an agent waits for the hook program, from its start to its end: with nobody to read what it leaves, with Perch
 * reading, and with a Perch that hangs; beside a shell that does nothing with the same event.
 */
final class HookBench {
    /** A pile at which the program leaves no more. */
    private static final int PILE = 500;

    private static final byte[] EVENT = ("{\"session_id\":\"a\",\"hook_event_name\":\"PreToolUse\",\"cwd\":\"/x/project\","
                    + "\"tool_name\":\"Bash\",\"tool_input\":{\"command\":\"" + "make test ".repeat(100) + "\"}}")
            .getBytes(StandardCharsets.UTF_8);

    private final Path folder;
    private final Report report;
    private final int events;

    HookBench(Path folder, Report report, int events) {
        this.folder = folder;
        this.report = report;
        this.events = events;
    }

    void run() throws IOException, InterruptedException {
        Path program = folder.resolve(HookSettings.PROGRAM);
        try (InputStream script = HookBench.class.getResourceAsStream("/assets/hooks/" + HookSettings.PROGRAM)) {
            Files.write(program, script.readAllBytes());
        }
        Path down = folder.resolve("down");
        Path up = folder.resolve("up");
        Path hung = Files.createDirectories(folder.resolve("hung"));
        Files.writeString(hung.resolve("reader"), ProcessHandle.current().pid() + "\n");
        for (int i = 0; i < PILE; i++) {
            Files.createFile(hung.resolve(i + ".claude.done"));
        }
        List<Way> ways = List.of(
                new Way("a shell that reads it and ends", "-c", "cat >/dev/null"),
                new Way("perch hook, Perch is down", program.toString(), "claude", down.toString()),
                new Way("perch hook, Perch is up", program.toString(), "claude", up.toString()),
                new Way("perch hook, Perch hangs", program.toString(), "claude", hung.toString()));
        try (SourceHost perch = new SourceHost(new SystemClock(), snapshot -> {}, () -> {})) {
            perch.start(SourceRank.HOOKS, new HookSnapshotSource(up, new SystemClock()));
            for (int event = 0; event < events; event++) {
                for (Way way : ways) {
                    way.go();
                }
            }
        }
        report.head("What an agent waits for a hook (" + events + " alternated events)", "p50 ms", "p99 ms", "most ms");
        for (Way way : ways) {
            report.row(way.name, Processes.latencies(way.millis));
        }
    }

    /** A program that the shell runs, and what it took. */
    private static final class Way {
        private final String name;
        private final List<String> command = new ArrayList<>(List.of("/bin/sh"));
        private final Sample millis = new Sample();

        Way(String name, String... words) {
            this.name = name;
            command.addAll(List.of(words));
        }

        void go() throws IOException, InterruptedException {
            long begun = System.nanoTime();
            Process process = new ProcessBuilder(command).start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(EVENT);
            }
            if (process.waitFor() != 0) {
                throw new IOException(name + " ended with " + process.exitValue());
            }
            millis.add((System.nanoTime() - begun) / 1e6);
        }
    }
}
