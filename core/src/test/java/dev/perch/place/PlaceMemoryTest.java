package dev.perch.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.perch.model.Room;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlaceMemoryTest {
    private static final MonitorLayout DESK = layout(monitor("A", 0, 1920, 1080, 1), monitor("B", 1920, 1280, 800, 1));
    private static final MonitorLayout ALONE = layout(monitor("A", 0, 1920, 1080, 1));

    @Test
    void aPlaceIsAsFarFromItsCornerAtAnotherResolution() {
        Anchor anchor = Anchor.of(DESK, DESK.monitors().get(0), new Spot(1800, 1000));
        assertEquals(new Spot(1800, 1000), anchor.in(DESK));
        assertEquals(new Spot(1024 - 120, 768 - 80), anchor.in(layout(monitor("A", 0, 1024, 768, 1))));
    }

    @Test
    void itIsFartherInPixelsAtTwiceTheScale() {
        Anchor anchor = Anchor.of(ALONE, ALONE.monitors().get(0), new Spot(100, 1000));
        assertEquals(new Spot(200, 2160 - 160), anchor.in(layout(monitor("A", 0, 3840, 2160, 2))));
    }

    @Test
    void monitorsOfTheSameNameAreToldApart() {
        MonitorLayout twins = layout(monitor("A", 0, 800, 600, 1), monitor("A", 800, 800, 600, 1));
        Anchor anchor = Anchor.of(twins, twins.monitors().get(1), new Spot(900, 500));
        assertEquals(new Spot(900, 500), anchor.in(twins));
        assertNull(anchor.in(ALONE), "the second one is gone");
    }

    @Test
    void eachSetOfMonitorsHasItsOwnPlace() {
        PlaceMemory memory =
                PlaceMemory.NONE.with(place(DESK, 1, new Spot(2000, 700))).with(place(ALONE, 0, new Spot(50, 60)));
        Anchor now = Anchor.of(DESK, DESK.monitors().get(1), new Spot(2500, 300));
        assertEquals(new Spot(50, 60), memory.feet("", ALONE, now, new Spot(2500, 300)));
        assertEquals(new Spot(2000, 700), memory.feet("", DESK, now, new Spot(50, 60)));
    }

    @Test
    void withNothingRememberedItKeepsItsCornerOrElseItsPlace() {
        Anchor onB = Anchor.of(DESK, DESK.monitors().get(1), new Spot(3100, 700));
        MonitorLayout smallerB = layout(monitor("A", 0, 1920, 1080, 1), monitor("B", 1920, 640, 480, 1));
        assertEquals(new Spot(2460, 380), PlaceMemory.NONE.feet("", smallerB, onB, new Spot(3100, 700)));
        assertEquals(new Spot(3100, 700), PlaceMemory.NONE.feet("", ALONE, onB, new Spot(3100, 700)));
    }

    @Test
    void theOldestOfTooManyIsForgotten() {
        PlaceMemory memory = PlaceMemory.NONE;
        for (int i = 0; i <= PlaceMemory.MOST_PLACES; i++) {
            MonitorLayout layout = layout(monitor("M" + i, 0, 800, 600, 1));
            memory = memory.with(place(layout, 0, new Spot(i, i)));
        }
        assertEquals(PlaceMemory.MOST_PLACES, memory.places().size());
        assertEquals("M1", memory.places().get(0).display());
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        PlaceMemory memory = PlaceMemory.NONE
                .with(place(DESK, 1, new Spot(2000, 700)))
                .with(place(layout(monitor("A \"x\" é", -800, 800, 600, 1.5f)), 0, new Spot(-9, 60)));
        assertEquals(memory, PlaceJson.read(PlaceJson.write(memory)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"version\":2,\"places\":[]}",
                "{\"version\":1,\"places\":[3]}",
                "{\"version\":1,\"places\":[]} x",
                "{\"version\":1,\"places\":[{\"display\":\"A\"",
                "{\"version\":1,\"places\":[{\"display\":\"A\",\"monitor\":\"A\",\"corner\":\"MIDDLE\",\"dx\":1,\"dy\":1,"
                        + "\"scale\":1,\"width\":112,\"setWidth\":112}]}",
                "{\"version\":1,\"places\":[{\"display\":\"A\",\"monitor\":\"A\",\"corner\":\"TOP_LEFT\",\"dx\":99999999999,"
                        + "\"dy\":1,\"scale\":1,\"width\":112,\"setWidth\":112}]}",
                "{\"version\":1,\"places\":[{\"display\":\"A\",\"monitor\":\"A\",\"corner\":\"TOP_LEFT\",\"dx\":1,\"dy\":1,"
                        + "\"scale\":1e999,\"width\":112,\"setWidth\":112}]}"
            })
    void whatIsNoMemoryIsRefused(String text) {
        assertThrows(IOException.class, () -> PlaceJson.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static RememberedPlace place(MonitorLayout layout, int monitor, Spot feet) {
        return new RememberedPlace(
                "", layout.identity(), Anchor.of(layout, layout.monitors().get(monitor), feet), 112, 112);
    }

    private static MonitorLayout layout(Monitor... monitors) {
        return new MonitorLayout(List.of(monitors));
    }

    private static Monitor monitor(String name, int left, int width, int height, float scale) {
        Room all = new Room(left, 0, width, height);
        return new Monitor(name, all, all, scale);
    }
}
