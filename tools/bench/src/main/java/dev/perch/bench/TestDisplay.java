package dev.perch.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The display that windows open on: the user's own, or one with no screen that ends with the benchmark. */
final class TestDisplay implements AutoCloseable {
    private static final int SETTLE_SECONDS = 2;

    private final Deque<Process> started = new ArrayDeque<>();
    private String name = "";

    private TestDisplay() {}

    static TestDisplay open() throws IOException, InterruptedException {
        TestDisplay display = new TestDisplay();
        String given = System.getenv("DISPLAY");
        if (given != null && !given.isEmpty()) {
            display.name = given;
        } else {
            display.startServer();
        }
        return display;
    }

    String name() {
        return name;
    }

    /** Whether the display was made for the benchmark. */
    boolean isOwn() {
        return !started.isEmpty();
    }

    Map<String, String> environment() {
        return Map.of("DISPLAY", name);
    }

    private void startServer() throws IOException, InterruptedException {
        Process server = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.push(server);
        String number = server.inputReader(StandardCharsets.UTF_8).readLine();
        if (number == null) {
            throw new IOException("Xvfb does not start");
        }
        name = ":" + number;
        startIfThere("openbox");
        startIfThere("picom", "--backend", "xrender", "--config", "/dev/null");
        startIfThere("xdotool", "mousemove", "0", "0"); // a pet that moves under a pointer is left and entered by it
        TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
    }

    private void startIfThere(String... words) {
        List<String> command = new ArrayList<>(Arrays.asList(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment());
        try {
            started.push(builder.start());
        } catch (IOException notInstalled) {
            System.err.println("bench: without " + words[0] + " (" + notInstalled.getMessage() + ")");
        }
    }

    @Override
    public void close() {
        started.forEach(Process::destroy);
    }
}
