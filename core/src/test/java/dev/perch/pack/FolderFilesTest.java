package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFilesTest {
    @TempDir
    Path temp;

    @Test
    void filesAreReadAlsoInsideFolders() throws Exception {
        Path pet = pet();
        try (FolderFiles files = FolderFiles.open(pet, temp)) {
            assertEquals("{}", text(files, "pet.json"));
            assertEquals("x", text(files, "art/sheet.png"));
            assertNull(files.read(SafePath.parse("", "art/none"), 10));
            assertNull(files.read(SafePath.parse("", "none/none"), 10));
        }
    }

    @Test
    void theFolderItselfMayBeTheUsersOwnLink() throws Exception {
        Path link = Files.createSymbolicLink(temp.resolve("link"), pet());
        try (FolderFiles files = FolderFiles.open(link, temp)) {
            assertEquals("{}", text(files, "pet.json"));
        }
    }

    @Test
    void nothingBelowItIsFollowed() throws Exception {
        Path pet = pet();
        Files.writeString(temp.resolve("secret"), "secret");
        Files.createSymbolicLink(pet.resolve("sheet.png"), temp.resolve("secret"));
        Files.createSymbolicLink(pet.resolve("dir"), temp);
        Files.createDirectory(pet.resolve("folder.png"));
        try (FolderFiles files = FolderFiles.open(pet, temp)) {
            assertRefused("sheet.png: is a link, or no plain file", files, "sheet.png");
            assertRefused("dir/secret: is a link, or no plain file", files, "dir/secret");
            assertRefused("folder.png: is a link, or no plain file", files, "folder.png");
            assertRefused("pet.json/x: is a link, or no plain file", files, "pet.json/x");
        }
    }

    @Test
    void aLinkSwappedInWhileReadingIsNeverFollowed() throws Exception {
        Path pet = pet();
        Path secret = Files.writeString(temp.resolve("secret"), "secret");
        AtomicBoolean done = new AtomicBoolean();
        Thread racer = new Thread(() -> swap(pet.resolve("sheet.png"), secret, done));
        racer.start();
        int read = 0;
        int refused = 0;
        try (FolderFiles files = FolderFiles.open(pet, temp)) {
            for (int i = 0; i < 5_000 || (i < 5_000_000 && (read == 0 || refused == 0)); i++) {
                try {
                    byte[] bytes = files.read(SafePath.parse("", "sheet.png"), 10);
                    assertTrue(bytes == null || bytes[0] == 'x');
                    read += bytes == null ? 0 : 1;
                } catch (Refusal | IOException e) {
                    refused++;
                }
            }
        } finally {
            done.set(true);
            racer.join();
        }
        assertTrue(read > 0 && refused > 0, read + " read, " + refused + " refused");
    }

    private static void swap(Path sheet, Path secret, AtomicBoolean done) {
        Path next = sheet.resolveSibling("next");
        try {
            while (!done.get()) {
                Files.writeString(next, "x");
                Files.move(next, sheet, StandardCopyOption.ATOMIC_MOVE);
                Files.createSymbolicLink(next, secret);
                Files.move(next, sheet, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFileBeyondItsLimitIsRefused() throws Exception {
        try (FolderFiles files = FolderFiles.open(pet(), temp)) {
            Refusal refusal = assertThrows(Refusal.class, () -> files.read(SafePath.parse("", "pet.json"), 1));
            assertEquals("pet.json: is larger than 1 bytes; make it smaller.", TestPet.sentence(refusal.problem()));
        }
    }

    @Test
    void whatIsNoFolderIsRefused() throws IOException {
        assertThrows(Refusal.class, () -> FolderFiles.open(temp.resolve("none"), temp));
        Path dangling = Files.createSymbolicLink(temp.resolve("dangling"), temp.resolve("none"));
        assertThrows(Refusal.class, () -> FolderFiles.open(dangling, temp));
        Path file = Files.writeString(temp.resolve("file"), "x");
        assertThrows(Refusal.class, () -> FolderFiles.open(file, temp));
    }

    private Path pet() throws IOException {
        Path pet = Files.createDirectories(temp.resolve("real/pet"));
        Files.writeString(pet.resolve("pet.json"), "{}");
        Files.createDirectory(pet.resolve("art"));
        Files.writeString(pet.resolve("art/sheet.png"), "x");
        return pet;
    }

    private static String text(FolderFiles files, String name) throws Refusal, IOException {
        return new String(files.read(SafePath.parse("", name), 1000), StandardCharsets.UTF_8);
    }

    private static void assertRefused(String sentence, FolderFiles files, String name) {
        Refusal refusal = assertThrows(Refusal.class, () -> files.read(SafePath.parse("", name), 1000));
        assertTrue(
                TestPet.sentence(refusal.problem()).startsWith(sentence),
                refusal.problem().sentence());
    }
}
