package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.DesktopLook;
import dev.perch.model.MotionChoice;
import dev.perch.model.PetAnimationState;
import dev.perch.model.ThemeChoice;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The desktop's look reaches pets and bubbles while they are on show, as far as the user lets it. */
final class AppearanceTest {
    private static final int WHITE = 0xFFFFFFFF;
    private static final int DARK = 0xFF24272E;
    private static final int BLACK = 0xFF000000;

    @ParameterizedTest
    @CsvSource({
        "SYSTEM, false, false, " + WHITE,
        "SYSTEM, true, false, " + DARK,
        "SYSTEM, true, true, " + BLACK,
        "LIGHT, true, false, " + WHITE,
        "DARK, false, false, " + DARK,
        "DARK, false, true, " + BLACK,
        "HIGH_CONTRAST, true, false, " + BLACK,
    })
    void theGroundOfABubbleOnShowFollowsTheDesktopAndTheUsersChoice(
            ThemeChoice choice, boolean dark, boolean highContrast, int ground) {
        try (StagedPet pet = new StagedPet(config(choice, MotionChoice.SYSTEM))) {
            pet.tell(PetAnimationState.WAITING, "May I?", "48 tests");
            pet.step(0);
            pet.tell(step -> step.desktopLook = new DesktopLook(dark, highContrast, false, 1));
            pet.step(1);
            assertTrue(count(pet, ground) > 2_000, "of the card's ground there are " + count(pet, ground) + " pixels");
        }
    }

    @ParameterizedTest
    @CsvSource({"SYSTEM, true, true", "SYSTEM, false, false", "ON, false, true", "OFF, true, false"})
    void aReducedPetHasNoNextFrame(MotionChoice choice, boolean desktop, boolean still) {
        try (StagedPet pet = new StagedPet(config(ThemeChoice.LIGHT, choice))) {
            pet.step(0);
            pet.tell(step -> step.desktopLook = new DesktopLook(false, false, desktop, 1));
            pet.step(1);
            assertEquals(still, pet.runtime().nextChange() == Long.MAX_VALUE);
        }
    }

    @Test
    void textThatIsToBeLargerMakesTheBubbleLargerAtOnce() {
        try (StagedPet pet = new StagedPet(config(ThemeChoice.LIGHT, MotionChoice.ON))) {
            pet.tell(PetAnimationState.WAITING, "May I?", "48 tests");
            pet.step(0);
            int before = count(pet, WHITE);
            pet.tell(step -> step.desktopLook = new DesktopLook(false, false, false, 1.5f));
            assertTrue(pet.step(1), "the picture is another");
            assertTrue(count(pet, WHITE) > before * 1.5, before + " white pixels, then " + count(pet, WHITE));
        }
    }

    @Test
    void theSameLookAgainChangesNothing() {
        try (StagedPet pet = new StagedPet(config(ThemeChoice.SYSTEM, MotionChoice.SYSTEM))) {
            pet.tell(PetAnimationState.WAITING, "May I?", "48 tests");
            pet.tell(step -> step.desktopLook = new DesktopLook(true, false, true, 1));
            pet.step(0);
            pet.tell(step -> step.desktopLook = new DesktopLook(true, false, true, 1));
            assertFalse(pet.step(1));
        }
    }

    private static RuntimeConfig config(ThemeChoice theme, MotionChoice motion) {
        return RuntimeConfig.DEFAULT.withReducedMotion(motion).withTheme(theme);
    }

    private static int count(StagedPet pet, int argb) {
        return (int) Arrays.stream(pet.picture().pixels())
                .filter(pixel -> pixel == argb)
                .count();
    }
}
