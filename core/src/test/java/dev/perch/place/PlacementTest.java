package dev.perch.place;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.model.Room;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What users of other pets complain about, as rows. */
final class PlacementTest {
    /** A pet of 100 x 120 pixels, 50 from the left and 100 from the top of its window. */
    private static final Room INK = new Room(50, 100, 100, 120);

    private static final Monitor MAIN = monitor("main", new Room(0, 0, 1920, 1080), new Room(0, 30, 1920, 1010));
    private static final Monitor LEFT = monitor("left", new Room(-1280, -200, 1280, 1024));
    private static final Monitor ABOVE = monitor("above", new Room(200, -900, 1600, 900));
    private static final Monitor FAR = monitor("far", new Room(2400, 0, 1000, 1000));
    private static final Monitor BADGE = monitor("badge", new Room(1920, 0, 90, 80));
    private static final Monitor TALL_BADGE = monitor("tall badge", new Room(0, 0, 90, 400));

    private record Row(String sentence, List<Monitor> monitors, int x, int y, int toX, int toY) {}

    @TestFactory
    Stream<DynamicTest> thePetIsWholeOnOneMonitor() {
        return Stream.of(
                        new Row("inside it stays", List.of(MAIN), 300, 300, 300, 300),
                        new Row(
                                "#11 negative coordinates are as good as others",
                                List.of(MAIN, LEFT),
                                -900,
                                -250,
                                -900,
                                -250),
                        new Row("#11 above the main one, too", List.of(MAIN, ABOVE), 500, -800, 500, -800),
                        new Row(
                                "#11 mostly on the left monitor it goes there",
                                List.of(MAIN, LEFT),
                                -110,
                                300,
                                -150,
                                300),
                        new Row("#11 mostly on the main one it goes there", List.of(MAIN, LEFT), -90, 300, -50, 300),
                        new Row("#12 not behind the panel at the top", List.of(MAIN), 300, -95, 300, -70),
                        new Row("#12 not behind the panel at the bottom", List.of(MAIN), 300, 860, 300, 820),
                        new Row(
                                "#12 behind a panel it stays on that monitor",
                                List.of(MAIN, ABOVE),
                                300,
                                -80,
                                300,
                                -70),
                        new Row(
                                "#14 between two monitors it takes the nearer",
                                List.of(MAIN, FAR),
                                2200,
                                300,
                                2350,
                                300),
                        new Row(
                                "#15 far off it comes back to the nearest edge",
                                List.of(MAIN, FAR),
                                9000,
                                -9000,
                                3250,
                                -100),
                        new Row(
                                "#15 the end of all numbers is far off, too",
                                List.of(MAIN),
                                Integer.MAX_VALUE,
                                Integer.MIN_VALUE,
                                1770,
                                -70),
                        new Row(
                                "#15 its monitor is gone: the nearest of the rest",
                                List.of(MAIN),
                                -900,
                                -250,
                                -50,
                                -70),
                        new Row(
                                "#16 at a smaller resolution it is in the corner still",
                                List.of(monitor("main", new Room(0, 0, 1024, 768))),
                                1770,
                                820,
                                874,
                                548),
                        new Row(
                                "a monitor that is smaller than the pet is none for it",
                                List.of(MAIN, BADGE),
                                1880,
                                -60,
                                1770,
                                -60),
                        new Row(
                                "where no monitor suffices it stands on the bottom, in the middle",
                                List.of(BADGE),
                                300,
                                300,
                                1920 - 5 - 50,
                                80 - 220),
                        new Row("and only the side that is too long gives way", List.of(TALL_BADGE), 300, 20, -55, 20),
                        new Row("with no monitor it stays where it is", List.of(), -77, 9000, -77, 9000))
                .map(row -> DynamicTest.dynamicTest(
                        row.sentence,
                        () -> assertEquals(
                                new Spot(row.toX, row.toY),
                                Placement.whole(new MonitorLayout(row.monitors), INK, row.x, row.y))));
    }

    @Test
    void whileDraggedItMayLieAcrossMonitorsThatTouch() {
        MonitorLayout desk = new MonitorLayout(List.of(MAIN, LEFT));
        assertEquals(new Spot(-90, 300), Placement.dragged(desk, INK, -90, 300));
        assertEquals(new Spot(-50, 300), Placement.whole(desk, INK, -90, 300));
    }

    @Test
    void aDragEndsAtTheOuterEdgesAndSlidesAlongThem() {
        MonitorLayout desk = new MonitorLayout(List.of(MAIN, LEFT));
        assertEquals(new Spot(1770, 300), Placement.dragged(desk, INK, 2500, 300));
        assertEquals(new Spot(1770, 310), Placement.dragged(desk, INK, 2500, 310));
    }

    @Test
    void aDragDoesNotEndBetweenMonitorsThatDoNotTouch() {
        MonitorLayout desk = new MonitorLayout(List.of(MAIN, FAR));
        assertEquals(new Spot(1770, 300), Placement.dragged(desk, INK, 1900, 300));
        assertEquals(new Spot(2350, 300), Placement.dragged(desk, INK, 2300, 300));
    }

    @Test
    void whereEdgesFormAStepADragKeepsToOneMonitor() {
        MonitorLayout desk = new MonitorLayout(List.of(MAIN, LEFT));
        assertEquals(new Spot(-150, -200), Placement.dragged(desk, INK, -120, -200));
    }

    private static Monitor monitor(String name, Room all) {
        return monitor(name, all, all);
    }

    private static Monitor monitor(String name, Room bounds, Room workArea) {
        return new Monitor(name, bounds, workArea, 1);
    }
}
