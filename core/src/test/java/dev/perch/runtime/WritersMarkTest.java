package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.perch.model.Room;
import dev.perch.model.Writers;
import dev.perch.testkit.FilmStrip;
import dev.perch.testkit.GoldenFrames;
import dev.perch.testkit.OpenPets;
import dev.perch.testkit.PetOnStage;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mark at the pet's foot while other programs may write to agents. */
final class WritersMarkTest {
    @TempDir
    private static Path store;

    /** Holding still, so that nothing but the mark is another picture. */
    @Test
    void itIsThereWhileProgramsMayWriteAndOfAnotherColourWhileOneIsConnected() throws Exception {
        FilmStrip strip = new FilmStrip();
        try (PetOnStage pet =
                new PetOnStage(OpenPets.open("pip", store, 112), true, 500, 300, new Room(0, 0, 1600, 900))) {
            pet.run(100);
            int[] without = shown(pet, strip);
            int draws = pet.draws();
            pet.arrive(200, step -> step.writers = Writers.AWAITED);
            int[] awaited = shown(pet, strip);
            pet.arrive(300, step -> step.writers = Writers.CONNECTED);
            int[] connected = shown(pet, strip);
            assertFalse(Arrays.equals(without, awaited) || Arrays.equals(awaited, connected));
            pet.arrive(400, step -> step.writers = Writers.CONNECTED);
            assertEquals(draws + 2, pet.draws(), "the same again is no other picture");
            pet.arrive(500, step -> step.writers = Writers.SHUT);
            assertArrayEquals(without, shown(pet, strip));
            strip.save("writers-mark");
            GoldenFrames.ofModule().check("writers-mark", strip.picture());
        }
    }

    private static int[] shown(PetOnStage pet, FilmStrip strip) {
        strip.add(pet.petAlone(160, 160));
        return pet.picture().pixels().clone();
    }
}
