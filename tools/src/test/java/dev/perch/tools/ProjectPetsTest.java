package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.perch.activity.Role;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.PetOpener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ProjectPetsTest {
    private final Map<String, String> named =
            new HashMap<>(Map.of("/home/me", "pip", "/home/me/api", "axo", "~/toys", "fox"));
    private final List<String> said = new ArrayList<>();
    private final ProjectPets pets = new ProjectPets(
            () -> named, new Opener("chosen"), Opener::new, Path.of("/home/me"), () -> said.add("another"));

    @Test
    void theNearestFolderAboveAProjectSaysWhoPlaysIt() {
        assertEquals("axo", played("/home/me/api/server"));
        assertEquals("pip", played("/home/me/web"));
        assertEquals("fox", played("/home/me/toys/../toys/train"));
        assertEquals("chosen", played("/home/meing"), "another folder that begins so");
        assertEquals("chosen", played(null));
    }

    @Test
    void aFolderThatIsGivenAnotherPetIsPlayedByThatFromTheNextOpeningOn() {
        PetOpener opener = pets.opener(role("/home/me/web"));
        assertEquals("pip", opened(opener));
        named.put("/home/me", "fox");
        assertEquals("fox", opened(opener));
    }

    @Test
    void petsOfOneNameAreOpenedAsOneAndTellOfTheirChanges() {
        played("/home/me/web");
        played("/home/me/docs");
        assertEquals(1, said.stream().filter("pip made"::equals).count());
        pets.close();
        assertEquals(List.of("pip made", "pip heard", "another", "pip closed"), said);
    }

    private String played(@Nullable String workspace) {
        return opened(pets.opener(role(workspace)));
    }

    /** The name of the pet that it opens. */
    private static String opened(PetOpener opener) {
        return String.valueOf(
                assertThrows(IOException.class, () -> opener.open(112)).getMessage());
    }

    private static Role role(@Nullable String workspace) {
        return new Role("project", "project", workspace);
    }

    /** Opens nothing, and says whom it would. */
    private final class Opener implements PetOpener {
        private final String name;

        Opener(String name) {
            this.name = name;
            if (!name.equals("chosen")) {
                said.add(name + " made");
            }
        }

        @Override
        public LoadedPet open(int cellWidth) throws IOException {
            throw new IOException(name);
        }

        @Override
        public void onChange(Runnable changed) {
            said.add(name + " heard");
            changed.run();
        }

        @Override
        public void close() {
            said.add(name + " closed");
        }
    }
}
