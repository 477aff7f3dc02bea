package dev.perch.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.testkit.FakeClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file source on real files, heard through the system's watch; its clock stands still unless it is moved. */
final class FileSnapshotSourceTest {
    @TempDir
    private Path folder;

    private final FakeClock clock = new FakeClock();
    private final Heard heard = new Heard();
    private Thread thread = new Thread(() -> {});

    private void follow(Path file) throws InterruptedException {
        FileSnapshotSource source = new FileSnapshotSource(file, clock);
        thread = new Thread(() -> {
            try {
                source.start(heard);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        clock.awaitParked(1);
    }

    @AfterEach
    void interruptEndsTheSource() throws InterruptedException {
        thread.interrupt();
        thread.join(30_000);
        assertEquals(Thread.State.TERMINATED, thread.getState());
    }

    @Test
    void aLineIsHeardWithoutAnyTickOfTheClock() throws Exception {
        Path file = folder.resolve("log.jsonl");
        Files.writeString(file, json("first") + "\n");
        follow(file);
        heard.awaitTitle("first");
        Files.writeString(file, json("second") + "\n", StandardOpenOption.APPEND);

        heard.awaitTitle("second");
    }

    @Test
    void theLastOfAThousandReplacementsWins() throws Exception {
        Path file = folder.resolve("status.json");
        follow(file);
        for (int i = 1; i <= 1_000; i++) {
            Path next = folder.resolve("next");
            Files.writeString(next, json("state " + i));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        heard.awaitTitle("state 1000");
        assertEquals(List.of("status.json: does not exist yet; it is read as soon as it is there."), heard.sentences());
    }

    @Test
    void theLastOfAThousandWritingsInPlaceWins() throws Exception {
        Path file = folder.resolve("status.json");
        Files.writeString(file, json("state 0"));
        follow(file);
        for (int i = 1; i <= 1_000; i++) {
            Files.writeString(file, json("state " + i));
        }

        heard.awaitTitle("state 1000");
        assertEquals(List.of(), heard.sentences());
    }

    @Test
    void everyLineOfAFastLogIsHeardInOrder() throws Exception {
        Path file = folder.resolve("log.jsonl");
        Files.writeString(file, "");
        follow(file);
        Files.writeString(file, json("0") + "\n", StandardOpenOption.APPEND);
        assertEquals("0", heard.nextTitle());
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            for (int i = 1; i <= 5_000; i++) {
                byte[] line = (json("" + i) + "\n").getBytes(StandardCharsets.UTF_8);
                out.write(line, 0, i % line.length);
                out.write(line, i % line.length, line.length - i % line.length);
            }
        }
        for (int i = 1; i <= 5_000; i++) {
            assertEquals("" + i, heard.nextTitle());
        }
        assertEquals(List.of(), heard.sentences());
    }

    @Test
    void aFileThatNoWatchTellsOfIsReadByTheClock() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("real.json");
        Files.writeString(elsewhere, json("one"));
        Path link = Files.createDirectory(folder.resolve("watched")).resolve("link.json");
        Files.createSymbolicLink(link, elsewhere);
        follow(link);
        heard.awaitTitle("one");
        Files.writeString(elsewhere, json("two"));
        clock.awaitParked(1);
        assertEquals(List.of(), heard.titles());
        clock.advance(Duration.ofNanos(FileSnapshotSource.POLL_NANOS));

        heard.awaitTitle("two");
    }

    @Test
    void aFolderThatComesLaterIsFound() throws Exception {
        Path file = folder.resolve("later").resolve("status.json");
        follow(file);
        Files.createDirectory(file.getParent());
        Files.writeString(file, json("here"));
        clock.advance(Duration.ofNanos(FileSnapshotSource.POLL_NANOS));
        heard.awaitTitle("here");
        clock.awaitParked(1);
        replaceInPlace(file, "and watched");

        heard.awaitTitle("and watched");
    }

    private static void replaceInPlace(Path file, String title) throws IOException {
        Files.writeString(file, json(title));
    }

    private static String json(String title) {
        return "{\"state\":\"running\",\"title\":\"" + title + "\"}";
    }
}
