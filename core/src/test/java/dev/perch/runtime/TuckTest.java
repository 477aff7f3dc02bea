package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.PetAnimationState;
import dev.perch.model.Room;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.Sprite;
import dev.perch.model.StampedSnapshot;
import dev.perch.testkit.FilmStrip;
import dev.perch.testkit.OpenPets;
import dev.perch.testkit.PetOnStage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pet that goes out of sight and comes back. */
final class TuckTest {
    private static final Room ROOM = new Room(0, 0, 1600, 900);

    @TempDir
    private static Path store;

    @Test
    void itSlidesToTheNearestEdgeAndFadesAndIsThenNoWorkAtAll() throws Exception {
        FilmStrip strip = new FilmStrip();
        try (PetOnStage pet = open(false)) {
            pet.run(1_000);
            pet.runtime().tuck();
            for (int at = 1_000; at <= 1_700; at += 50) {
                pet.run(at);
                strip.add(pet.petAlone(136, 108));
            }
            strip.save("tuck-pip");
            pet.run(3_000);
            assertEquals(ROOM.bottom(), pet.stage().y + pet.stage().ink.bottom());
            assertTrue(empty(pet));
            assertEquals(Long.MAX_VALUE, pet.due());
            int draws = pet.draws();
            pet.run(100_000);
            assertEquals(draws, pet.draws());
            assertEquals(0, solids(pet), "it catches the mouse");
        }
    }

    @Test
    void itComesBackToWhereItWasAndGreets() throws Exception {
        try (PetOnStage pet = open(false)) {
            pet.runtime().tuck();
            pet.run(3_000);
            pet.runtime().wakeUp();
            pet.run(3_050);
            assertEquals("waving", pet.runtime().framesOnShow().get(0).clip());
            pet.run(5_099);
            assertEquals("waving", pet.runtime().framesOnShow().get(0).clip());
            pet.run(5_100);
            assertEquals("idle", pet.runtime().framesOnShow().get(0).clip());
            pet.run(6_000);
            assertEquals(900, pet.stage().x);
            assertEquals(300, pet.stage().y);
            assertTrue(solids(pet) > 0);
        }
    }

    @Test
    void turnedOnTheWayItGoesOnFromWhereItIs() throws Exception {
        try (PetOnStage pet = open(false)) {
            pet.run(1_000);
            pet.runtime().tuck();
            int last = pet.stage().x;
            for (int at = 1_000; at < 4_000; at += 4) {
                if (at % 120 == 0) {
                    toggle(pet, at % 240 == 0);
                }
                pet.run(at);
                assertTrue(Math.abs(pet.stage().x - last) < 40, "a jump at " + at);
                last = pet.stage().x;
            }
            pet.runtime().wakeUp();
            pet.run(6_000);
            assertEquals(900, pet.stage().x);
        }
    }

    @Test
    void reducedItIsGoneAtOnceFromWhereItIs() throws Exception {
        try (PetOnStage pet = open(true)) {
            int draws = pet.draws();
            pet.runtime().tuck();
            pet.run(1);
            assertTrue(empty(pet));
            assertEquals(900, pet.stage().x);
            pet.runtime().wakeUp();
            pet.run(2);
            pet.run(10_000);
            assertEquals(draws + 2, pet.draws());
        }
    }

    @Test
    void outOfSightASessionStillGrowsStale() throws Exception {
        try (PetOnStage pet = open(false)) {
            pet.arrive(
                    1,
                    step -> step.snapshots.add(new StampedSnapshot(
                            new SourceId("test"),
                            SourceRank.CONFIGURED,
                            new SessionId("one"),
                            1,
                            step.now,
                            Duration.ofSeconds(30).toNanos(),
                            RuntimeSnapshot.of(PetAnimationState.RUNNING, "Runs the tests"))));
            pet.runtime().tuck();
            pet.run(29_000);
            assertFalse(pet.runtime().onShow().mood().stale());
            int draws = pet.draws();
            pet.run(31_000);
            assertTrue(pet.runtime().onShow().mood().stale());
            assertEquals(draws, pet.draws());
        }
    }

    private static void toggle(PetOnStage pet, boolean tuck) {
        if (tuck) {
            pet.runtime().tuck();
        } else {
            pet.runtime().wakeUp();
        }
    }

    private static boolean empty(PetOnStage pet) {
        return Arrays.stream(pet.picture().pixels()).allMatch(pixel -> pixel == 0);
    }

    private static int solids(PetOnStage pet) {
        AtomicInteger solids = new AtomicInteger();
        pet.runtime().tellSolids(new Solids() {
            @Override
            public void ink(Sprite sprite, float cellX, float cellY, float scale) {
                solids.incrementAndGet();
            }

            @Override
            public void card(int x, int y, int width, int height) {
                solids.incrementAndGet();
            }
        });
        return solids.get();
    }

    private static PetOnStage open(boolean reduced) throws Exception {
        return new PetOnStage(OpenPets.open("pip", store, 112), reduced, 900, 300, ROOM);
    }
}
