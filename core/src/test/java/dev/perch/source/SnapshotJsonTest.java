package dev.perch.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.text.VisibleText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class SnapshotJsonTest {
    private record Refused(String name, String line, String part) {}

    private static final String MINIMAL = "{\"state\":\"running\",\"title\":\"t\"}";

    private static List<Refused> refused() {
        return List.of(
                new Refused("empty", "", "is not a JSON object"),
                new Refused("words", "hello", "is not JSON (column "),
                new Refused("a list", "[]", "is not a JSON object"),
                new Refused("a word in quotes", "\"running\"", "is not a JSON object"),
                new Refused("null", "null", "is not a JSON object"),
                new Refused("an early end", "{\"state\":\"running\"", "ends too early"),
                new Refused("single quotes", "{'state':'running'}", "is not JSON (column 2)"),
                new Refused("a comment", "/* */" + MINIMAL, "is not JSON"),
                new Refused("a comma too many", "{\"state\":\"running\",}", "is not JSON"),
                new Refused("two objects", MINIMAL + MINIMAL, "has more behind its JSON object"),
                new Refused("words behind", MINIMAL + " x", "is not JSON"),
                new Refused("a key twice", "{\"title\":\"a\",\"title\":\"b\"}", "has a key twice"),
                new Refused("an inner key twice", "{\"x\":{\"a\":1,\"a\":2}}", "has a key twice"),
                new Refused("not a number", "{\"x\":NaN}", "is not JSON"),
                new Refused("a raw line feed", "{\"title\":\"a\nb\"}", "is not JSON"),
                new Refused("no state", "{\"title\":\"t\"}", "has no state"),
                new Refused("null state", "{\"state\":null,\"title\":\"t\"}", "has no state"),
                new Refused("no title", "{\"state\":\"idle\"}", "has no title"),
                new Refused("a shouting state", "{\"state\":\"Running\",\"title\":\"t\"}", "state is not a word"),
                new Refused("an empty state", "{\"state\":\"\",\"title\":\"t\"}", "state is not a word"),
                new Refused("a long state", with("state", "a".repeat(33)), "state is not a word"),
                new Refused("a number as title", "{\"state\":\"idle\",\"title\":5}", "title is not text"),
                new Refused("a list as body", "{\"state\":\"idle\",\"title\":\"t\",\"body\":[]}", "body is not text"),
                new Refused("a long title", with("title", "x".repeat(201)), "title has 201 characters, more than 200"),
                new Refused("a megabyte", with("title", "x".repeat(1 << 20)), "is longer than 64 KiB"),
                new Refused("a long body", with("body", "x".repeat(4001)), "body has 4001 characters"),
                new Refused("an escape sequence", with("title", "\\u001b[31mred"), "title holds the character U+001B"),
                new Refused("a line feed in a title", with("title", "a\\nb"), "title holds the character U+000A"),
                new Refused("an override", with("title", "a\u202Eb"), "title holds the character U+202E"),
                new Refused("an isolate", with("body", "a\u2066b"), "body holds the character U+2066"),
                new Refused("a bell in the body", with("body", "\\u0007"), "body holds the character U+0007"),
                new Refused("a C1 control", with("title", "\u0085"), "U+0085"),
                new Refused("a tag", with("title", "\uDB40\uDC41"), "U+E0041"),
                new Refused("half a pair", with("title", "\\ud800"), "U+D800"),
                new Refused("a BOM within", with("title", "a\uFEFF"), "U+FEFF"),
                new Refused("metadata as list", meta("[]"), "metadata is not an object"),
                new Refused("deep metadata", meta("{\"a\":{\"b\":{}}}"), "nested deeper than two"),
                new Refused("a list in a list", meta("{\"a\":[[]]}"), "nested deeper than two"),
                new Refused("a control in metadata", meta("{\"a\":\"\\u0000\"}"), "U+0000"),
                new Refused("much metadata", meta("{\"a\":\"" + "x".repeat(4096) + "\"}"), "more than 4096 bytes"),
                new Refused("many keys", meta(manyKeys(33)), "33 keys, more than 32"),
                new Refused("a huge number", meta("{\"a\":99999999999999999999}"), "beyond 64 bits"),
                new Refused("an endless number", meta("{\"a\":1e999}"), "metadata.a is neither"),
                new Refused("a long number", meta("{\"a\":" + "1".repeat(21) + "}"), "more than a snapshot may hold"),
                new Refused("a bad session", meta("{\"sessionId\":\"a b\"}"), "metadata.sessionId is not a name"),
                new Refused(
                        "a deep stranger", with("x\":" + "[".repeat(20) + "]".repeat(20) + ",\"y", "z"), "more than"),
                new Refused("many parts", with("x\":[" + "1,".repeat(1500) + "1],\"y", "z"), "more than a snapshot"));
    }

    @TestFactory
    Stream<DynamicTest> aBadLineIsRefusedWithOneSentence() {
        return refused().stream()
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    String sentence = sentence(SnapshotJson.read(row.line(), "here line 7"));
                    assertTrue(sentence.contains(row.part()), sentence);
                    assertTrue(sentence.startsWith("here line 7: ") && sentence.endsWith("."), sentence);
                    assertEquals(-1, VisibleText.firstForbidden(sentence, false), sentence);
                    assertTrue(sentence.length() < 300, sentence);
                }));
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] overlong = MINIMAL.replace('t', '\u00C0').getBytes(StandardCharsets.ISO_8859_1);

        SnapshotLine line = SnapshotJson.read(overlong, 0, overlong.length, "x");

        assertTrue(sentence(line).contains("is not UTF-8"), sentence(line));
    }

    @Test
    void fourFieldsAreRead() {
        RuntimeSnapshot snapshot = good("{\"state\":\"my-state_2\",\"title\":\"A title\",\"body\":\"one\\n\\ttwo\","
                + "\"metadata\":{\"sessionId\":\"s:1\",\"ttlMs\":5000,\"share\":0.5,\"on\":true,\"none\":null,"
                + "\"list\":[1,\"a\",null,false],\"map\":{\"k\":\"v\"}},\"stranger\":{\"deep\":[[1]]}}");

        assertEquals(new PetAnimationState("my-state_2"), snapshot.state());
        assertEquals("A title", snapshot.title());
        assertEquals("one\n\ttwo", snapshot.body());
        assertEquals(
                Map.of(
                        "sessionId",
                        "s:1",
                        "ttlMs",
                        5000L,
                        "share",
                        0.5,
                        "on",
                        true,
                        "list",
                        List.of(1L, "a", false),
                        "map",
                        Map.of("k", "v")),
                snapshot.metadata());
        assertEquals(new SessionId("s:1"), snapshot.session());
        assertEquals(5_000_000_000L, snapshot.ttlNanos());
    }

    @Test
    void theLeastSnapshotIsAStateAndATitle() {
        RuntimeSnapshot snapshot = good("\uFEFF " + MINIMAL + "\r");

        assertEquals(RuntimeSnapshot.of(PetAnimationState.RUNNING, "t"), snapshot);
        assertNull(snapshot.body());
        assertEquals(SessionId.MAIN, snapshot.session());
        assertEquals(Long.MAX_VALUE, snapshot.ttlNanos());
    }

    @Test
    void textOfAllScriptsAndJoinedEmojiIsWelcome() {
        String title = "日本語 \uD83D\uDC69\u200D\uD83D\uDCBB می\u200Cخواهم ✓ é \uE0B0";

        assertEquals(title, good(with("title", title)).title());
    }

    @Test
    void limitsCountCodePointsAndAreReached() {
        String bird = "\uD83D\uDC26";

        assertEquals(400, good(with("title", bird.repeat(200))).title().length());
        assertEquals(
                8000,
                String.valueOf(good(with("body", bird.repeat(4000))).body()).length());
        assertEquals(
                8000,
                String.valueOf(good(with("body", "\\ud83d\\udc26".repeat(4000))).body())
                        .length());
        assertEquals(32, good(meta(manyKeys(32))).metadata().size());
    }

    @Test
    void writingIsCanonicalAndReadsBackTheSame() {
        String line = "{\"state\":\"waiting\",\"title\":\"Größe \\\"5\\\"\",\"body\":\"a\\nb\",\"metadata\":"
                + "{\"a\":[1,2.5,\"x\"],\"b\":{\"c\":true,\"d\":\"e\"},\"n\":-7}}";
        String shuffled = "{\"metadata\":{\"n\":-7,\"b\":{\"d\":\"e\",\"c\":true},\"a\":[1,2.5,\"x\"]},"
                + "\"body\":\"a\\nb\",\"title\":\"Gr\\u00f6\\u00dfe \\\"5\\\"\",\"state\":\"waiting\"}";

        assertEquals(line, SnapshotJson.write(good(shuffled)));
        assertEquals(good(line), good(shuffled));
    }

    @Test
    void noMutationOfALineEscapesAsAnException() {
        Random random = new Random(20260101);
        byte[] seed = SnapshotJson.write(good(meta("{\"a\":[1,2.5,\"x\"],\"b\":{\"c\":true}}")))
                .getBytes(StandardCharsets.UTF_8);
        int good = 0;
        for (int round = 0; round < 50_000; round++) {
            byte[] bytes = seed.clone();
            for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            SnapshotLine line = SnapshotJson.read(bytes, 0, bytes.length - random.nextInt(3), "fuzz");
            if (line instanceof SnapshotLine.Good read) {
                good++;
                assertEquals(read.snapshot(), good(SnapshotJson.write(read.snapshot())));
            }
        }
        assertTrue(good > 200, "good lines: " + good);
    }

    private static RuntimeSnapshot good(String line) {
        SnapshotLine read = SnapshotJson.read(line, "test");
        return assertInstanceOf(SnapshotLine.Good.class, read, read::toString).snapshot();
    }

    private static String sentence(SnapshotLine line) {
        return assertInstanceOf(SnapshotLine.Bad.class, line).problem().sentence();
    }

    private static String with(String key, String value) {
        String others = key.equals("state") ? "" : "\"state\":\"idle\",";
        others += key.equals("title") ? "" : "\"title\":\"t\",";
        return "{" + others + "\"" + key + "\":\"" + value + "\"}";
    }

    private static String meta(String metadata) {
        return "{\"state\":\"idle\",\"title\":\"t\",\"metadata\":" + metadata + "}";
    }

    private static String manyKeys(int count) {
        StringBuilder keys = new StringBuilder("{\"k0\":0");
        for (int i = 1; i < count; i++) {
            keys.append(",\"k").append(i).append("\":").append(i);
        }
        return keys.append('}').toString();
    }
}
