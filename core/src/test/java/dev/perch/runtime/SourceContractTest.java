package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import dev.perch.source.BuiltInSources;
import dev.perch.source.Heard;
import dev.perch.source.SourceSpec;
import dev.perch.testkit.FakeClock;
import dev.perch.testkit.LocalServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every source does, whatever it reads. A new kind of source gets a line in {@link Kind}. */
final class SourceContractTest {
    /** How each kind is made, and what makes it speak once more. */
    enum Kind {
        DEMO,
        REPLAY,
        FILE,
        STDIN,
        HTTP,
        EVENTS,
        WEBSOCKET
    }

    @TempDir
    private Path folder;

    private final FakeClock clock = new FakeClock();
    private final BlockingQueue<StampedSnapshot> arrived = new LinkedBlockingQueue<>();
    private final SourceHost host = new SourceHost(clock, arrived::add, () -> {});
    private final PipedInputStream in = new PipedInputStream(1 << 16);
    private final LocalServer server = new LocalServer();
    private int spoken;
    private OutputStream out = OutputStream.nullOutputStream();
    private Path log = Path.of("log");
    private Path recording = Path.of("recording");

    @BeforeEach
    void prepare() throws IOException {
        out = new PipedOutputStream(in);
        log = Files.createFile(folder.resolve("log.jsonl"));
        recording = folder.resolve("recording.jsonl");
        Files.writeString(
                recording,
                "{\"perch\":\"recording\",\"version\":1}\n{\"at\":0,\"snapshot\":" + line() + "}\n"
                        + "{\"at\":1000,\"snapshot\":" + line() + "}\n");
    }

    @AfterEach
    void close() {
        host.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aSourceHasAWordAndAName(Kind kind) {
        RuntimeSnapshotSource source = create(kind);

        assertTrue(source.id().matches("[a-z][a-z0-9-]*"), source.id());
        assertTrue(source.displayName().length() > 3);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aSourceStartsEmitsAndStops(Kind kind) throws Exception {
        SourceId id = host.start(SourceRank.CONFIGURED, create(kind));
        listens(kind);
        speak(kind);
        StampedSnapshot first = arrived.poll(30, TimeUnit.SECONDS);
        assertEquals(1, first.sequence());
        assertEquals(id, first.source());
        listens(kind);
        speak(kind);
        assertEquals(2, arrived.poll(30, TimeUnit.SECONDS).sequence());

        host.stop(id);
        assertEquals(SourceStatus.Phase.STOPPED, host.statuses().get(0).phase());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void nothingIsEmittedAfterStop(Kind kind) throws Exception {
        SourceId id = host.start(SourceRank.CONFIGURED, create(kind));
        listens(kind);
        speak(kind);
        assertEquals(1, arrived.poll(30, TimeUnit.SECONDS).sequence());
        host.stop(id);
        arrived.clear();
        speak(kind);
        clock.advance(Duration.ofMinutes(5));

        host.close();
        assertTrue(arrived.isEmpty(), arrived::toString);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void anInterruptEndsASourceAtOnce(Kind kind) throws Exception {
        RuntimeSnapshotSource source = create(kind);
        Heard heard = new Heard();
        Thread thread = new Thread(() -> {
            try {
                source.start(heard);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        listens(kind);
        speak(kind);
        heard.nextTitle();
        thread.interrupt();
        thread.join(30_000);

        assertEquals(Thread.State.TERMINATED, thread.getState());
    }

    private RuntimeSnapshotSource create(Kind kind) {
        List<RuntimeSnapshotSourceFactory> factories = BuiltInSources.factories(clock, in);
        String words = switch (kind) {
            case DEMO -> "demo";
            case REPLAY -> "replay:" + recording;
            case FILE -> "file:" + log;
            case STDIN -> "stdin";
            case HTTP -> "http:" + server.http("/state");
            case EVENTS -> "http:" + server.http("/events");
            case WEBSOCKET -> "websocket:" + server.socket();
        };
        Map<String, Object> options = kind == Kind.REPLAY ? Map.of("loop", true) : Map.of();
        return SourceSpec.parse(words).create(factories, options);
    }

    /** A source that asks again after a time has to wait for that time before the clock moves past it. */
    private void listens(Kind kind) throws InterruptedException {
        if (kind == Kind.HTTP) {
            clock.awaitParked(1);
        }
    }

    private void speak(Kind kind) throws InterruptedException {
        try {
            switch (kind) {
                case DEMO, REPLAY -> clock.advance(Duration.ofSeconds(3));
                case FILE -> Files.writeString(log, line() + "\n", StandardOpenOption.APPEND);
                case HTTP -> {
                    server.says(line().replace("spoken", "spoken " + spoken++));
                    clock.advance(Duration.ofSeconds(3));
                }
                case EVENTS -> server.event("data: " + line() + "\n\n");
                case WEBSOCKET -> server.message(line());
                case STDIN -> {
                    out.write((line() + "\n").getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String line() {
        return "{\"state\":\"running\",\"title\":\"spoken\"}";
    }
}
