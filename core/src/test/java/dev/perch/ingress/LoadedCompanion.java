package dev.perch.ingress;

import dev.perch.local.RunFolder;
import dev.perch.runtime.LoadedIngress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** {@link LoadedIngress} in a process of its own, with the options that {@code ./perch} gives Java. */
final class LoadedCompanion implements AutoCloseable {
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private final Process process;
    private final BufferedReader out;
    private final RunFolder folder;

    /**
     * Returns once its ingress is on.
     *
     * @param home empty
     */
    LoadedCompanion(Path home) throws Exception {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmn4m",
                        "-Xss512k",
                        "-Xmx64m",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadedIngress.class.getName(),
                        home.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String first = out.readLine();
        if (!"open".equals(first)) {
            throw new IOException("it said " + first);
        }
        folder = RunFolder.open(null, home.resolve("run"));
    }

    RunFolder folder() {
        return folder;
    }

    /** Its memory, in KiB. */
    long residentKib() throws IOException {
        try (Stream<String> lines = Files.lines(proc("status"))) {
            String line =
                    lines.filter(each -> each.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", ""));
        }
    }

    int openFiles() throws IOException {
        return files().size();
    }

    private List<String> files() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(proc("fd"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                names.add(
                        Files.isSymbolicLink(file)
                                ? Files.readSymbolicLink(file).toString()
                                : "");
            }
        }
        return names;
    }

    /** Returns once no more files are open than so many. */
    void awaitFiles(int most) throws IOException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        for (List<String> open = files(); open.size() > most; open = files()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(open.size() + " files open, and not " + most + ": " + open);
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private Path proc(String name) {
        return Path.of("/proc", String.valueOf(process.pid()), name);
    }

    /** Ends it. @return all it has to say */
    List<String> end() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        return out.lines().toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
