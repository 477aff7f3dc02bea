package dev.perch.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    void manyWritersAtOnceEachPutTheirOwnBytesInItsPlaceWhole() throws Exception {
        Path path = folder.resolve("state.json");
        List<byte[]> versions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            versions.add(Character.toString('a' + i).repeat(200_000 + i).getBytes(StandardCharsets.UTF_8));
        }
        new AtomicFile(path).write(versions.get(0));
        ExecutorService writers = Executors.newFixedThreadPool(versions.size());
        List<Future<?>> all = new ArrayList<>();
        for (byte[] bytes : versions) {
            all.add(writers.submit(() -> {
                for (int i = 0; i < 20; i++) {
                    new AtomicFile(path).write(bytes);
                    byte[] there = new AtomicFile(path).read(1 << 20);
                    assertTrue(versions.stream().anyMatch(one -> Arrays.equals(one, there)), "half a file");
                }
                return null;
            }));
        }
        for (Future<?> writer : all) {
            writer.get();
        }
        writers.shutdown();
        assertEquals(List.of("state.json"), names());
    }

    @Test
    void whatAKilledWriterLeftGoesWithTheNextWriteAndTheHalfOfOneThatLivesStays() throws Exception {
        Process killed = new ProcessBuilder("sleep", "60").start();
        String left = "state.json." + killed.pid() + "-0.part";
        Files.writeString(folder.resolve(left), "half a fi");
        new AtomicFile(folder.resolve("state.json")).write(bytes("one"));
        assertEquals(List.of("state.json", left), names());
        killed.destroyForcibly().waitFor();
        new AtomicFile(folder.resolve("state.json")).write(bytes("two"));
        assertEquals(List.of("state.json"), names());
    }

    @Test
    void aLinkInThePlaceOfAPartIsNotFollowed() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "mine");
        String own = "state.json." + ProcessHandle.current().pid() + "-0.part";
        Files.createSymbolicLink(folder.resolve(own), other);
        new AtomicFile(folder.resolve("state.json")).write(bytes("new"));
        assertEquals("mine", Files.readString(other));
        assertEquals("new", Files.readString(folder.resolve("state.json")));
    }

    @Test
    void theOldBytesStayWhenTheNewCannotBeWritten() throws IOException {
        AtomicFile file = new AtomicFile(folder.resolve("n".repeat(250)));
        Files.write(file.path(), bytes("old"));
        assertThrows(IOException.class, () -> file.write(bytes("new")), "its part would have too long a name");
        assertArrayEquals(bytes("old"), file.read(100));
    }

    @Test
    void whatCannotTakeItsPlaceLeavesNothing() throws IOException {
        Files.createDirectories(folder.resolve("state.json/full"));
        assertThrows(IOException.class, () -> new AtomicFile(folder.resolve("state.json")).write(bytes("new")));
        assertEquals(List.of("state.json"), names());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
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
