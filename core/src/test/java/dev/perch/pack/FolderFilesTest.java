package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
