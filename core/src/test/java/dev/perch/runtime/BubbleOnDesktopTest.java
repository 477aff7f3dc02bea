package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.OverlayViewportDefaults;
import dev.perch.ecs.Stage;
import dev.perch.gesture.PointerEvent;
import dev.perch.model.AlphaMask;
import dev.perch.model.MotionChoice;
import dev.perch.model.PetAnimationState;
import dev.perch.model.QuietLevel;
import dev.perch.model.Room;
import dev.perch.model.Sprite;
import dev.perch.model.ThemeChoice;
import dev.perch.render.RasterImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a bubble is on a desktop, how much it says, and what tells the state of a pet that holds still. */
final class BubbleOnDesktopTest {
    private static final Room WORK_AREA = new Room(0, 0, 1280, 800);

    @Test
    void theBubbleIsOnTheWorkAreaAndOffThePetWhereverThePetIs() {
        try (StagedPet pet = onDesktop(QuietLevel.FULL, MotionChoice.ON)) {
            pet.tell(
                    PetAnimationState.WAITING, "May I run the tests?", "There are 48 of them, and they take a minute.");
            pet.step(0);
            Room ink = pet.stage().ink;
            int below = 0;
            int millis = 0;
            for (int x = 0; x <= WORK_AREA.width() - ink.width(); x += 31) {
                for (int y = 0; y <= WORK_AREA.height() - ink.height(); y += 19) {
                    pet.stage().x = x - ink.left();
                    pet.stage().y = y - ink.top();
                    pet.step(++millis);
                    Room card = card(pet);
                    assertTrue(inside(card, WORK_AREA), "the card is at " + card + ", the pet at " + x + "," + y);
                    assertFalse(meets(card, new Room(x, y, ink.width(), ink.height())), "it covers the pet: " + card);
                    below += card.top() > y ? 1 : 0;
                }
            }
            assertTrue(below > 100, "at the upper edge it is below: " + below);
        }
    }

    @Test
    void anOpenBubbleTakesTheRoomThatTheDesktopHasAndGivesItBack() {
        try (StagedPet pet = onDesktop(QuietLevel.FULL, MotionChoice.ON)) {
            pet.tell(PetAnimationState.RUNNING, "Takes the inbox apart", "and runs the tests in between. ".repeat(120));
            pet.stage().x = 400;
            pet.stage().y = 400;
            pet.step(0);
            Room usual = window(pet);
            Room ink = inkOnDesktop(pet);
            click(pet, 1);
            Room card = card(pet);
            assertTrue(inside(card, WORK_AREA) && card.height() > 450, "it is at " + card);
            assertTrue(inside(card, window(pet)), card + " in " + window(pet));
            assertEquals(ink, inkOnDesktop(pet), "the pet stays where it is");
            assertFalse(meets(card, ink), "it covers the pet");
            click(pet, 2);
            pet.step(3);
            assertEquals(usual, window(pet));
            assertEquals(ink, inkOnDesktop(pet));
        }
    }

    private static Room window(StagedPet pet) {
        return new Room(pet.stage().x, pet.stage().y, pet.stage().width, pet.stage().height);
    }

    private static Room inkOnDesktop(StagedPet pet) {
        Room ink = pet.stage().ink;
        return new Room(pet.stage().x + ink.left(), pet.stage().y + ink.top(), ink.width(), ink.height());
    }

    private static void click(StagedPet pet, int millis) {
        int x = card(pet).left() - pet.stage().x + 40;
        int y = card(pet).top() - pet.stage().y + 40;
        pet.tell(step -> {
            step.pointer.add(new PointerEvent(PointerEvent.Kind.DOWN, x, y, x, y, 0, 0));
            step.pointer.add(new PointerEvent(PointerEvent.Kind.UP, x, y, x, y, 0, 0));
        });
        pet.step(millis);
    }

    @Test
    void aLayoutWithSizesOfItsOwnHasNarrowerBubblesThatStayFartherFromTheEdge() {
        Stage narrow = Stage.onDesktop(new OverlayViewportDefaults(112, 160, 40), 112, 1);
        try (StagedPet pet = onDesktop(QuietLevel.FULL, MotionChoice.ON, narrow)) {
            pet.tell(PetAnimationState.WAITING, "May I run the tests that take the whole of the day?", "48 tests");
            pet.stage().x = -pet.stage().ink.left();
            pet.stage().y = 300;
            pet.step(0);
            Room card = card(pet);
            assertTrue(card.width() <= 160 && card.left() >= 40, "it is at " + card);
        }
    }

