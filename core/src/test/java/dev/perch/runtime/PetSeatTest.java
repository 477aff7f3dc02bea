package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.perch.activity.Role;
import dev.perch.model.Problem;
import dev.perch.testkit.FakeClock;
import dev.perch.testkit.OpenPets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which pet sits where, when one of them cannot be opened. */
final class PetSeatTest {
    private static final Role GOOD = new Role("good", "web", "/web");
    private static final Role BROKEN = new Role("broken", "api", "/api");
    private static final PetOpener NONE = width -> {
        throw new ProblemException("axoo: there is no such pet.");
    };

    @TempDir
    private Path store;

    private final List<Problem> notes = new CopyOnWriteArrayList<>();
    private LoadedPet pip;
    private LoadedPet axo;

    @BeforeEach
    void open() throws Exception {
        pip = OpenPets.open("pip", store, 96);
        axo = OpenPets.open("axo", store, 96);
    }

    @Test
    void theFirstPetStandsInForOneThatCannotBeShown() throws Exception {
        try (Companion companion = companion(width -> pip)) {
            assertSame(axo, new PetSeat(companion, GOOD, () -> {}).openPet(96));
            assertEquals(List.of(), notes);
            assertSame(pip, new PetSeat(companion, BROKEN, () -> {}).openPet(96));
            assertEquals(
                    List.of("api: its pet cannot be shown, so the first one stands in (axoo: there is no such pet.);"
                            + " correct petFor or mend the pet."),
                    notes.stream().map(Problem::sentence).toList());
        }
    }

    @Test
    void nobodyStandsInForTheFirst() {
        try (Companion companion = companion(NONE)) {
            assertThrows(ProblemException.class, () -> companion.home().openPet(96));
            assertEquals(List.of(), notes);
        }
    }

    private Companion companion(PetOpener first) {
        Companion companion = new Companion(RuntimeConfig.DEFAULT, first, new FakeClock(), notes::add);
        companion.castBy(role -> role.equals(BROKEN) ? NONE : width -> axo);
        return companion;
    }
}
