package dev.perch.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import dev.perch.testkit.FakeClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceSpecTest {
    private final List<RuntimeSnapshotSourceFactory> factories =
            BuiltInSources.factories(new FakeClock(), InputStream.nullInputStream());

    @TempDir
    private Path folder;

    @Test
    void wordsAreAKindAndATarget() {
        assertEquals(new SourceSpec("demo", ""), SourceSpec.parse("demo"));
        assertEquals(new SourceSpec("file", "C:\\a b\\c.json"), SourceSpec.parse("file:C:\\a b\\c.json"));
        assertEquals("replay:x:y", SourceSpec.parse("replay:x:y").toString());
    }

    @Test
    void everyKindMakesASourceOfItsName() throws IOException {
        Path recording = folder.resolve("r.jsonl");
        Files.writeString(recording, """
                {"perch":"recording","version":1}
                {"at":0,"snapshot":{"state":"idle","title":"t"}}
                """);
        for (String words : List.of("demo", "stdin", "file:x.json", "replay:" + recording)) {
            RuntimeSnapshotSource source = create(words, Map.of());
            assertEquals(SourceSpec.parse(words).kind(), source.id());
        }
        assertEquals(
                "replay",
                create("replay:" + recording, Map.of("speed", "2", "loop", true))
                        .id());
    }

    @Test
    void whatIsWrongIsOneSentenceForTheUser() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.jsonl"));

        refused("", Map.of(), "--source : does not begin with a kind");
        refused("Fi le:x", Map.of(), "--source Fi le:x: does not begin with a kind");
        refused(
                "carrier-pigeon",
                Map.of(),
                "there is no such kind of source; use one of demo, file, http, replay, stdin, websocket.");
        refused("file", Map.of(), "--source file: no path is given; write --source file:PATH.");
        refused("file:", Map.of(), "no path is given");
        refused("file:a\0b", Map.of(), "the path cannot be one here");
        refused("replay:" + folder.resolve("none"), Map.of(), "none: does not exist; check the path.");
        refused("replay:" + empty, Map.of(), "empty.jsonl: is empty;");
        refused("demo", Map.of("speed", "fast"), "speed: is not a number from 0.01 to 1000; give one.");
        refused("demo", Map.of("speed", 0), "speed: is not a number");
        refused("demo", Map.of("loop", "maybe"), "loop: is neither true nor false");
    }

    private void refused(String words, Map<String, Object> options, String part) {
        String message = assertThrows(IllegalArgumentException.class, () -> create(words, options))
                .getMessage();
        assertTrue(message.contains(part) && message.endsWith("."), message);
    }

    private RuntimeSnapshotSource create(String words, Map<String, Object> options) {
        return SourceSpec.parse(words).create(factories, options);
    }
}
