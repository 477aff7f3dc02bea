package dev.perch.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.BubbleSide;
import dev.perch.model.Room;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class BubbleSpotTest {
    private static final List<BubbleSide> SIDES = List.of(BubbleSide.values());
    private static final int GAP = 10;
    private static final int SLACK = 24;
    private static final Room SCREEN = new Room(0, 0, 1000, 800);

    @Test
    void aboveWhereThereIsRoomWithTheTailInTheMiddle() {
        assertEquals(new BubbleSpot(BubbleSide.ABOVE, 450, 290, 100), find(SCREEN, new Room(500, 400, 100, 90), null));
    }

    @Test
    void belowAtTheUpperEdge() {
        assertEquals(new BubbleSpot(BubbleSide.BELOW, 450, 120, 100), find(SCREEN, new Room(500, 20, 100, 90), null));
    }

    @Test
    void movedAsideAtTheLeftAndRightEdgeWhileTheTailStaysAtThePet() {
        assertEquals(new BubbleSpot(BubbleSide.ABOVE, 0, 290, 50), find(SCREEN, new Room(0, 400, 100, 90), null));
        assertEquals(new BubbleSpot(BubbleSide.ABOVE, 800, 290, 150), find(SCREEN, new Room(900, 400, 100, 90), null));
    }

    @Test
    void besideWhereNeitherAboveNorBelowHasRoom() {
        Room low = new Room(0, 0, 1000, 200);
        assertEquals(new BubbleSpot(BubbleSide.RIGHT, 610, 50, 50), find(low, new Room(500, 60, 100, 80), null));
        assertEquals(new BubbleSpot(BubbleSide.LEFT, 640, 50, 50), find(low, new Room(850, 60, 100, 80), null));
    }

    @Test
    void backAboveOnlyWithRoomToSpare() {
        assertEquals(
                BubbleSide.BELOW,
                find(SCREEN, new Room(500, 120, 100, 90), BubbleSide.BELOW).side());
        assertEquals(
                BubbleSide.ABOVE,
                find(SCREEN, new Room(500, 120, 100, 90), null).side());
        assertEquals(
                BubbleSide.ABOVE,
                find(SCREEN, new Room(500, 134, 100, 90), BubbleSide.BELOW).side());
    }

    @Test
    void inTwentyThousandRoomsItNeverCoversThePetAndIsWholeWhereASideHasRoom() {
        Random random = new Random(20_260_101);
        int whole = 0;
        for (int i = 0; i < 20_000; i++) {
            Room room = new Room(
                    random.nextInt(4000) - 2000,
                    random.nextInt(4000) - 2000,
                    1 + random.nextInt(1600),
                    1 + random.nextInt(1000));
            int petWidth = 1 + random.nextInt(250);
            int petHeight = 1 + random.nextInt(250);
            Room pet = new Room(
                    room.left() - 50 + random.nextInt(room.width() + 100),
                    room.top() - 50 + random.nextInt(room.height() + 100),
                    petWidth,
                    petHeight);
            int width = 66 + random.nextInt(300);
            int height = 20 + random.nextInt(400);
            BubbleSide before = random.nextInt(5) == 0 ? null : SIDES.get(random.nextInt(SIDES.size()));
            BubbleSpot spot = BubbleSpot.find(room, pet, width, height, GAP, before, SLACK);
            String scene = room + " " + pet + " " + width + "x" + height + " " + before + " gives " + spot;
            Room card = new Room(spot.left(), spot.top(), width, height);
            assertTrue(apart(card, pet), scene);
            boolean stacked = spot.side() == BubbleSide.ABOVE || spot.side() == BubbleSide.BELOW;
            assertTrue(spot.tail() >= 0 && spot.tail() <= (stacked ? width : height), scene);
            if (someSideHasRoom(room, pet, width, height)) {
                whole++;
                assertTrue(inside(card, room), scene);
            }
            assertEquals(
                    spot, BubbleSpot.find(room, pet, width, height, GAP, spot.side(), SLACK), "it stays: " + scene);
        }
        assertTrue(whole > 5_000, "only " + whole + " rooms had room");
    }

    private static BubbleSpot find(Room room, Room pet, @Nullable BubbleSide before) {
        return BubbleSpot.find(room, pet, 200, 100, GAP, before, SLACK);
    }

    private static boolean apart(Room a, Room b) {
        return a.right() <= b.left() || b.right() <= a.left() || a.bottom() <= b.top() || b.bottom() <= a.top();
    }

    private static boolean inside(Room inner, Room outer) {
        return inner.left() >= outer.left()
                && inner.top() >= outer.top()
                && inner.right() <= outer.right()
                && inner.bottom() <= outer.bottom();
    }

    /** By trying every side, from the words of the rule alone. */
    private static boolean someSideHasRoom(Room room, Room pet, int width, int height) {
        boolean along = width <= room.width();
        boolean across = height <= room.height();
        boolean above = along && pet.top() - GAP - height >= room.top() && pet.top() - GAP <= room.bottom();
        boolean below = along && pet.bottom() + GAP + height <= room.bottom() && pet.bottom() + GAP >= room.top();
        boolean right = across && pet.right() + GAP + width <= room.right() && pet.right() + GAP >= room.left();
        boolean left = across && pet.left() - GAP - width >= room.left() && pet.left() - GAP <= room.right();
        return above || below || right || left;
    }
}
