package dev.perch.anim;

import static dev.perch.api.PetActionDefinition.core;
import static dev.perch.api.PetActionDefinition.extension;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.AnimationResolver;
import dev.perch.api.PetActionDefinition;
import dev.perch.model.AnimationSequence;
import dev.perch.model.Clip;
import dev.perch.model.FrameRef;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetPackage;
import dev.perch.model.PlaybackPolicy;
import dev.perch.testkit.TestPets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ActionVocabularyTest {
    private static final PetActionDefinition IDLE = core(PetAnimationState.IDLE, "Idle");
    private static final PetActionDefinition RUNNING = core(PetAnimationState.RUNNING, "Working");

    @Test
    void aWordFallsBackAlongItsChainToThePicturesThatThereAre() {
        Repertoire repertoire = repertoire(
                IDLE,
                RUNNING,
                extension("searching", "Searching", PetAnimationState.RUNNING),
                extension("searching-web", "Searching the web", state("searching")));

        assertEquals("running[0]", shown(TestPets.v1(), repertoire, "searching-web"));
        assertEquals("idle[0]", shown(TestPets.only("idle"), repertoire, "searching-web"));
        assertEquals("idle[0]", shown(TestPets.v1(), repertoire, "juggling"));
    }

    @Test
    void aPetThatHasTheClipOfAnExtensionPlaysIt() {
        PetPackage v1 = TestPets.v1();
        Map<String, Clip> clips = new LinkedHashMap<>(v1.clips());
        clips.put("searching", new Clip("searching", v1.clip("waving").frames()));
        PetPackage searcher =
                new PetPackage(v1.id(), "", "", "00", v1.cellWidth(), v1.cellHeight(), 0, clips, List.of(), List.of());
        Repertoire repertoire = repertoire(
                IDLE,
                RUNNING,
                extension("searching", "Searching", PetAnimationState.RUNNING),
                extension("searching-web", "Searching the web", state("searching")));

        assertEquals("searching[0]", shown(searcher, repertoire, "searching"));
        assertEquals("searching[0]", shown(searcher, repertoire, "searching-web"));
    }

    @Test
    void theFirstDeclarationOfAWordCounts() {
        Map<String, List<PetActionDefinition>> catalogs = new LinkedHashMap<>();
        catalogs.put("mine", List.of(extension("thinking", "Mine", PetAnimationState.IDLE)));
        catalogs.put("perch", List.of(IDLE, RUNNING, extension("thinking", "Thinking", PetAnimationState.RUNNING)));
        ActionVocabulary.Reading reading = ActionVocabulary.read(catalogs);

        assertEquals(PetAnimationState.IDLE, reading.words().fallback(state("thinking")));
        assertEquals(3, reading.words().actions().size());
        assertTrue(reading.refused().isEmpty());
    }

    @Test
    void aChainThatComesBackToItselfIsRefusedByName() {
        ActionVocabulary.Reading reading = read(
                IDLE,
                extension("a", "A", state("b")),
                extension("b", "B", state("a")),
                extension("c", "C", state("a")));

        assertEquals(List.of("idle"), words(reading));
        assertEquals(3, reading.refused().size());
        assertEquals(
                "action catalog mine: its word a comes back to a; have its fallbacks end at a core state; until then it"
                        + " is shown as idle.",
                reading.refused().get(0).sentence());
        assertEquals("idle[0]", shown(TestPets.v1(), new Repertoire(reading.words(), clips()), "a"));
    }

    @Test
    void aChainThatEndsAtAnUnknownWordIsRefusedByName() {
        ActionVocabulary.Reading reading = read(IDLE, extension("a", "A", state("nowhere")));

        assertEquals(List.of("idle"), words(reading));
        assertTrue(reading.refused().get(0).sentence().contains("its word a ends at nowhere"));
    }

    @Test
    void theFirstResolverThatSupportsAStateIsUsed() {
        AnimationResolver onlyRunning = new AnimationResolver() {
            @Override
            public String id() {
                return "mine";
            }

            @Override
            public boolean supports(String state) {
                return state.equals("running");
            }

            @Override
            public AnimationSequence getSequence(PetAnimationState state, boolean reducedMotion) {
                return AnimationSequence.still(new FrameRef("waving", reducedMotion ? 0 : 3));
            }
        };
        Repertoire repertoire = new Repertoire(ActionVocabulary.EMPTY, List.of(onlyRunning, new ClipAnimations()));

        assertEquals("waving[3]", shown(TestPets.v1(), repertoire, "running"));
        assertEquals("failed[0]", shown(TestPets.v1(), repertoire, "failed"));
        Track still = new AnimationDirector(TestPets.v1(), PlaybackPolicy.DEFAULT, repertoire)
                .choose(PetSituation.of(PetAnimationState.RUNNING, 0).withReducedMotion(true));
        assertEquals("waving[0]", still.frameAt(0).toString());
    }

    private static List<String> words(ActionVocabulary.Reading reading) {
        return reading.words().actions().stream()
                .map(action -> action.state().id())
                .toList();
    }

    private static String shown(PetPackage pet, Repertoire repertoire, String state) {
        return new AnimationDirector(pet, PlaybackPolicy.DEFAULT, repertoire)
                .choose(PetSituation.of(state(state), 0))
                .frameAt(0)
                .toString();
    }

    private static Repertoire repertoire(PetActionDefinition... actions) {
        return new Repertoire(read(actions).words(), clips());
    }

    private static List<AnimationResolver> clips() {
        return List.of(new ClipAnimations());
    }

    private static ActionVocabulary.Reading read(PetActionDefinition... actions) {
        return ActionVocabulary.read(Map.of("mine", List.of(actions)));
    }

    private static PetAnimationState state(String word) {
        return new PetAnimationState(word);
    }
}
