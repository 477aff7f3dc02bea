package dev.perch.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.DiscoveredPet;
import dev.perch.api.PetDefinition;
import dev.perch.api.PetDiscoverySource;
import dev.perch.api.PetProvider;
import dev.perch.model.PackageSource;
import dev.perch.model.PetId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PetLibraryTest {
    @TempDir
    Path home;

    @Test
    void everyPlaceOfTheFieldIsLookedInto() throws IOException {
        Path dsh = home.resolve("dsh-home");
        Stream.of(
                        home.resolve("own/a"),
                        home.resolve(".codex/pets/b"),
                        home.resolve(".codex/avatars/c"),
                        home.resolve(".petdex/pets/d"),
                        dsh.resolve("pets/e"),
                        home.resolve("mine/f"),
                        home.resolve("config/near/g"))
                .forEach(PetLibraryTest::folder);
        List<String> found = library(Map.of("DSH_HOME", dsh.toString()), "~/mine", "near", "/no/such").list().stream()
                .map(pet -> pet.place() + ":" + pet.id())
                .toList();
        assertEquals(
                List.of(
                        "bundled:pip",
                        "installed:a",
                        "codex:b",
                        "codex-avatars:c",
                        "petdex:d",
                        "dsh:e",
                        "folder-1:f",
                        "folder-2:g"),
                found);
    }

    @Test
    void ofTwoPetsWithOneIdTheFirstHasItForItsName() {
        folder(home.resolve(".codex/pets/twin"));
        folder(home.resolve(".petdex/pets/twin"));
        folder(home.resolve(".petdex/pets/pip"));
        PetLibrary library = library(Map.of());
        assertEquals(
                List.of("pip", "twin", "petdex:pip", "petdex:twin"),
                library.list().stream().map(LibraryPet::name).toList());
        assertEquals("codex", library.find("twin").orElseThrow().place());
        assertEquals("codex", library.find("custom:twin").orElseThrow().place());
        assertEquals("codex", library.find("codex:twin").orElseThrow().place());
        assertEquals("petdex", library.find("petdex:twin").orElseThrow().place());
        assertTrue(library.find("custom:pip").isEmpty());
    }

    @Test
    void aPetIsCalledAndPlacedAsItsProviderOrPlaceSays() {
        Path found = home.resolve("found");
        PetDiscoverySource place = new PetDiscoverySource() {
            @Override
            public String id() {
                return "cloud";
            }

            @Override
            public String displayName() {
                return "The cloud";
            }

            @Override
            public List<DiscoveredPet> listPets() {
                return List.of(new DiscoveredPet("found", "Found One", found, null, null));
            }
        };
        PackageSource given = PackageSource.of(home.resolve("given"));
        PetProvider provider = new PetProvider() {
            @Override
            public String id() {
                return "giver";
            }

            @Override
            public List<PetDefinition> listPets() {
                return List.of(new PetDefinition(new PetId("given"), "Given One", "", given));
            }
        };
        assertEquals(
                List.of(
                        new LibraryPet("given", "given", "Given One", "giver", "giver", given),
                        new LibraryPet("found", "found", "Found One", "cloud", "The cloud", PackageSource.of(found))),
                new PetLibrary(List.of(provider), List.of(place)).list());
    }

    @Test
    void zipsAndLinksAreFoundAndAllElseIsPassedOver() throws IOException {
        Path pets = home.resolve(".codex/pets");
        Files.createDirectories(pets);
        Files.writeString(pets.resolve("a.ZIP"), "");
        Files.writeString(pets.resolve("b.petpack"), "");
        Files.writeString(pets.resolve("notes.txt"), "");
        Files.writeString(pets.resolve(".DS_Store"), "");
        folder(pets.resolve(".hidden"));
        folder(pets.resolve("custom:odd"));
        Files.createSymbolicLink(pets.resolve("c"), home.resolve("nowhere"));
        Files.createSymbolicLink(pets.resolve("d"), folder(home.resolve("elsewhere")));
        assertEquals(
                List.of("a", "b", "c", "d"),
                new PetFolder("codex", "Codex", pets)
                        .listPets().stream().map(pet -> pet.id()).toList());
    }

    @Test
    void aFolderThatIsAPetItselfIsThatPet() throws IOException {
        Path pet = folder(home.resolve("mine"));
        folder(pet.resolve("art"));
        Files.writeString(pet.resolve("pet.json"), "{}");
        assertEquals(
                List.of(pet),
                new PetFolder("folder-1", "mine", pet)
                        .listPets().stream().map(found -> found.petDir()).toList());
    }

    private PetLibrary library(Map<String, String> environment, String... further) {
        List<PetDiscoverySource> places = new PetPlaces(
                        home, home.resolve("own"), home.resolve(".codex/pets"), home.resolve("config"))
                .sources(environment, List.of(further));
        PackageSource pip = new PackageSource.Bundled("pip", Map.of());
        PetProvider bundled = new PetProvider() {
            @Override
            public String id() {
                return "bundled";
            }

            @Override
            public List<PetDefinition> listPets() {
                return List.of(new PetDefinition(new PetId("pip"), "Pip", "", pip));
            }
        };
        return new PetLibrary(List.of(bundled), places);
    }

    private static Path folder(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
