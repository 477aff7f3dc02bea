package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.ecs.Arrivals;
import dev.perch.gesture.KeyEvent;
import dev.perch.gesture.PointerEvent;
import dev.perch.gesture.PointerEvent.Kind;
import dev.perch.model.Interactions;
import dev.perch.model.KeyStroke;
import dev.perch.model.MotionChoice;
import dev.perch.model.PetAnimationState;
import dev.perch.pack.InteractionBlocks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the press of a button to what the pet does, through gesture, binding, gate and bubble. */
final class ClickToActionTest {
    private static final String BLOCK = """
            {"schema":1,
             "reactions":{"click":"waving","hover":"jumping","wake":"review"},
             "regions":{"left":[0,0,96,208]},
             "bindings":[
              {"on":"click","region":"left","do":"hello"},
              {"on":"click","modifiers":["ctrl"],"do":"hop","cooldownMs":2000},
              {"on":"hover","do":"look"},
              {"on":"key","key":"k","modifiers":["ctrl"],"do":"look"},
              {"on":"click","modifiers":["alt"],"do":"page"},
              {"on":"doubleClick","do":"away"}],
             "actions":{
              "hello":{"kind":"pet","do":"say","text":"Hello there"},
              "hop":{"kind":"pet","do":"animate","clip":"jumping"},
              "look":{"kind":"pet","do":"say","text":"I see you"},
              "page":{"kind":"openUrl","url":"https://example.org/"},
              "away":{"kind":"pet","do":"tuck"}}}
            """;

    private static final KeyStroke CTRL_K = new KeyStroke("K", Set.of(KeyStroke.Modifier.CTRL));

    private final StagedPet pet =
            new StagedPet(RuntimeConfig.DEFAULT.withReducedMotion(MotionChoice.OFF), interactions());

    @AfterEach
    void close() {
        pet.close();
    }

    @Test
    void aClickIsSaidInTheBubbleAndThenThePetIsSilentAgain() {
        pet.step(0);
        click(1_000, pet.left() + 3, 0);
        pet.step(1_400);
        assertEquals(List.of("waving[0]"), frames(), "the reaction");
        assertTrue(bubbleShows("Hello there"));
        pet.step(6_000);
        assertEquals("idle", frames().get(0).substring(0, 4));
        assertTrue(bubbleShows(""));
    }

    @Test
    void outsideOfTheRegionTheBindingIsNotMeant() {
        pet.step(0);
        click(1_000, pet.right() - 3, 0);
        pet.step(1_400);
        assertTrue(bubbleShows(""));
    }

    @Test
    void aDoubleClickTucksAndSaysNothing() {
        pet.step(0);
        click(1_000, pet.left() + 3, 0);
        click(1_200, pet.left() + 3, 0);
        pet.step(2_000);
        assertTrue(pet.stage().tucked);
        assertTrue(bubbleShows(""));
    }

    @Test
    void aHoverIsAnsweredAtOnceWithAClipAndOnceItStaysWithTheAction() {
        pet.step(0);
        move(1_000, pet.left() + 3);
        pet.step(1_100);
        assertEquals(List.of("jumping[0]"), frames());
        assertTrue(bubbleShows(""));
        pet.step(1_401);
        assertTrue(bubbleShows("I see you"));
    }

    @Test
    void whileItIsHeldItHearsItsKeysAndTheReleaseIsNoClick() {
        pet.step(0);
        assertEquals(Set.of(), pet.stage().keysHeard);
        button(1_000, Kind.DOWN);
        assertEquals(Set.of(CTRL_K), pet.stage().keysHeard);
        button(1_900, Kind.UP, step -> step.keys.add(new KeyEvent(CTRL_K, 1_500_000_000L)));
        assertEquals(Set.of(), pet.stage().keysHeard);
        assertTrue(bubbleShows("I see you"));
        pet.step(2_500);
        assertEquals("idle", frames().get(0).substring(0, 4), "no reaction to a click");
    }

    @Test
    void whileAnAgentWaitsAClickIsReactedToAndOpensTheQuestionInPlaceOfTheAction() {
        HostQuestions questions = new HostQuestions(() -> 0);
        pet.runtime().ask(questions);
        questions.ask(new HostQuestions.Question("Let it in?", List.of(), "Yes", () -> true, answer -> {}));
        pet.step(0);
        click(1_000, pet.left() + 3, 0);
        pet.step(1_401);
        assertEquals(List.of("waving[0]"), frames());
        assertEquals("Let it in?", pet.runtime().panels().text().title());
        assertTrue(bubbleShows(""), "the action was not asked for");
    }

