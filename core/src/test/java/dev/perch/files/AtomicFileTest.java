package dev.perch.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void itMakesItsFolderAndLeavesNothingButItself() throws IOException {
        AtomicFile file = new AtomicFile(folder.resolve("a/b/state.json"));
        file.write(bytes("one"));
        file.write(bytes("two"));
        assertArrayEquals(bytes("two"), file.read(100));
        try (Stream<Path> files = Files.list(file.path().getParent())) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void whatAKilledWriterLeftIsReplaced() throws IOException {
        Files.writeString(folder.resolve("state.json.part"), "half a fi");
        AtomicFile file = new AtomicFile(folder.resolve("state.json"));
        assertThrows(NoSuchFileException.class, () -> file.read(100));
        file.write(bytes("whole"));
        assertArrayEquals(bytes("whole"), file.read(100));
        assertEquals(false, Files.exists(folder.resolve("state.json.part")));
    }

    @Test
    void aLinkInThePlaceOfThePartIsNotFollowed() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "mine");
        Files.createSymbolicLink(folder.resolve("state.json.part"), other);
        new AtomicFile(folder.resolve("state.json")).write(bytes("new"));
        assertEquals("mine", Files.readString(other));
    }

    @Test
    void theOldBytesStayWhenTheNewCannotBeWritten() throws IOException {
        AtomicFile file = new AtomicFile(folder.resolve("state.json"));
        file.write(bytes("old"));
        Files.createDirectories(folder.resolve("state.json.part/full"));
        assertThrows(IOException.class, () -> file.write(bytes("new")));
        assertArrayEquals(bytes("old"), file.read(100));
    }

    @Test
    void itIsForItsOwnersEyesAlone() throws IOException {
        Path path = Files.writeString(folder.resolve("state.json"), "before");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
        new AtomicFile(path, true).write(bytes("mine"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }

    @Test
    void aFileOverTheLimitIsRefused() throws IOException {
        AtomicFile file = new AtomicFile(folder.resolve("state.json"));
        file.write(bytes("four"));
        assertThrows(IOException.class, () -> file.read(3));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
