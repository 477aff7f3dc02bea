package dev.perch.tools;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Perch in a process of its own, with no display: for signals, and for what depends on the environment. */
final class PerchProcess implements AutoCloseable {
    private static final long LIMIT_SECONDS = 60;

    private final Process process;
    private final Path out;

    private PerchProcess(Process process, Path out) {
        this.process = process;
        this.out = out;
    }

    /** Starts it; what it prints goes to a file in {@code folder}. */
    static PerchProcess start(Path folder, Object... words) throws IOException {
        return start(folder, "-Dnothing=besides", words);
    }

    /** Starts all of it but its window, on a {@link BlindDesktop}. */
    static PerchProcess blind(Path folder, Object... words) throws IOException {
        return start(folder, "-D" + NoDesktop.BLIND + "=true", words);
    }

    private static PerchProcess start(Path folder, String option, Object[] words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                option,
                "-Dperch.decode=" + System.getProperty("perch.decode"),
                "-cp",
                System.getProperty("java.class.path"),
                Perch.class.getName()));
        for (Object word : words) {
            command.add(word.toString());
        }
        Path out = folder.resolve("printed.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        return new PerchProcess(builder.start(), out);
    }

    /** Writes a line to its standard input. */
    void tell(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Whether it still runs. */
    boolean alive() {
        return process.isAlive();
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Waits for its end. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("Perch did not end in " + LIMIT_SECONDS + " s");
        }
        return process.exitValue();
    }

    /** All that it printed. */
    String printed() throws IOException {
        return Files.readString(out);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
