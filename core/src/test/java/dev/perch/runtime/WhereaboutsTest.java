package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.ecs.Stage;
import dev.perch.files.KeptFile;
import dev.perch.model.Problem;
import dev.perch.model.Room;
import dev.perch.place.Monitor;
import dev.perch.place.MonitorLayout;
import dev.perch.place.PlaceJson;
import dev.perch.place.PlaceMemory;
import dev.perch.place.Spot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the first place to the remembered one, through the file. */
final class WhereaboutsTest {
    private static final MonitorLayout DESK = desk(1920, 1080, 1);

    private final List<Problem> notes = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void atFirstItSitsInTheBottomRightCornerOfThePrimaryWorkArea() {
        Stage stage = new Whereabouts(RuntimeConfig.DEFAULT, null).first(DESK);
        assertEquals(1920 - 24, stage.x + stage.width - stage.aside);
        assertEquals(1040 - 24, stage.y + stage.height - stage.below);
        assertEquals(new Room(0, 0, 1920, 1040), stage.room);
    }

    @Test
    void atTwiceTheScaleWindowAndMarginAreTwiceAsLarge() {
        Stage one = new Whereabouts(RuntimeConfig.DEFAULT, null).first(DESK);
        Stage two = new Whereabouts(RuntimeConfig.DEFAULT, null).first(desk(3840, 2160, 2));
        assertEquals(2 * one.width, two.width);
        assertEquals(3840 - 48, two.x + two.width - two.aside);
    }

    @Test
    void theNextStartIsWhereTheUserLeftItAndAsLarge() {
        try (KeptFile<PlaceMemory> keeper = keeper()) {
            Whereabouts before = new Whereabouts(RuntimeConfig.DEFAULT, keeper);
            Stage stage = before.first(DESK);
            stage.resize(160, 1);
            stage.standAt(new Spot(700, 500));
            stage.placed = true;
            before.stepped(stage);
        }
        try (KeptFile<PlaceMemory> keeper = keeper()) {
            Stage again = new Whereabouts(RuntimeConfig.DEFAULT, keeper).first(DESK);
            assertEquals(new Spot(700, 500), again.feet());
            assertEquals(160, again.petWidth);
        }
        assertEquals(List.of(), notes);
    }

    @Test
    void aMonitorThatComesBackGetsItsPetBack() {
        try (KeptFile<PlaceMemory> keeper = keeper()) {
            Whereabouts where = new Whereabouts(RuntimeConfig.DEFAULT, keeper);
            MonitorLayout two =
                    new MonitorLayout(List.of(DESK.monitors().get(0), monitor("B", new Room(1920, 0, 1280, 800), 1)));
            Stage stage = where.first(two);
            stage.standAt(new Spot(2500, 600));
            stage.placed = true;
            where.stepped(stage);
            where.monitors(stage, DESK);
            assertEquals(1920, stage.x + stage.ink.right(), "whole on the rest, as near as can be");
            where.monitors(stage, two);
            assertEquals(new Spot(2500, 600), stage.feet());
        }
    }

    private KeptFile<PlaceMemory> keeper() {
        return new KeptFile<>(folder, PlaceJson.FORM, notes::add);
    }

    private static MonitorLayout desk(int width, int height, float scale) {
        return new MonitorLayout(List.of(monitor("A", new Room(0, 0, width, height), scale)));
    }

    /** With a panel of 40 pixels at the bottom. */
    private static Monitor monitor(String name, Room bounds, float scale) {
        Room workArea = new Room(bounds.left(), bounds.top(), bounds.width(), bounds.height() - 40);
        return new Monitor(name, bounds, workArea, scale);
    }
}
