package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class WorkAreasTest {
    /** A panel of 30 pixels above the left monitor; the right one is lower. */
    private static final WorkAreas DESKTOP =
            new WorkAreas(new WorkArea(0, 30, 1000, 770), new WorkArea(1000, 200, 800, 600));

    /** Its pixels from 50,100 to 150,220 are solid. */
    private static final Rectangles SOLID = new Rectangles();

    static {
        SOLID.add(50, 100, 100, 60);
        SOLID.add(70, 160, 40, 60);
    }

    private record Row(String sentence, int wishX, int wishY, int x, int y) {}

    @TestFactory
    Stream<DynamicTest> theSolidPixelsStayInReach() {
        return List.of(
                        new Row("a place inside is left as it is", 300, 200, 300, 200),
                        new Row("clear pixels may leave the area", -50, -70, -50, -70),
                        new Row("48 pixels stay on the left", -400, 200, 48 - 150, 200),
                        new Row("48 pixels stay below a panel", 300, -400, 300, 30 + 48 - 220),
                        new Row("48 pixels stay above the bottom", 300, 5000, 300, 800 - 48 - 100),
                        new Row("the nearest monitor counts", 3000, 0, 1800 - 48 - 50, 200 + 48 - 220),
                        new Row("one may go over to the other monitor", 920, 300, 920, 300))
                .stream()
                .map(row -> DynamicTest.dynamicTest(row.sentence, () -> {
                    assertEquals(row.x, DESKTOP.reachableX(row.wishX, row.wishY, SOLID));
                    assertEquals(row.y, DESKTOP.reachableY(row.wishX, row.wishY, SOLID));
                }));
    }

    @Test
    void withNoMonitorOrNothingSolidEveryPlaceIsFine() {
        assertEquals(-9000, new WorkAreas().reachableX(-9000, 0, SOLID));
        assertEquals(-9000, DESKTOP.reachableY(0, -9000, new Rectangles()));
    }

    @Test
    void aRegionOfTooManyRectanglesIsToldAsTheBoxAroundIt() {
        Rectangles told = new Rectangles();
        SOLID.tell(told, 1);
        assertEquals(50, told.left());
        assertEquals(220, told.bottom());
        assertEquals(true, told.contains(149, 219));
        assertEquals(false, SOLID.contains(149, 219));
    }
}
