package dev.perch.bench.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a whole process took, read every few milliseconds while it ran: the last of its processor time may be missing.
 *
 * @param seconds by the clock on the wall
 * @param cpuSeconds of all its threads
 * @param peakMb the most memory it held at once
 * @param said all that it printed
 */
record Run(double seconds, double cpuSeconds, double peakMb, String said) {
    private static final int LOOK_MILLIS = 5;

    /** Runs a command to its end. @throws IOException when it fails, with what it said */
    static Run of(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("perch-bench", ".out");
        try {
            long from = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            double cpu = 0;
            double peak = 0;
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                cpu = Math.max(
                        cpu,
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3);
                peak = Math.max(peak, peakMb(process.pid()));
            }
            double seconds = (System.nanoTime() - from) / 1e9;
            String text = Files.readString(said, StandardCharsets.UTF_8).strip();
            if (process.exitValue() != 0) {
                throw new IOException(command.get(0) + " ended with " + process.exitValue() + ": " + text);
            }
            return new Run(seconds, cpu, peak, text);
        } finally {
            Files.delete(said);
        }
    }

    private static double peakMb(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Integer.parseInt(line.replaceAll("\\D", "")) / 1024.0;
                }
            }
            return 0;
        } catch (IOException gone) {
            // It ended while its file was read.
            return 0;
        }
    }
}