    @Test
    void aMoveThatPushesTheBubbleAsideIsAnotherPicture() {
        try (StagedPet pet = onDesktop(QuietLevel.FULL, MotionChoice.ON)) {
            pet.tell(PetAnimationState.WAITING, "May I run the tests?", "There are 48 of them.");
            pet.stage().x = 300;
            pet.stage().y = 200;
            pet.step(0);
            pet.stage().x = 310;
            assertFalse(pet.step(1), "in the open, the window moves and its picture stays");
            pet.stage().x = -pet.stage().ink.left();
            assertTrue(pet.step(2));
        }
    }

    @Test
    void theBadgeOfAPetAtTheRightEdgeIsWholeOnTheScreen() {
        try (StagedPet pet = onDesktop(QuietLevel.FULL, MotionChoice.ON)) {
            pet.tell(PetAnimationState.WAITING, "", "");
            pet.stage().x = 300;
            pet.stage().y = 300;
            pet.step(0);
            int whole = drawn(pet, pet.stage().width);
            pet.stage().x = WORK_AREA.right() - pet.stage().ink.right();
            assertTrue(pet.step(1), "the badge moves aside");
            assertEquals(
                    0,
                    drawn(pet, pet.stage().width) - drawn(pet, pet.stage().ink.right()),
                    "off the screen");
            assertTrue(drawn(pet, pet.stage().width) > whole / 2);
        }
    }

    /** How many pixels of the picture are strong, left of a column. */
    private static int drawn(StagedPet pet, int columns) {
        RasterImage picture = pet.picture();
        int strong = 0;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < columns; x++) {
                strong += picture.pixel(x, y) >>> 24 >= AlphaMask.SOLID_ALPHA ? 1 : 0;
            }
        }
        return strong;
    }

    @Test
    void atEachLevelOfQuietLessIsSaid() {
        Set<Integer> heights = new HashSet<>();
        for (QuietLevel quiet : QuietLevel.values()) {
            try (StagedPet pet = onDesktop(quiet, MotionChoice.ON)) {
                pet.tell(PetAnimationState.WAITING, "May I run the tests that take the whole of the day?", "48 tests");
                pet.step(0);
                heights.add(card(pet).height());
                assertEquals(
                        quiet == QuietLevel.STATE, pet.runtime().statusText().equals("Needs input"));
            }
        }
        assertEquals(3, heights.size(), "the cards are " + heights + " high");
    }

    @ParameterizedTest
    @EnumSource(
            value = MotionChoice.class,
            names = {"ON", "OFF"})
    void thePetThatHoldsStillTellsItsStateByABadge(MotionChoice motion) {
        Set<Integer> pictures = new HashSet<>();
        for (PetAnimationState state : PetAnimationState.ROWS) {
            try (StagedPet pet = onDesktop(QuietLevel.FULL, motion)) {
                pet.tell(state, "The same title", null);
                pet.step(0);
                pictures.add(besideThePet(pet));
            }
        }
        assertEquals(
                motion == MotionChoice.ON ? 5 : 1, pictures.size(), "running, waiting, failed, review, and all others");
    }

    private static StagedPet onDesktop(QuietLevel quiet, MotionChoice motion) {
        return onDesktop(quiet, motion, Stage.onDesktop(112, 1));
    }

    private static StagedPet onDesktop(QuietLevel quiet, MotionChoice motion, Stage stage) {
        RuntimeConfig config = RuntimeConfig.DEFAULT
                .withReducedMotion(motion)
                .withTheme(ThemeChoice.LIGHT)
                .withQuiet(quiet);
        StagedPet pet = new StagedPet(config, stage);
        pet.stage().room = WORK_AREA;
        return pet;
    }

    /** The card on the desktop. */
    private static Room card(StagedPet pet) {
        Room[] card = new Room[1];
        pet.runtime().tellSolids(new Solids() {
            @Override
            public void ink(Sprite sprite, float cellX, float cellY, float scale) {}

            @Override
            public void card(int x, int y, int width, int height) {
                card[0] = new Room(pet.stage().x + x, pet.stage().y + y, width, height);
            }
        });
        return card[0];
    }

    private static int besideThePet(StagedPet pet) {
        Room ink = pet.stage().ink;
        int[] pixels = pet.picture().pixels();
        int width = pet.stage().width;
        int hash = 0;
        for (int y = ink.top() + 10; y < ink.bottom() + 10; y++) {
            int from = y * width + ink.left();
            hash = 31 * hash + Arrays.hashCode(Arrays.copyOfRange(pixels, from, from + ink.width() + 20));
        }
        return hash;
    }

    private static boolean meets(Room a, Room b) {
        return a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() && b.top() < a.bottom();
    }

    private static boolean inside(Room inner, Room outer) {
        return inner.left() >= outer.left()
                && inner.top() >= outer.top()
                && inner.right() <= outer.right()
                && inner.bottom() <= outer.bottom();
    }
}
