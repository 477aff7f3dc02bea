package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.ecs.Stage;
import dev.perch.gesture.PointerEvent;
import dev.perch.gesture.WheelEvent;
import dev.perch.model.MotionChoice;
import dev.perch.model.PetAnimationState;
import dev.perch.model.Room;
import dev.perch.model.Sprite;
import dev.perch.model.ThemeChoice;
import dev.perch.testkit.FilmStrip;
import dev.perch.testkit.GoldenFrames;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** How a bubble comes, changes its words, opens, scrolls and goes, as it is drawn. Milliseconds. */
final class BubbleTweenTest {
    private static final String LONG =
            "First it reads the whole of the inbox.\n\nThen it takes the locks apart, one after the "
                    + "other, and runs the tests in between. ".repeat(8) + "The end.";
    private static final Room ANY = new Room(0, 0, 1280, 800);

    private int now;

    @Test
    void itRisesFromThePetChangesItsWordsAndGoes() throws Exception {
        FilmStrip strip = new FilmStrip();
        try (StagedPet pet = pet(MotionChoice.OFF)) {
            SortedMap<Integer, Runnable> script = new TreeMap<>();
            script.put(1_000, () -> pet.tell(PetAnimationState.RUNNING, "Reads", null));
            script.put(
                    1_500, () -> pet.tell(PetAnimationState.WAITING, "May I run the tests?", "There are 48 of them."));
            script.put(2_000, () -> pet.tell(PetAnimationState.IDLE, "", null));
            for (int at = 0; at <= 2_200; at += 20) {
                if (script.containsKey(at)) {
                    script.get(at).run();
                }
                pet.step(at);
                if (at % 1_000 % 500 <= 160 && at >= 1_000 && at % 40 == 20) {
                    strip.add(pet.picture());
                }
            }
        }
        strip.save("bubble");
        GoldenFrames.ofModule().check("motion/bubble", strip.picture());
    }

    @Test
    void reducedItIsThereAndGoneAtOnce() throws Exception {
        FilmStrip strip = new FilmStrip();
        try (StagedPet pet = pet(MotionChoice.ON)) {
            for (PetAnimationState state :
                    List.of(PetAnimationState.IDLE, PetAnimationState.WAITING, PetAnimationState.IDLE)) {
                pet.tell(state, "May I run the tests?", null);
                assertTrue(pet.step(now));
                strip.add(pet.picture());
                assertFalse(pet.step(now + 500), "it was drawn again");
                now += 1_000;
            }
        }
        strip.save("bubble-reduced");
    }

    @Test
    void theSamePoseAtAnyStepRate() {
        for (int moment : new int[] {1_020, 1_090, 1_150, 1_240, 1_330, 1_500, 2_030, 2_110, 2_700}) {
            int[] absurd = pixelsAt(moment, Integer.MAX_VALUE);
            for (int pause : new int[] {100, 16, 4}) {
                assertArrayEquals(absurd, pixelsAt(moment, pause), "a step every " + pause + " ms, at " + moment);
            }
        }
    }

