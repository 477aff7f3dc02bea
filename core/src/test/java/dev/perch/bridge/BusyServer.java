package dev.perch.bridge;

import com.fasterxml.jackson.core.JsonFactory;
import dev.perch.json.JsonTree;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** An app-server with many threads that all work, and notices of them at a rate; in a process of its own, too. */
public final class BusyServer implements Transport {
    private static final long LOOK_NANOS = 50_000_000;

    private final int threads;
    private final int perSecond;
    private final Queue<byte[]> answers = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;
    private volatile long begin;
    private final AtomicLong said = new AtomicLong();

    BusyServer(int threads, int perSecond) {
        this.threads = threads;
        this.perSecond = perSecond;
    }

    /**
     * Writes a program called {@code codex} that is such a server over standard input and output.
     *
     * @param begin it begins to tell once that file is there
     */
    public static void program(Path folder, int threads, int perSecond, Path begin) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String script = "#!/bin/sh\nexec '" + java + "' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '"
                + System.getProperty("java.class.path") + "' " + BusyServer.class.getName() + " " + threads + " "
                + perSecond + " '" + begin + "'\n";
        Path program = Files.writeString(folder.resolve("codex"), script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    /** Its arguments are those of {@link #program}: how many threads, how many notices a second, the file to wait for. */
    public static void main(String[] arguments) throws IOException {
        BusyServer server = new BusyServer(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        inBackground(() -> server.hear(System.in));
        inBackground(() -> server.beginAfter(Path.of(arguments[2])));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        for (byte[] message = server.receive(); message != null; message = server.receive()) {
            out.write(message);
            out.write('\n');
            out.flush();
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private void hear(InputStream in) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                send(line.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            close();
        }
    }

    private void beginAfter(Path file) {
        while (!Files.exists(file)) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        begin();
    }

    /** Begins to tell. */
    void begin() {
        begin = System.nanoTime();
    }

    /** How many notices it has told. */
    long said() {
        return said.get();
    }

    @Override
    public byte @Nullable [] receive() {
        while (!closed) {
            byte[] answer = answers.poll();
            if (answer != null) {
                return answer;
            }
            if (begin != 0 && (System.nanoTime() - begin) * perSecond / 1_000_000_000L > said.get()) {
                return notice(said.getAndIncrement());
            }
            LockSupport.parkNanos(200_000);
        }
        return null;
    }

    private byte[] notice(long number) {
        String thread = "thread-" + number % threads;
        long round = number / threads;
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("threadId", thread);
        params.put("turnId", "turn");
        String method;
        switch ((int) (round % 4)) {
            case 0, 1 -> {
                method = round % 4 == 0 ? "item/started" : "item/completed";
                Map<String, Object> item = new LinkedHashMap<>();
                item.put("type", "commandExecution");
                item.put("id", "item-" + round / 4);
                item.put("command", "mvn -q test -Dtest=Test" + round);
                params.put("item", item);
            }
            case 2 -> {
                method = "turn/plan/updated";
                params.put("plan", List.of(Map.of("step", "Step " + round, "status", "inProgress")));
            }
            default -> {
                method = "thread/tokenUsage/updated";
                params.put("tokenUsage", Map.of("total", Map.of("totalTokens", round)));
            }
        }
        return bytes(Map.of("method", method, "params", params, "emittedAtMs", 1_700_000_000_000L + number));
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        Fields message;
        try (var parser = new JsonFactory().createParser(bytes)) {
            message = new Fields(JsonTree.readObject(parser));
        }
        if (!message.has("id")) {
            return;
        }
        Map<String, Object> result = new LinkedHashMap<>();
        switch (message.text("method")) {
            case "initialize" -> result.put("userAgent", "perch/0.169.0 (Debian 12.0.0; x86_64)");
            case "thread/loaded/list" -> result.put("data", names());
            default -> result.put("thread", thread(message.object("params").text("threadId")));
        }
        answers.add(bytes(Map.of("id", message.whole("id", -1), "result", result)));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            names.add("thread-" + i);
        }
        return names;
    }

    private static Map<String, Object> thread(String id) {
        return Map.of(
                "id",
                id,
                "name",
                "The thread " + id,
                "cwd",
                "/home/ada/" + id,
                "status",
                Map.of("type", "active", "activeFlags", List.of()));
    }

    private static byte[] bytes(Map<String, Object> message) {
        return JsonTree.line(message).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closed = true;
    }
}
