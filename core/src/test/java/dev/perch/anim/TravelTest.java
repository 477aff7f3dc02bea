package dev.perch.anim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.Room;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TravelTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final long FRAME = SECOND / 60;
    private static final Room ROOM = new Room(-500, 20, 900, 600);

    private final Travel travel = new Travel();

    @Test
    void everyThrowEndsInTheRoomInBoundedTimeWithoutAJump() {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            int x = random.nextInt(1_300) - 700;
            int y = random.nextInt(1_000) - 200;
            Room room = i % 10 == 0 ? new Room(0, 0, random.nextInt(3), 0) : ROOM;
            travel.hurl(0, x, y, random.nextGaussian() * 6_000, random.nextGaussian() * 6_000, room);
            int lastX = x;
            int lastY = y;
            long now = 0;
            while (travel.moves()) {
                int nextX = travel.x(now);
                int nextY = travel.y(now);
                assertTrue(Math.abs(nextX - lastX) <= 120 && Math.abs(nextY - lastY) <= 120, "a jump in throw " + i);
                lastX = nextX;
                lastY = nextY;
                travel.arrive(now);
                now += FRAME;
            }
            assertTrue(now < 3 * SECOND, "throw " + i + " lasted " + now / MILLI + " ms");
            assertTrue(lastX >= room.left() && lastX <= room.right(), "throw " + i + " ended at x " + lastX);
            assertTrue(lastY >= room.top() && lastY <= room.bottom(), "throw " + i + " ended at y " + lastY);
        }
    }

    @Test
    void aThrowIsAtTheSamePlaceHoweverOftenItIsAsked() {
        Travel other = new Travel();
        travel.hurl(7, 100, 100, 2_500, -3_000, ROOM);
        other.hurl(7, 100, 100, 2_500, -3_000, ROOM);
        for (int i = 0; i < 1_000; i++) {
            travel.x(7 + i * MILLI);
        }
        assertEquals(other.x(7 + SECOND), travel.x(7 + SECOND));
        assertEquals(other.y(7 + SECOND), travel.y(7 + SECOND));
    }

    @Test
    void aThrowIntoTheOpenGoesAFifthOfItsSpeedFar() {
        travel.hurl(0, 0, 0, 1_000, 0, new Room(-9_000, -9_000, 18_000, 18_000));
        assertEquals(200, travel.x(3 * SECOND));
        assertEquals(0, travel.y(3 * SECOND));
        assertEquals(16, travel.x(FRAME), 1);
        travel.arrive(3 * SECOND);
        assertFalse(travel.moves());
    }

    @Test
    void itComesBackFromTheWall() {
        travel.hurl(0, 300, 100, 2_000, 0, ROOM);
        assertEquals(400, travel.x(60 * MILLI), 25);
        assertEquals(400 - 150, travel.x(3 * SECOND), "half of the 300 pixels that were left");
    }

    @Test
    void aSlideEndsExactlyWhereItWasSentAndTurnsOnTheWayWithoutAJump() {
        travel.send(0, 100, 50, 700, 50);
        int there = travel.x(150 * MILLI);
        assertTrue(there > 300 && there < 700, "at " + there);
        travel.send(150 * MILLI, there, 50, 100, 50);
        assertEquals(there, travel.x(150 * MILLI));
        assertTrue(travel.x(166 * MILLI) > there, "it goes on as fast as it was");
        assertEquals(100, travel.x(2 * SECOND));
        travel.arrive(2 * SECOND);
        assertFalse(travel.moves());
    }
}
