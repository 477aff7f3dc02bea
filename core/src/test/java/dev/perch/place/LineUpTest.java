package dev.perch.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.Room;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LineUpTest {
    private static final Room AREA = new Room(0, 0, 1000, 700);
    private static final Spot FIRST = new Spot(800, 680);
    private static final int WIDTH = 200;
    private static final int HEIGHT = 300;

    @Test
    void petsStandToTheLeftOfTheFirstThenInTheRowAbove() {
        List<Spot> taken = new ArrayList<>();
        for (int pet = 0; pet < 8; pet++) {
            taken.add(free(taken));
        }
        assertEquals(
                List.of(
                        FIRST,
                        new Spot(600, 680),
                        new Spot(400, 680),
                        new Spot(200, 680),
                        new Spot(800, 380),
                        new Spot(600, 380),
                        new Spot(400, 380),
                        new Spot(200, 380)),
                taken);
        assertEquals(FIRST, free(taken), "there is no room for more: they stand in the first place");
    }

    @Test
    void aPetThatTheUserPutSomewhereKeepsOthersOffItsBubble() {
        Spot dragged = new Spot(700, 600);
        Spot next = free(List.of(dragged));
        assertTrue(
                Math.abs(next.x() - dragged.x()) >= WIDTH || Math.abs(next.y() - dragged.y()) >= HEIGHT,
                next::toString);
        assertEquals(new Spot(400, 680), next);
    }

    @Test
    void aFirstPetAtTheLeftEdgeHasTheOthersToItsRight() {
        Spot corner = new Spot(110, 680);
        assertEquals(new Spot(310, 680), LineUp.free(AREA, corner, WIDTH, HEIGHT, List.of(corner)));
    }

    private static Spot free(List<Spot> taken) {
        return LineUp.free(AREA, FIRST, WIDTH, HEIGHT, taken);
    }
}
