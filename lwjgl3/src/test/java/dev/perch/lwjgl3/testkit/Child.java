package dev.perch.lwjgl3.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A process of a test: what it says is kept by the line; it ends with the test. */
public final class Child implements AutoCloseable {
    private final String name;
    private final Process process;
    private final List<String> out = new CopyOnWriteArrayList<>();
    private final List<String> err = new CopyOnWriteArrayList<>();
    private final Thread outReader;
    private final Thread errReader;

    private Child(String name, Process process) {
        this.name = name;
        this.process = process;
        outReader = reader(process.inputReader(StandardCharsets.UTF_8), out);
        errReader = reader(process.errorReader(StandardCharsets.UTF_8), err);
    }

    /**
     * Starts a program.
     *
     * @param environment added to that of the test
     */
    public static Child start(Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().putAll(environment);
        try {
            return new Child(command.get(0), builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a program to its end. @return what it wrote */
    public static String run(Map<String, String> environment, String... command) {
        try (Child child = start(environment, List.of(command))) {
            int code = child.awaitExit();
            if (code != 0) {
                throw new AssertionError(String.join(" ", command) + " ended with " + code + ": " + child.errors());
            }
            return String.join("\n", child.out);
        }
    }

    /** Writes a line to it. */
    public void tell(String line) {
        try {
            OutputStream in = process.getOutputStream();
            in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has written so far. */
    public List<String> lines() {
        return List.copyOf(out);
    }

    /** What it has written to its standard error so far. */
    public List<String> errors() {
        return List.copyOf(err);
    }

    /** How many of its lines fit. */
    public int count(Predicate<String> line) {
        return (int) out.stream().filter(line).count();
    }

    /** The last line that fits, as soon as there are more than {@code before} that do. */
    public String awaitLine(Predicate<String> line, int before) {
        Eventually.await(
                () -> count(line) > before || !process.isAlive(), () -> name + " does not say it: " + out + " " + err);
        if (count(line) <= before) {
            join();
        }
        return out.stream()
                .filter(line)
                .skip(before)
                .reduce((a, b) -> b)
                .orElseThrow(() -> new AssertionError(name + " ended without saying it: " + out + " " + err));
    }

    /** The line that it answers to a question: the next one that begins so. */
    public String ask(String question, String answer) {
        int before = count(line -> line.startsWith(answer));
        tell(question);
        return awaitLine(line -> line.startsWith(answer), before);
    }

    /** Its exit code, once it has ended and all that it wrote is read. */
    public int awaitExit() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError(name + " does not end: " + out + " " + err);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        join();
        return process.exitValue();
    }

    /** Its number. */
    public long pid() {
        return process.pid();
    }

    /** Stops it where it is, until {@link #resume}: it hears nothing meanwhile. */
    public void pause() {
        run(Map.of(), "kill", "-STOP", String.valueOf(pid()));
    }

    /** Lets it go on. */
    public void resume() {
        run(Map.of(), "kill", "-CONT", String.valueOf(pid()));
    }

    /** Sends SIGTERM. */
    public void terminate() {
        process.toHandle().destroy();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitExit();
    }

    private void join() {
        try {
            outReader.join(10_000);
            errReader.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread reader(BufferedReader lines, List<String> into) {
        Thread thread = new Thread(
                () -> {
                    try (lines) {
                        lines.lines().forEach(into::add);
                    } catch (IOException | UncheckedIOException e) {
                        into.add("(unread: " + e.getMessage() + ")");
                    }
                },
                "child output");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
