package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.perch.ecs.Stage;
import dev.perch.model.MotionChoice;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.ThemeChoice;
import dev.perch.source.SnapshotTimeline;
import dev.perch.testkit.FilmStrip;
import dev.perch.testkit.OpenPets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With reduced motion a state is one still picture. */
final class ReducedStillsTest {
    @TempDir
    private static Path store;

    @ParameterizedTest
    @ValueSource(strings = {"pip", "axo"})
    void nineStatesAreNineStillsThatCanBeToldApartAndAreDrawnOnce(String name) throws Exception {
        RuntimeConfig config =
                RuntimeConfig.DEFAULT.withReducedMotion(MotionChoice.ON).withTheme(ThemeChoice.LIGHT);
        FilmStrip strip = new FilmStrip();
        Set<Integer> stills = new HashSet<>();
        for (PetAnimationState state : PetAnimationState.ROWS) {
            SnapshotTimeline told = new SnapshotTimeline(List.of(new SnapshotTimeline.Entry(
                    0, new SourceId("test"), SessionId.MAIN, new RuntimeSnapshot(state, "", null, Map.of()))));
            try (HeadlessPet pet = new HeadlessPet(
                    config, Stage.of(112, 1), OpenPets.open(name, store, 112), UiFonts.bundled(), told)) {
                pet.advanceTo(0);
                stills.add(Arrays.hashCode(pet.picture().pixels()));
                strip.add(pet.picture());
                assertFalse(pet.advanceTo(100_000), state + " is drawn again");
            }
        }
        strip.save("reduced-" + name);
        assertEquals(9, stills.size());
    }
}
