package dev.perch.anim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.model.PetAnimationState;
import dev.perch.model.PetPackage;
import dev.perch.model.PlaybackPolicy;
import dev.perch.testkit.TestPets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The table of the choice: situation, then the frame on show a moment later. */
final class AnimationDirectorTest {
    private static final long MILLI = 1_000_000;
    private static final PetSituation IDLE = PetSituation.of(PetAnimationState.IDLE, 0);
    private static final PetSituation WORKING = PetSituation.of(PetAnimationState.RUNNING, 0);

    private record Row(String sentence, PetPackage pet, PetSituation situation, String frame, String later) {}

    private static final PetAnimationState UNHEARD_OF = new PetAnimationState("juggling");

    private static final List<Row> TABLE = List.of(
            new Row("idle breathes six times slower", TestPets.v1(), IDLE, "idle[0]", "idle[0]"),
            new Row("a state plays its row", TestPets.v1(), WORKING, "running[0]", "running[4]"),
            new Row("an unknown state is idle", TestPets.v1(), PetSituation.of(UNHEARD_OF, 0), "idle[0]", "idle[0]"),
            new Row(
                    "a state that the pet has no row for is idle",
                    TestPets.only("idle"),
                    WORKING,
                    "idle[0]",
                    "idle[0]"),
            new Row("an idle v2 pet looks", TestPets.v2(), IDLE.withGaze(5), "look[5]", "look[5]"),
            new Row("a v1 pet cannot look", TestPets.v1(), IDLE.withGaze(5), "idle[0]", "idle[0]"),
            new Row("a state beats gaze", TestPets.v2(), WORKING.withGaze(5), "running[0]", "running[4]"),
            new Row(
                    "a gesture beats a state",
                    TestPets.v2(),
                    WORKING.withGesture(PetAnimationState.JUMPING, 0),
                    "jumping[0]",
                    "jumping[3]"),
            new Row(
                    "a drag beats a gesture",
                    TestPets.v2(),
                    WORKING.withGesture(PetAnimationState.JUMPING, 0).withDrag(Drag.LEFT, 0),
                    "running-left[0]",
                    "running-left[4]"),
            new Row(
                    "a drag to the right runs right",
                    TestPets.v1(),
                    IDLE.withDrag(Drag.RIGHT, 0),
                    "running-right[0]",
                    "running-right[4]"),
            new Row(
                    "reduced motion holds the first frame of the state",
                    TestPets.v1(),
                    WORKING.withReducedMotion(true),
                    "running[0]",
                    "running[0]"),
            new Row(
                    "reduced motion holds the first frame of a drag",
                    TestPets.v1(),
                    IDLE.withReducedMotion(true).withDrag(Drag.LEFT, 0),
                    "running-left[0]",
                    "running-left[0]"),
            new Row(
                    "reduced motion still looks: a look is a held pose",
                    TestPets.v2(),
                    IDLE.withReducedMotion(true).withGaze(9),
                    "look[9]",
                    "look[9]"));

    @TestFactory
    Stream<DynamicTest> theFirstLayerThatAppliesWins() {
        return TABLE.stream()
                .map(row -> DynamicTest.dynamicTest(row.sentence, () -> {
                    Track track = new AnimationDirector(row.pet, PlaybackPolicy.DEFAULT).choose(row.situation);
                    assertEquals(row.frame, track.frameAt(0).toString());
                    assertEquals(row.later, track.frameAt(500 * MILLI).toString());
                }));
    }
}
