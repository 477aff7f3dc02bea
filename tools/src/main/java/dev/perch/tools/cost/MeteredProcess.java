package dev.perch.tools.cost;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A program that shows pictures and answers each line of its standard input with its {@link LoopFigures}. */
public final class MeteredProcess implements AutoCloseable {
    /** A byte on its standard input that has the pet tucked away. */
    public static final int TUCK = 't';

    /** A byte on its standard input that has its figures count allocated bytes from then on. */
    public static final int BYTES = 'b';

    private static final int ASK_MILLIS = 5;
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Map<String, String> environment;
    private @Nullable Process cover;
    private final BufferedReader out;
    private final long startedNanos;

    private MeteredProcess(Process process, Map<String, String> environment, long startedNanos) {
        this.process = process;
        this.environment = environment;
        this.startedNanos = startedNanos;
        out = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts it; what it says beside its figures is said here.
     *
     * @param environment added to that of this process
     */
    public static MeteredProcess start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        long now = System.nanoTime();
        return new MeteredProcess(builder.start(), environment, now);
    }

    /** Its number. */
    public long pid() {
        return process.pid();
    }

    /** What its loop has done so far. @throws IOException when it has ended */
    public LoopFigures loop() throws IOException {
        OutputStream in = process.getOutputStream();
        in.write('\n');
        in.flush();
        String line = out.readLine();
        while (line != null && !line.startsWith(LoopFigures.MARK)) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("the companion ended before it was measured");
        }
        return LoopFigures.parse(line);
    }

    /**
     * Waits for its first picture.
     *
     * @return how long that took from the start of the process, in nanoseconds
     */
    public long awaitFirstPicture() throws IOException, InterruptedException {
        return awaitPictureAfter(0).firstPictureNanos() - startedNanos;
    }

    /** Does what a scenario begins with once there is a picture. */
    public void begin(Scenario scenario) throws IOException {
        if (scenario == Scenario.TUCKED) {
            tell(TUCK);
        } else if (scenario == Scenario.FULLSCREEN) {
            cover = PerchProcess.fullscreenWindow(environment);
        }
    }

    private void tell(int word) throws IOException {
        process.getOutputStream().write(word);
        process.getOutputStream().flush();
    }

    /** Waits for a picture that was drawn after that time of {@code System.nanoTime}. */
    public LoopFigures awaitPictureAfter(long nanos) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        LoopFigures figures = loop();
        while (figures.draws() == 0 || figures.lastPictureNanos() <= nanos) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the companion draws nothing");
            }
            TimeUnit.MILLISECONDS.sleep(ASK_MILLIS);
            figures = loop();
        }
        return figures;
    }

    /** Measures it for that long, from now on. */
    public Cost measure(long millis) throws IOException, InterruptedException {
        long pss = ProcessFigures.of(pid()).pssKib();
        tell(BYTES);
        LoopFigures loopBefore = loop();
        ProcessFigures before = ProcessFigures.of(pid());
        long begin = System.nanoTime();
        TimeUnit.MILLISECONDS.sleep(millis);
        ProcessFigures after = ProcessFigures.of(pid());
        double seconds = (System.nanoTime() - begin) / 1e9;
        return Cost.between(loopBefore, before, loop(), after, seconds, pss);
    }

    @Override
    public void close() {
        if (cover != null) {
            cover.destroyForcibly();
        }
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