    @Test
    void itTurnsOnTheWayWithoutAJump() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        try (StagedPet pet = pet(MotionChoice.OFF)) {
            pet.step(0);
            int[] before = pet.picture().pixels().clone();
            for (int at = 2; at < 6_000; at += 2) {
                if (random.nextInt(30) == 0) {
                    pet.tell(
                            random.nextBoolean() ? PetAnimationState.IDLE : PetAnimationState.RUNNING,
                            "word ".repeat(1 + random.nextInt(20)),
                            null);
                }
                pet.step(at);
                int[] after = pet.picture().pixels();
                assertTrue(difference(before, after) < 0.02, "a jump at " + at + ": " + difference(before, after));
                before = after.clone();
            }
        }
    }

    @Test
    void atRestItIsExactlyAsMeasuredAndIsDrawnNoMore() {
        try (StagedPet moved = pet(MotionChoice.OFF);
                StagedPet still = pet(MotionChoice.OFF)) {
            moved.step(0);
            for (StagedPet pet : List.of(moved, still)) {
                pet.tell(PetAnimationState.WAITING, "May I run the tests?", "There are 48 of them.");
            }
            still.step(100);
            moved.step(100);
            moved.step(5_000);
            still.step(5_000);
            assertArrayEquals(still.picture().pixels(), moved.picture().pixels());
            assertFalse(moved.step(5_001));
        }
    }

    @Test
    void aClickOpensALongTextTheWheelReadsItToItsEndAndAnotherClickClosesIt() throws Exception {
        FilmStrip strip = new FilmStrip();
        try (StagedPet pet = pet(MotionChoice.OFF)) {
            pet.tell(PetAnimationState.RUNNING, "Takes the inbox apart", LONG);
            pet.step(0);
            Room closed = card(pet);
            strip.add(pet.picture());
            click(pet, closed.left() + 50, closed.top() + 30, 100);
            pet.step(140);
            strip.add(pet.picture());
            pet.step(1_000);
            strip.add(pet.picture());
            Room open = card(pet);
            assertTrue(open.height() > closed.height(), open + " after " + closed);
            assertTrue(open.top() >= 0 && open.bottom() <= closed.bottom(), "it covers the pet: " + open);
            int[] top = pet.picture().pixels().clone();
            for (int i = 0; i < 40; i++) {
                wheel(pet, open.left() + 50, open.top() + 30, -1, 1_100 + i);
            }
            pet.step(1_200);
            pet.step(2_000);
            strip.add(pet.picture());
            assertFalse(Arrays.equals(top, pet.picture().pixels()), "it does not scroll");
            wheel(pet, open.left() + 50, open.top() + 30, -1, 2_001);
            int[] end = pet.picture().pixels().clone();
            pet.step(3_000);
            assertArrayEquals(end, pet.picture().pixels(), "it scrolls beyond its end");
            click(pet, open.left() + 50, open.top() + 30, 3_100);
            pet.step(4_000);
            assertEquals(closed, card(pet));
        }
        strip.save("bubble-open");
    }

    @Test
    void anOpenTextIsClosedByAnotherStateAndStaysOpenWhileItGoesOn() {
        try (StagedPet pet = pet(MotionChoice.ON)) {
            pet.tell(PetAnimationState.RUNNING, "Takes the inbox apart", LONG);
            pet.step(0);
            Room closed = card(pet);
            click(pet, closed.left() + 50, closed.top() + 30, 100);
            pet.tell(PetAnimationState.RUNNING, "Takes the inbox apart", LONG + " And more.");
            pet.step(200);
            assertTrue(card(pet).height() > closed.height());
            pet.tell(PetAnimationState.WAITING, "Takes the inbox apart", LONG);
            pet.step(300);
            assertEquals(closed.height(), card(pet).height());
        }
    }

    private static void click(StagedPet pet, int x, int y, int millis) {
        for (PointerEvent.Kind kind : List.of(PointerEvent.Kind.DOWN, PointerEvent.Kind.UP)) {
            pet.tell(step -> step.pointer.add(new PointerEvent(kind, x, y, x, y, 0, millis * 1_000_000L)));
        }
        pet.step(millis);
    }

    private static void wheel(StagedPet pet, int x, int y, double notches, int millis) {
        pet.tell(step -> step.wheel.add(new WheelEvent(x, y, notches)));
        pet.step(millis);
    }

    /** Steps so often, and whenever something is told; it is another place and another text, and then nothing. */
    private static int[] pixelsAt(int moment, int pause) {
        try (StagedPet pet = pet(MotionChoice.OFF)) {
            SortedMap<Integer, Runnable> script = new TreeMap<>();
            script.put(1_000, () -> pet.tell(PetAnimationState.RUNNING, "Reads", null));
            script.put(1_080, () -> pet.tell(PetAnimationState.WAITING, "May I run the tests?", "There are 48."));
            script.put(1_200, () -> pet.tell(PetAnimationState.RUNNING, "Goes on with the inbox", null));
            script.put(2_000, () -> pet.tell(PetAnimationState.IDLE, "", null));
            script.put(2_100, () -> pet.tell(PetAnimationState.FAILED, "No", null));
            SortedSet<Integer> steps = new TreeSet<>(script.keySet());
            for (long at = 0; at < moment && pause < moment; at += pause) {
                steps.add((int) at);
            }
            steps.add(0);
            steps.add(moment);
            for (int at : steps.headSet(moment + 1)) {
                script.getOrDefault(at, () -> {}).run();
                pet.step(at);
            }
            return pet.picture().pixels().clone();
        }
    }

    /** The mean difference of all channels, 0 to 1, of what is on a picture that is a fifth card. */
    private static double difference(int[] before, int[] after) {
        long sum = 0;
        for (int i = 0; i < before.length; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                sum += Math.abs((before[i] >>> shift & 255) - (after[i] >>> shift & 255));
            }
        }
        return sum / (4.0 * 255 * before.length);
    }

    private static Room card(StagedPet pet) {
        Room[] card = new Room[1];
        pet.runtime().tellSolids(new Solids() {
            @Override
            public void ink(Sprite sprite, float cellX, float cellY, float scale) {}

            @Override
            public void card(int x, int y, int width, int height) {
                card[0] = new Room(x, y, width, height);
            }
        });
        return card[0];
    }

    private static StagedPet pet(MotionChoice motion) {
        RuntimeConfig config = RuntimeConfig.DEFAULT.withReducedMotion(motion).withTheme(ThemeChoice.LIGHT);
        StagedPet pet = new StagedPet(config, Stage.of(112, 1));
        pet.stage().room = ANY;
        return pet;
    }
}
