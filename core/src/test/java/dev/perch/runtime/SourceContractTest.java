package dev.perch.runtime;

import dev.perch.api.RuntimeSnapshotSourceFactory;
import dev.perch.hooks.LogSnapshotSource;
import dev.perch.source.BuiltInSources;
import dev.perch.source.SourceSpec;
import dev.perch.testkit.FakeClock;
import dev.perch.testkit.LocalServer;
import dev.perch.testkit.SourceContract;
import dev.perch.testkit.SourceRig;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What every source does, whatever it reads. A new kind of source gets a line in {@link Kind}. */
final class SourceContractTest {
    private static final String LINE = "{\"state\":\"running\",\"title\":\"spoken\"}";
    private static final String RECORDING = "{\"perch\":\"recording\",\"version\":1}\n{\"at\":0,\"snapshot\":" + LINE
            + "}\n{\"at\":1000,\"snapshot\":" + LINE + "}\n";

    private static final String SAID = "{\"type\":\"user\",\"sessionId\":\"s-1\",\"message\":{\"content\":\"hello\"}}";

    /** How each kind is made, and what makes it speak once more. */
    private enum Kind {
        DEMO,
        REPLAY,
        FILE,
        STDIN,
        HTTP,
        EVENTS,
        WEBSOCKET,
        LOGS
    }

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicNode> everySourceKeepsTheContract() {
        return Stream.of(Kind.values())
                .map(kind ->
                        DynamicContainer.dynamicContainer(kind.name(), SourceContract.of(() -> new Rig(kind, folder))));
    }

    private static final class Rig implements SourceRig {
        private final Kind kind;
        private final FakeClock clock = new FakeClock();
        private final PipedInputStream in = new PipedInputStream(1 << 16);
        private final PipedOutputStream out;
        private final LocalServer server = new LocalServer();
        private final Path log;
        private final Path recording;
        private final Path home;
        private final Path transcript;

        Rig(Kind kind, Path folder) {
            this.kind = kind;
            try {
                out = new PipedOutputStream(in);
                log = Files.createTempFile(folder, "log", ".jsonl");
                recording = Files.writeString(folder.resolve("recording.jsonl"), RECORDING);
                home = Files.createTempDirectory(folder, "home");
                Files.createDirectories(home.resolve(".claude/projects/p"));
                transcript = Files.createFile(home.resolve(".claude/projects/p/s-1.jsonl"));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            server.says(LINE);
        }

        @Override
        public RuntimeSnapshotSourceFactory factory() {
            if (kind == Kind.LOGS) {
                return new LogSnapshotSource.Factory(Map.of(), home, clock, SystemClock::wallMillis);
            }
            String id = SourceSpec.parse(words()).kind();
            return BuiltInSources.factories(clock, in).stream()
                    .filter(factory -> factory.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        private String words() {
            return switch (kind) {
                case DEMO -> "demo";
                case REPLAY -> "replay:" + recording;
                case FILE -> "file:" + log;
                case STDIN -> "stdin";
                case HTTP -> "http:" + server.http("/state");
                case EVENTS -> "http:" + server.http("/events");
                case WEBSOCKET -> "websocket:" + server.socket();
                case LOGS -> "logs";
            };
        }

        @Override
        public Map<String, Object> options() {
            String words = words();
            int colon = words.indexOf(':');
            return colon < 0 ? Map.of() : Map.of(SourceSpec.TARGET, words.substring(colon + 1));
        }

        @Override
        public Map<String, Object> badOptions() {
            return options().isEmpty() ? Map.of(SourceSpec.TARGET, "nothing goes here") : Map.of();
        }

        @Override
        public FakeClock clock() {
            return clock;
        }

        @Override
        public void speak() throws IOException {
            switch (kind) {
                case DEMO, REPLAY -> clock.advance(Duration.ofSeconds(3));
                case FILE -> Files.writeString(log, LINE + "\n", StandardOpenOption.APPEND);
                case LOGS -> {
                    Files.writeString(transcript, SAID + "\n", StandardOpenOption.APPEND);
                    clock.advance(Duration.ofSeconds(3));
                }
                case HTTP -> server.says(LINE.replace("spoken", "spoken again")); // asked as soon as it is started
                case EVENTS -> server.event("data: " + LINE + "\n\n");
                case WEBSOCKET -> server.message(LINE);
                case STDIN -> {
                    out.write((LINE + "\n").getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            }
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
