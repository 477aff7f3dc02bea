package dev.perch.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.PackageSource;
import dev.perch.model.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnPetsTest {
    @TempDir
    Path home;

    private Path own;
    private Path given;
    private Optional<Problem> refusal = Optional.empty();
    private OwnPets pets;

    @BeforeEach
    void begin() throws IOException {
        own = home.resolve("own");
        given = Files.createDirectories(home.resolve("given/blob"));
        Files.writeString(given.resolve("pet.json"), "{}");
        Files.createDirectories(given.resolve("art"));
        Files.writeString(given.resolve("art/sheet.png"), "png");
        pets = new OwnPets(own, source -> refusal);
    }

    @Test
    void aFolderComesInWithItsDataFilesAlone() throws Exception {
        Files.writeString(given.resolve("run.sh"), "rm -rf");
        Files.writeString(given.resolve(".secret.json"), "");
        Files.createSymbolicLink(given.resolve("art/link.png"), home.resolve("given"));
        Files.createSymbolicLink(given.resolve("outside"), home);
        Path at = pets.install(given, false);
        assertEquals(own.resolve("blob"), at);
        assertEquals(List.of("art/sheet.png", "pet.json"), files(at));
        assertEquals(List.of("blob"), names(own));
    }

    @Test
    void whatCannotBeOpenedLeavesNothingBehind() throws IOException {
        refusal = Optional.of(Problem.error("blob", "has no sheet", "draw one"));
        LibraryFault fault = assertThrows(LibraryFault.class, () -> pets.install(given, false));
        assertEquals("blob: has no sheet; draw one.", fault.problem().sentence());
        assertEquals(List.of(), names(own));
    }

    @Test
    void aPetOfThatNameGivesWayOnlyWhenAsked() throws Exception {
        pets.install(given, false);
        Files.writeString(given.resolve("pet.json"), "{\"id\":\"new\"}");
        assertThrows(LibraryFault.class, () -> pets.install(given, false));
        assertEquals("{}", Files.readString(own.resolve("blob/pet.json")));
        pets.install(given, true);
        assertEquals("{\"id\":\"new\"}", Files.readString(own.resolve("blob/pet.json")));
        refusal = Optional.of(Problem.error("blob", "has no sheet", "draw one"));
        assertThrows(LibraryFault.class, () -> pets.install(given, true));
        assertEquals("{\"id\":\"new\"}", Files.readString(own.resolve("blob/pet.json")));
    }

    @Test
    void aZipTakesThePlaceOfTheFolderOfItsName() throws Exception {
        pets.install(given, false);
        Path zip = Files.writeString(home.resolve("blob.zip"), "zip");
        assertThrows(LibraryFault.class, () -> pets.install(zip, false));
        pets.install(zip, true);
        assertEquals(List.of("blob.zip"), names(own));
    }

    @Test
    void aSheetOfALinkGetsAManifest() throws Exception {
        InstallLink link = new InstallLink("Mr Pip", URI.create("https://a.example/"), "A bird", 2);
        Path at = pets.install(link, new SheetDownload.Sheet("spritesheet.png", new byte[] {1}), false);
        assertEquals(own.resolve("mr-pip"), at);
        String manifest = Files.readString(at.resolve("pet.json"));
        assertTrue(manifest.contains("\"spriteVersionNumber\" : 2"), manifest);
        assertTrue(manifest.contains("\"spritesheetPath\" : \"spritesheet.png\""), manifest);
    }

    @Test
    void onlyInstalledPetsAreRemoved() throws Exception {
        Path at = pets.install(given, false);
        LibraryPet stranger =
                new LibraryPet("blob", "blob", "blob", PetPlaces.CODEX, "Codex", new PackageSource.Folder(given));
        assertThrows(LibraryFault.class, () -> pets.remove(stranger));
        assertTrue(Files.exists(given));
        pets.remove(new LibraryPet("blob", "blob", "blob", PetPlaces.OWN, "", new PackageSource.Folder(at)));
        assertFalse(Files.exists(at));
        assertEquals(List.of(), names(own));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}
