package dev.perch.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A word that is remembered from one run to the next. */
final class KeptFileTest {
    private static final KeptFile.Form<String> WORD = new KeptFile.Form<>(
            "word.txt", "the words", 10, "", word -> word.getBytes(StandardCharsets.UTF_8), KeptFileTest::word);

    private final List<Problem> notes = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void whatWasKeptIsThereInTheNextRunAndWhatWasNotIsNothing() {
        try (KeptFile<String> file = open(folder.resolve("new"))) {
            assertEquals("", file.value());
            file.keep("first");
            file.keep("second");
            assertEquals("second", file.value());
        }
        assertEquals("second", open(folder.resolve("new")).value());
        assertEquals(List.of(), notes);
    }

    @Test
    void aBrokenFileIsKeptAsideUnderANameThatIsTold() throws IOException {
        Files.writeString(folder.resolve("word.txt"), "{broken");
        try (KeptFile<String> file = open(folder)) {
            assertEquals("", file.value());
            file.keep("anew");
        }
        assertEquals("anew", Files.readString(folder.resolve("word.txt")));
        assertEquals("{broken", Files.readString(aside()));
        assertToldOnce("the words cannot be read");
        assertTrue(notes.get(0).remedy().contains(aside().getFileName().toString()), notes::toString);
    }

    @Test
    void aFileThatIsTooLargeIsABrokenOne() throws IOException {
        Files.writeString(folder.resolve("word.txt"), "elevenchars");
        assertEquals("", open(folder).value());
        assertEquals("elevenchars", Files.readString(aside()));
    }

    @Test
    void aFileThatCannotBeWrittenIsToldOnce() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        try (KeptFile<String> file = open(folder.resolve("file"))) {
            notes.clear(); // nor can it be read
            file.keep("word");
        }
        assertToldOnce("cannot be written");
    }

    private KeptFile<String> open(Path in) {
        return new KeptFile<>(in, WORD, notes::add);
    }

    private Path aside() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().startsWith("word.txt.corrupt-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void assertToldOnce(String words) {
        assertEquals(1, notes.size());
        assertEquals(Problem.Severity.WARNING, notes.get(0).severity());
        assertTrue(notes.get(0).sentence().contains(words), notes::toString);
    }

    private static String word(byte[] bytes) throws IOException {
        String word = new String(bytes, StandardCharsets.UTF_8);
        if (word.startsWith("{")) {
            throw new IOException("no word");
        }
        return word;
    }
}
