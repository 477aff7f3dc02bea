package dev.perch.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.AnimationResolver;
import dev.perch.model.AnimationSequence;
import dev.perch.model.Clip;
import dev.perch.model.FrameRef;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetPackage;
import dev.perch.model.PlaybackPolicy;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What every animation resolver has to do, as tests: return them from a {@code @TestFactory}. */
public final class AnimationContract {
    private final AnimationResolver resolver;
    private final PetPackage pet;

    private AnimationContract(AnimationResolver resolver, PetPackage pet) {
        this.resolver = resolver;
        this.pet = pet;
    }

    /**
     * The tests of a resolver, made for a pet with all of Codex's clips.
     *
     * @param supported states that it has to support
     */
    public static Stream<DynamicTest> of(AnimationResolver resolver, PetAnimationState... supported) {
        PetPackage pet = TestPets.v2();
        AnimationContract contract = new AnimationContract(resolver.forPet(pet, PlaybackPolicy.DEFAULT), pet);
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest("it has a name that stays", contract::nameStays)),
                Stream.of(supported)
                        .map(state -> DynamicTest.dynamicTest("it plays " + state, () -> contract.plays(state))));
    }

    private void nameStays() {
        assertFalse(resolver.id().isBlank());
        assertEquals(resolver.id(), resolver.id());
    }

    private void plays(PetAnimationState state) {
        assertTrue(resolver.supports(state.id()), "it does not support it");
        AnimationSequence moving = sequence(state, false);
        AnimationSequence still = sequence(state, true);
        moving.frames().forEach(timed -> exists(timed.frame()));
        still.frames().forEach(timed -> exists(timed.frame()));
        assertEquals(1, still.frames().size(), "with reduced motion nothing moves");
        assertEquals(moving, resolver.getSequence(state, false), "the same question has the same answer");
    }

    private AnimationSequence sequence(PetAnimationState state, boolean reduced) {
        AnimationSequence sequence = resolver.getSequence(state, reduced);
        assertNotNull(sequence, () -> "no sequence, reduced motion " + reduced);
        return sequence;
    }

    private void exists(FrameRef frame) {
        Clip clip = pet.clips().get(frame.clip());
        assertNotNull(clip, () -> frame + " is of a clip that pets do not have");
        assertTrue(frame.index() >= 0 && frame.index() < clip.frames().size(), () -> frame + " is beyond its clip");
    }
}
