package dev.perch.bench;

import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.hooks.HookSettings;
import dev.perch.hooks.HookSnapshotSource;
import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.runtime.SystemClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long an agent waits for its hook, from the start of the process to its end, beside a shell that only reads. */
final class HookBench {
    private static final byte[] EVENT = ("{\"session_id\":\"s\",\"hook_event_name\":\"PreToolUse\",\"tool_name\":\"Bash\","
                    + "\"cwd\":\"/home/me/web\",\"tool_input\":{\"command\":\"" + "x".repeat(1_000) + "\"}}")
            .getBytes(StandardCharsets.UTF_8);
    private static final int PILE = 500;

    private final Path folder;
    private final Report report;
    private final int times;

    HookBench(Path folder, Report report, int times) {
        this.folder = folder;
        this.report = report;
        this.times = times;
    }

    void run() throws IOException, InterruptedException {
        Path program = folder.resolve(HookSettings.PROGRAM);
        try (InputStream script = HookBench.class.getResourceAsStream("/assets/hooks/" + HookSettings.PROGRAM)) {
            Files.write(program, script.readAllBytes());
        }
        Path read = folder.resolve("read");
        Thread companion = companion(read);
        List<Subject> subjects = List.of(
                new Subject("a shell that only reads", List.of("/bin/sh", "-c", "cat >/dev/null")),
                new Subject("no companion runs", hook(program, folder.resolve("nobody"))),
                new Subject("a companion runs", hook(program, read)),
                new Subject("a companion hangs", hook(program, hung())));
        for (int i = 0; i < times; i++) {
            for (Subject subject : subjects) {
                subject.once();
            }
        }
        companion.interrupt();
        companion.join();
        report.head("What an agent waits for its hook (" + times + " alternated events)", "p50 ms", "p99 ms", "most", "ratio");
        for (Subject subject : subjects) {
            List<String> columns = new ArrayList<>(List.of(Processes.latencies(subject.millis)));
            columns.add(Processes.ratio(subject.millis, subjects.get(0).millis));
            report.row(subject.name, columns.toArray(String[]::new));
        }
    }

    private static List<String> hook(Path program, Path spool) {
        return List.of("/bin/sh", program.toString(), "claude", spool.toString());
    }

    /** One that takes events out as they come. */
    private static Thread companion(Path spool) throws IOException, InterruptedException {
        HookSnapshotSource source = new HookSnapshotSource(spool, new SystemClock());
        Thread thread = new Thread(() -> {
            try {
                source.start(new RuntimeSnapshotEmitter() {
                    @Override
                    public void emit(RuntimeSnapshot snapshot) {}

                    @Override
                    public void problem(Problem problem) {
                        System.err.println(problem.sentence());
                    }
                });
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        while (!Files.exists(spool.resolve("reader"))) {
            Thread.sleep(1);
        }
        return thread;
    }

    /** The folder of one that lives and takes nothing out. */
    private Path hung() throws IOException {
        Path spool = Files.createDirectory(folder.resolve("hung"));
        Files.writeString(spool.resolve("reader"), ProcessHandle.current().pid() + "\n");
        for (int i = 0; i < PILE; i++) {
            Files.createFile(spool.resolve(i + ".claude.done"));
        }
        return spool;
    }

    private record Subject(String name, List<String> command, Sample millis) {
        Subject(String name, List<String> command) {
            this(name, command, new Sample());
        }

        void once() throws IOException, InterruptedException {
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