    @Test
    void aQuestionWhoseLettersNoFontHasIsWithdrawnWithASentence() {
        pet.step(0);
        Set<KeyStroke.Modifier> alt = Set.of(KeyStroke.Modifier.ALT);
        for (Kind kind : List.of(Kind.DOWN, Kind.UP)) {
            int x = pet.left() + 3;
            int y = pet.middle();
            pet.tell(step -> step.pointer.add(new PointerEvent(kind, x, y, x, y, 0, 1_000_000_000L, alt)));
        }
        pet.step(1_401);
        PanelDesk panels = pet.runtime().panels();
        assertEquals("\"Square\" wants to open a web page", panels.text().title());
        assertTrue(panels.cannotBeDrawn());
        assertNull(panels.text());
        assertFalse(panels.cannotBeDrawn());
        pet.step(1_500);
        assertTrue(bubbleShows("page: has letters that no font here has; install a font with them."));
    }

    @Test
    void aPointerThatOnlyPassesByAsksForNothing() {
        pet.step(0);
        move(1_000, pet.left() + 3);
        move(1_300, -50);
        pet.step(2_000);
        assertTrue(bubbleShows(""));
    }

    @Test
    void aPetThatComesBackPlaysItsOwnClipForThat() {
        pet.step(0);
        pet.runtime().tuck();
        pet.step(3_000);
        pet.runtime().wakeUp();
        pet.step(3_001);
        pet.step(3_050);
        assertEquals("review[0]", frames().get(0));
    }

    @Test
    void whileSomethingIsUrgentAReactionPlaysBesideItsWordsAndSign() {
        for (MotionChoice motion : List.of(MotionChoice.OFF, MotionChoice.ON)) {
            try (StagedPet urgent = new StagedPet(RuntimeConfig.DEFAULT.withReducedMotion(motion), interactions())) {
                urgent.tell(PetAnimationState.FAILED, "The build broke", "");
                urgent.step(0);
                urgent.step(600);
                assertEquals(List.of("failed[0]"), framesOf(urgent));
                int x = urgent.left() + 3;
                int y = urgent.middle();
                urgent.tell(step -> step.pointer.add(new PointerEvent(Kind.MOVE, x, y, x, y, -1, 700_000_000L)));
                urgent.step(700);
                urgent.step(900);
                assertEquals(List.of("jumping[0]"), framesOf(urgent));
                assertEquals("The build broke", urgent.runtime().bubbleTitle());
                assertTrue(urgent.runtime().statusText().contains("The build broke"));
                urgent.step(40_000);
                assertEquals("The build broke", urgent.runtime().bubbleTitle());
            }
        }
    }

    private static List<String> framesOf(StagedPet pet) {
        return pet.runtime().framesOnShow().stream().map(Object::toString).toList();
    }

    private void move(long millis, int x) {
        int y = pet.middle();
        pet.tell(step -> step.pointer.add(new PointerEvent(Kind.MOVE, x, y, x, y, -1, millis * 1_000_000)));
        pet.step(millis);
    }

    private static Interactions interactions() {
        return ((InteractionBlocks.Verdict.Right)
                        InteractionBlocks.judge("block", BLOCK.getBytes(StandardCharsets.UTF_8)))
                .interactions();
    }

    private boolean bubbleShows(String text) {
        return pet.runtime().bubbleTitle().equals(text);
    }

    private List<String> frames() {
        return framesOf(pet);
    }

    private void button(long millis, Kind kind, Arrivals.Event... also) {
        int x = pet.left() + 3;
        int y = pet.middle();
        pet.tell(step -> step.pointer.add(new PointerEvent(kind, x, y, x, y, 0, millis * 1_000_000)));
        List.of(also).forEach(pet::tell);
        pet.step(millis);
    }

    private void click(long millis, int x, int button) {
        int y = pet.middle();
        for (Kind kind : List.of(Kind.DOWN, Kind.UP)) {
            long nanos = (millis + (kind == Kind.UP ? 40 : 0)) * 1_000_000;
            pet.tell(step -> step.pointer.add(new PointerEvent(kind, x, y, x, y, button, nanos)));
            pet.step(nanos / 1_000_000);
        }
    }
}
