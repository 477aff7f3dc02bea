package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.ecs.Stage;
import dev.perch.model.MotionChoice;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.ThemeChoice;
import dev.perch.render.RasterBatch;
import dev.perch.render.RasterImage;
import dev.perch.source.SnapshotTimeline;
import dev.perch.testkit.BatchTrace;
import dev.perch.testkit.FilmStrip;
import dev.perch.testkit.GoldenFrames;
import dev.perch.testkit.OpenPets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a pet moves from action to action, as it is drawn. */
final class TweenTest {
    private static final int TOLD = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final long NEVER = Long.MAX_VALUE;
    private static final SnapshotTimeline ONE_CHANGE =
            new SnapshotTimeline(List.of(told(TOLD, PetAnimationState.WAITING)));

    @TempDir
    private static Path store;

    @ParameterizedTest
    @ValueSource(strings = {"pip", "axo"})
    void aChangeOfStateFadesAndDipsWithTheFeetPlanted(String name) throws Exception {
        FilmStrip strip = new FilmStrip();
        try (HeadlessPet pet = pet(name, false, ONE_CHANGE)) {
            for (int at = TOLD - 25; at <= TOLD + 325; at += 25) {
                pet.advanceTo(at);
                strip.add(petAlone(pet));
            }
        }
        strip.save("change-" + name);
        GoldenFrames.ofModule().check("motion/change-" + name, strip.picture());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pip", "axo"})
    void reducedTheChangeIsOneCutFromStillToStill(String name) throws Exception {
        FilmStrip strip = new FilmStrip();
        try (HeadlessPet pet = pet(name, true, ONE_CHANGE)) {
            pet.advanceTo(TOLD - 1);
            strip.add(petAlone(pet));
            assertEquals(TOLD, pet.nextChangeMillis());
            assertTrue(pet.advanceTo(TOLD));
            strip.add(petAlone(pet));
            assertFalse(pet.advanceTo(TOLD + 60_000), "it was drawn again");
        }
        strip.save("change-" + name + "-reduced");
    }

    @Test
    void theSamePoseAtAnyStepRate() throws Exception {
        SnapshotTimeline many = new SnapshotTimeline(List.of(
                told(500, PetAnimationState.RUNNING),
                told(560, PetAnimationState.WAITING),
                told(900, PetAnimationState.FAILED),
                told(2_000, PetAnimationState.REVIEW)));
        for (int moment : new int[] {520, 600, 650, 700, 950, 1_000, 2_050, 2_100, 3_000}) {
            int[] absurd = pixelsAt(many, moment, NEVER);
            for (int rate : new int[] {10, 60, 240}) {
                assertArrayEquals(
                        absurd, pixelsAt(many, moment, SECOND / rate), rate + " steps a second, at " + moment + " ms");
            }
        }
    }

    @Test
    void aSettledPetIsDrawnWithTheCallsOfAPetThatNeverMoved() throws Exception {
        try (HeadlessPet moved = pet("pip", false, ONE_CHANGE);
                HeadlessPet still = pet("pip", true, ONE_CHANGE)) {
            still.advanceTo(TOLD);
            moved.advanceTo(TOLD + 50);
            assertNotEquals(drawn(still), drawn(moved), "in the middle of a tween");
            moved.advanceTo(TOLD + 400);
            assertEquals(TOLD + 450, moved.nextChangeMillis(), "it wakes for a tween that is over");
            moved.advanceTo(TOLD + 1_010);
            assertEquals("[waiting[0]]", moved.runtime().framesOnShow().toString());
            List<String> withBadge = drawn(still);
            assertEquals(withBadge.subList(0, withBadge.size() - 2), drawn(moved), "all but the badge and its sign");
            assertFalse(drawn(moved).get(0).contains("scaled"), drawn(moved).get(0));
        }
    }

    private static List<String> drawn(HeadlessPet pet) {
        BatchTrace trace = new BatchTrace(new RasterBatch(new RasterImage(400, 400)));
        pet.runtime().draw(trace);
        return trace.drawn();
    }

    /** Steps so often, and besides whenever something is told. */
    private static int[] pixelsAt(SnapshotTimeline timeline, int moment, long every) throws Exception {
        try (HeadlessPet pet = pet("pip", false, timeline)) {
            SortedSet<Long> steps = new TreeSet<>(List.of(0L));
            timeline.entries().forEach(entry -> steps.add(entry.atMillis() * MILLI));
            for (long at = 0; at < moment * MILLI && every != NEVER; at += every) {
                steps.add(at);
            }
            steps.headSet(moment * MILLI).forEach(at -> pet.runtime().step(at));
            pet.runtime().step(moment * MILLI);
            return pet.picture().pixels().clone();
        }
    }

    /** The pet without its bubble and its tail: the lower part of the window's middle. */
    private static RasterImage petAlone(HeadlessPet pet) {
        RasterImage whole = pet.picture();
        int height = 108;
        int width = 136;
        RasterImage part = new RasterImage(width, height);
        for (int y = 0; y < height; y++) {
            System.arraycopy(
                    whole.pixels(),
                    (whole.height() - height + y) * whole.width() + (whole.width() - width) / 2,
                    part.pixels(),
                    y * width,
                    width);
        }
        return part;
    }

    private static HeadlessPet pet(String name, boolean reduced, SnapshotTimeline timeline) throws Exception {
        RuntimeConfig config = RuntimeConfig.DEFAULT
                .withReducedMotion(reduced ? MotionChoice.ON : MotionChoice.OFF)
                .withTheme(ThemeChoice.LIGHT);
        return new HeadlessPet(config, Stage.of(112, 1), OpenPets.open(name, store, 112), UiFonts.bundled(), timeline);
    }

    private static SnapshotTimeline.Entry told(long at, PetAnimationState state) {
        return new SnapshotTimeline.Entry(
                at, new SourceId("test"), SessionId.MAIN, new RuntimeSnapshot(state, "", null, Map.of()));
    }
}
