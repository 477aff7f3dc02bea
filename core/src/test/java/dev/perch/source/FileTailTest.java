package dev.perch.source;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.testkit.FakeClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileTailTest {
    @TempDir
    private Path folder;

    private final FakeClock clock = new FakeClock();
    private final Heard heard = new Heard();
    private Path file;
    private FileTail tail;

    @BeforeEach
    void follow() {
        file = folder.resolve("status.json");
        tail = new FileTail(file, clock, heard);
    }

    @Test
    void anAppendedLineIsReadOnce() throws IOException {
        append(line("a"));
        assertEquals(List.of("a"), look());
        append(line("b") + line("c"));
        assertEquals(List.of("b", "c"), look());
        assertEquals(List.of(), look());
    }

    @Test
    void aPartialLineWaitsForItsRest() throws IOException {
        append(line("a") + line("b"));
        assertEquals(List.of("b"), look());
        String next = line("c");
        append(next.substring(0, 9));
        assertEquals(List.of(), look());
        append(next.substring(9));
        assertEquals(List.of("c"), look());
        assertEquals(List.of(), heard.sentences());
    }

    @Test
    void aLastLineWithoutLineFeedCountsWhenItIsWhole() throws IOException {
        append(line("a") + json("b"));
        assertEquals(List.of("b"), look());
        append("\n" + json("c"));
        assertEquals(List.of("c"), look());
        append("\n");
        assertEquals(List.of(), look());
    }

    @Test
    void atTheStartOfALogOnlyTheLastLineOfEachSessionCounts() throws IOException {
        append(line("a1", "a") + line("b1", "b") + line("a2", "a") + "broken\n" + line("main"));

        assertEquals(List.of("b1", "a2", "main"), look());
        assertEquals(
                List.of("status.json line 4: is not JSON (column 1); write an object such as "
                        + "{\"state\":\"idle\",\"title\":\"Hello\"}."),
                heard.sentences());
    }

    @Test
    void ofALongLogOnlyTheEndIsRead() throws IOException {
        append(line("lost", "lost") + line("filler").repeat((int) (FileTail.BACKLOG_BYTES / 30)) + "oops\n");
        append(line("last"));

        assertEquals(List.of("last"), look());
        long lines = Files.readAllLines(file).size();
        assertTrue(heard.sentences().get(0).startsWith("status.json line " + (lines - 1) + ": "));
    }

    @Test
    void aDocumentOnManyLinesIsOneSnapshot() throws IOException {
        write("{\n  \"state\": \"running\",\n  \"title\": \"a\"\n}\n");
        assertEquals(List.of("a"), look());
        write("{\n  \"state\": \"running\",\n  \"title\": \"other\"\n}\n");
        assertEquals(List.of("other"), look());
        assertEquals(List.of(), heard.sentences());
    }

    @Test
    void aHalfWrittenDocumentIsWaitedForAWhile() throws IOException {
        write("{\n  \"state\": \"running\",\n");
        assertEquals(List.of(), look());
        clock.advance(Duration.ofMillis(499));
        assertEquals(List.of(), look());
        assertEquals(List.of(), heard.sentences());
        append("  \"title\": \"done\"\n}");
        assertEquals(List.of("done"), look());
    }

    @Test
    void aDocumentThatStaysHalfIsToldOf() throws IOException {
        write("{\n  \"state\": \"running\",\n");
        look();
        clock.advance(Duration.ofSeconds(1));

        assertEquals(List.of(), look());
        assertEquals(2, heard.sentences().size());
        write(line("well again"));
        assertEquals(List.of("well again"), look());
    }

    @Test
    void aBadDocumentIsToldOfOnce() throws IOException {
        write("{\n  \"state\": \"running\",\n  \"title\": 5\n}\n");

        assertEquals(List.of(), look());
        look();
        assertEquals(List.of("status.json: title is not text; put it in quotes."), heard.sentences());
    }

    @Test
    void aDocumentOfTheSameLengthInTheSameInstantIsSeen() throws IOException {
        write(json("one"));
        FileTime time = Files.getLastModifiedTime(file);
        assertEquals(List.of("one"), look());
        write(json("two"));
        Files.setLastModifiedTime(file, time);
        tail.look(false);
        assertEquals(List.of("two"), heard.titles());
    }

    @Test
    void aDocumentThatIsWrittenAgainIsToldAgain() throws IOException {
        write(json("alive"));
        assertEquals(List.of("alive"), look());
        assertEquals(List.of(), look());
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        assertEquals(List.of("alive"), look());
    }

    @Test
    void aLogThatIsWrittenAgainWithOneLineMoreGoesOn() throws IOException {
        append(line("a") + line("b"));
        look();
        replace(line("a") + line("b") + line("c"));

        assertEquals(List.of("c"), look());
    }

    @Test
    void aRotatedLogBeginsAnew() throws IOException {
        append(line("a") + line("b"));
        look();
        Files.move(file, folder.resolve("status.json.1"));
        assertEquals(List.of(), look());
        append(line("c"));
        assertEquals(List.of("c"), look());
        append(line("d"));
        assertEquals(List.of("d"), look());
        assertEquals(List.of(), heard.sentences());
    }

    @Test
    void aLogReplacedByALongerOneBeginsAnew() throws IOException {
        append(line("a") + line("b"));
        look();
        replace(line("old 1") + line("old 2") + line("old 3"));

        assertEquals(List.of("old 3"), look());
    }

    @Test
    void aLongLogThatIsReplacedIsNoticedByItsEnd() throws IOException {
        append(line("same").repeat(4_000) + line("a"));
        look();
        replace(line("same").repeat(4_000) + line("b") + line("c"));

        assertEquals(List.of("c"), look());
    }

    @Test
    void aTruncatedLogBeginsAnew() throws IOException {
        append(line("a") + line("b"));
        look();
        write("");
        assertEquals(List.of(), look());
        append(line("c") + line("d"));
        assertEquals(List.of("d"), look());
    }

    @Test
    void aMissingFileIsToldOfOnceAndAwaited() throws IOException {
        look();
        look();
        assertEquals(List.of("status.json: does not exist yet; it is read as soon as it is there."), heard.sentences());
        append(line("there"));
        assertEquals(List.of("there"), look());
    }

    @Test
    void aDeletedFileThatComesBackIsReadAgain() throws IOException {
        write(json("before"));
        look();
        Files.delete(file);
        look();
        write(json("before"));
        assertEquals(List.of("before"), look());
        assertEquals(List.of(), heard.sentences());
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        Files.createDirectory(file);
        look();
        look();
        assertEquals(
                List.of("status.json: is not a regular file; name a file, or use stdin for a stream."),
                heard.sentences());
    }

    @Test
    void anEndlessLineIsToldOfOnceAndPassed() throws IOException {
        append(line("a") + line("b"));
        look();
        for (int i = 0; i < 5; i++) {
            append("x".repeat(40_000));
            assertEquals(List.of(), look());
        }
        append("\n" + line("c"));
        assertEquals(List.of("c"), look());
        assertEquals(
                List.of("status.json line 3: is longer than 64 KiB; shorten the title, the body or the metadata."),
                heard.sentences());
    }

    private List<String> look() {
        tail.look(true);
        return heard.titles();
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, CREATE, APPEND);
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }

    private void replace(String text) throws IOException {
        Path next = folder.resolve("next");
        Files.writeString(next, text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String line(String title) {
        return json(title) + "\n";
    }

    private static String json(String title) {
        return "{\"state\":\"running\",\"title\":\"" + title + "\"}";
    }

    private static String line(String title, String session) {
        return "{\"state\":\"running\",\"title\":\"" + title + "\",\"metadata\":{\"sessionId\":\"" + session + "\"}}\n";
    }
}
