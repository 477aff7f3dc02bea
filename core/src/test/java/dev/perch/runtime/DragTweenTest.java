package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.gesture.PointerEvent.Kind;
import dev.perch.model.Room;
import dev.perch.testkit.FilmStrip;
import dev.perch.testkit.GoldenFrames;
import dev.perch.testkit.OpenPets;
import dev.perch.testkit.PetOnStage;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pet in a hand: lifted, tilted, thrown. */
final class DragTweenTest {
    private static final Room ROOM = new Room(0, 0, 1600, 900);

    /** Where the pet's belly is, from the window's left top corner. */
    private static final int BELLY_X = 150;

    private static final int BELLY_Y = 235;

    @TempDir
    private static Path store;

    @ParameterizedTest
    @ValueSource(strings = {"pip", "axo"})
    void itHangsInTheHandThenLands(String name) throws Exception {
        FilmStrip strip = new FilmStrip();
        try (PetOnStage pet = open(name, false)) {
            drag(pet, strip, 1_000, 800);
            strip.save("drag-" + name);
            GoldenFrames.ofModule().check("motion/drag-" + name, strip.picture());
        }
    }

    @Test
    void reducedItMovesStiffWithTheHand() throws Exception {
        FilmStrip strip = new FilmStrip();
        try (PetOnStage pet = open("pip", true)) {
            drag(pet, strip, 1_000, 800);
            strip.save("drag-pip-reduced");
            assertEquals(500 + 320, pet.stage().x);
            assertTrue(pet.draws() <= 5, pet.draws() + " pictures: at rest, right, left, at rest, hover");
        }
    }

    @Test
    void aThrownPetGlidesBouncesAndRestsAndThenNothingWakesIt() throws Exception {
        try (PetOnStage pet = open("pip", false)) {
            hurl(pet, 500, 300, 30, 4);
            int released = pet.stage().x;
            pet.run(1_500);
            assertTrue(pet.stage().x != released, "it does not fly");
            pet.run(6_000);
            int rest = pet.stage().x;
            long due = pet.due();
            assertTrue(due > 6_060, "a wake-up at " + due + " for a pet at rest");
            pet.run(60_000);
            assertEquals(rest, pet.stage().x);
        }
    }

    @Test
    void everyThrowEndsWithTheInkInTheRoom() throws Exception {
        Random random = new Random(5);
        LoadedPet loaded = OpenPets.open("axo", store, 112);
        for (int i = 0; i < 60; i++) {
            loaded.pages().forEach(ByteBuffer::rewind);
            try (PetOnStage pet = new PetOnStage(loaded, false, 200 + random.nextInt(1_000), 300, ROOM)) {
                hurl(pet, pet.stage().x, pet.stage().y, random.nextInt(200) - 100, random.nextInt(200) - 100);
                pet.run(5_000);
                Room ink = pet.stage().ink;
                int left = pet.stage().x + ink.left();
                int top = pet.stage().y + ink.top();
                assertTrue(left >= 0 && left + ink.width() <= ROOM.right(), "throw " + i + ": ink at x " + left);
                assertTrue(top >= 0 && top + ink.height() <= ROOM.bottom(), "throw " + i + ": ink at y " + top);
            }
        }
    }

    @Test
    void aPressCatchesAPetInFlight() throws Exception {
        try (PetOnStage pet = open("pip", false)) {
            hurl(pet, 500, 300, 20, 0);
            pet.run(1_150);
            int x = pet.stage().x;
            int y = pet.stage().y;
            pet.pointer(Kind.DOWN, x + BELLY_X, y + BELLY_Y, 1_160);
            x = pet.stage().x;
            pet.run(3_000);
            assertEquals(x, pet.stage().x);
        }
    }

    /** To the right for 400 ms, held still, dropped after 900 more: a picture every 100 ms. */
    private static void drag(PetOnStage pet, FilmStrip strip, long from, int speed) {
        int x = pet.stage().x + BELLY_X;
        int y = pet.stage().y + BELLY_Y;
        pet.pointer(Kind.DOWN, x, y, from);
        for (int at = 0; at <= 1_700; at += 10) {
            int moved = Math.min(at, 400) * speed / 1_000;
            if (at <= 400) {
                pet.pointer(Kind.MOVE, x + moved, y, from + 1 + at);
            } else if (at == 1_300) {
                pet.pointer(Kind.UP, x + moved, y, from + 1 + at);
            } else {
                pet.run(from + 1 + at);
            }
            if (at % 100 == 0) {
                strip.add(pet.petAlone(150, 130));
            }
        }
    }

    private static void hurl(PetOnStage pet, int windowX, int windowY, int dx, int dy) {
        int x = windowX + BELLY_X;
        int y = windowY + BELLY_Y;
        pet.pointer(Kind.DOWN, x, y, 1_000);
        for (int i = 1; i <= 8; i++) {
            pet.pointer(Kind.MOVE, x + dx * i, y + dy * i, 1_000 + 10 * i);
        }
        pet.pointer(Kind.UP, x + dx * 8, y + dy * 8, 1_085);
    }

    private static PetOnStage open(String name, boolean reduced) throws Exception {
        return new PetOnStage(OpenPets.open(name, store, 112), reduced, 500, 300, ROOM);
    }
}
