package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.ecs.Stage;
import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.model.PetAnimationState;
import dev.perch.model.Room;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.place.Spot;
import dev.perch.render.RasterImage;
import dev.perch.runtime.ProblemException;
import dev.perch.source.SnapshotJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real companion on a real X server with two monitors, of which one goes and comes. */
final class MonitorsTest {
    /** Half of the least that Pip's ink may be wide. */
    private static final int NARROWEST = 40;

    private static final int TOLERANCE = 2;

    private static final RuntimeSnapshot TOLD =
            new RuntimeSnapshot(PetAnimationState.WAITING, "May I?", "As told by a line.", Map.of());

    private static final Stage STAGE = Stage.onDesktop(112, 1);

    @TempDir
    private Path store;

    private XDesktop desktop;
    private String window;

    @BeforeEach
    void open() {
        desktop = XDesktop.start(XDesktop.Setting.TWO_MONITORS);
    }

    @AfterEach
    void close() {
        desktop.close();
    }

    @Test
    void itStartsInTheCornerOfThePrimaryMonitor() {
        try (Child companion = start()) {
            awaitFeet(1280 - 24 - 56, 800 - 24);
        }
    }

    @Test
    void itIsDraggedAcrossTheBorderAndSettlesWholeOnEitherSide() {
        try (Child companion = start()) {
            dragTo(1290, 500);
            Eventually.await(() -> feetX() - NARROWEST >= 1280, this::place);
            dragTo(1800, 500);
            awaitFeet(1800, 540);
        }
    }

    @Test
    void itComesBackFromAMonitorThatIsUnpluggedAndGoesThereAgain() {
        try (Child companion = start()) {
            dragTo(1800, 500);
            awaitFeet(1800, 540);
            Eventually.await(
                    () -> Files.exists(store.resolve("state.json")), () -> "it has not heard that it was let go");
            desktop.run("xrandr", "--output", "DUMMY1", "--off");
            Eventually.await(() -> feetX() + NARROWEST <= 1280 && feetX() >= 1280 - 90, this::place);
            desktop.run("xrandr", "--output", "DUMMY1", "--mode", "1024x768", "--right-of", "DUMMY0");
            awaitFeet(1800, 540);
        }
    }

    @Test
    void itKeepsItsCornerAtAnotherResolution() {
        try (Child companion = start()) {
            awaitFeet(1280 - 24 - 56, 800 - 24);
            desktop.run("xrandr", "--output", "DUMMY1", "--off", "--output", "DUMMY0", "--mode", "1024x768");
            Eventually.await(() -> feetX() + NARROWEST <= 1024 && feetY() <= 768, this::place);
        }
    }

    @Test
    void itKeepsItsCornerWhenOnlyTheResolutionChanges() {
        desktop.run("xrandr", "--output", "DUMMY1", "--off");
        try (Child companion = start()) {
            awaitFeet(1280 - 24 - 56, 800 - 24);
            desktop.run("xrandr", "--output", "DUMMY0", "--mode", "1024x768");
            awaitFeet(1024 - 24 - 56, 768 - 24);
        }
    }

    @Test
    void itIsWholeOnTheScreenAndSharpAfterEachChangeOfScaleMonitorsAndResolution() {
        try (Child companion = start()) {
            companion.tell(SnapshotJson.write(TOLD));
            Room right = new Room(1280, 0, 1024, 768);
            dragTo(1800, 500);
            awaitFeet(1800, 540);
            desktop.act("mousemove 5 5");
            awaitPicture("dragged", 1, right);
            desktop.scale(2);
            awaitPicture("scaled", 2, right);
            desktop.run("xrandr", "--output", "DUMMY1", "--off");
            awaitPicture("unplugged", 2, new Room(0, 0, 1280, 800));
            desktop.run("xrandr", "--output", "DUMMY0", "--mode", "1024x768");
            awaitPicture("smaller", 2, new Room(0, 0, 1024, 768));
            desktop.scale(1);
            awaitPicture("plain", 1, new Room(0, 0, 1024, 768));
            assertEquals(1, companion.errors().size(), () -> "it misses a compositor alone: " + companion.errors());
        }
    }

    /** Waits until the screen shows what the CPU renderer draws of it there at that scale, all of it on the monitor. */
    private void awaitPicture(String name, int scale, Room monitor) {
        Stage stage = Stage.onDesktop(112, scale);
        Eventually.await(
                () -> number("Width") == stage.width && isWhole(scale, monitor),
                () -> name + ": " + desktop.run("xwininfo", "-id", window));
        Path png = Path.of("target", "screens", "monitors-" + name + ".png");
        Eventually.await(() -> worst(scale, monitor) <= TOLERANCE, () -> {
            desktop.screen().save(png);
            return name + " is off by " + worst(scale, monitor) + "; see " + png;
        });
        desktop.screen().save(png);
    }

    private boolean isWhole(int scale, Room monitor) {
        Stage stage = Stage.onDesktop(112, scale);
        int x = number("Absolute upper-left X") + stage.width / 2;
        int y = number("Absolute upper-left Y") + stage.height - stage.below;
        int wide = NARROWEST * scale;
        return monitor.contains(new Room(x - wide, y - wide, 2 * wide, wide));
    }

    private int worst(int scale, Room monitor) {
        Spot at = new Spot(number("Absolute upper-left X"), number("Absolute upper-left Y"));
        try {
            RasterImage picture = OnScreen.pet("pip", store, TOLD, 112, scale, at, monitor);
            return OnScreen.worstCut(desktop, picture, at.x(), at.y());
        } catch (IOException | ProblemException e) {
            throw new AssertionError(e);
        }
    }

    /** Grabs the pet 40 pixels over its feet. */
    private void dragTo(int x, int y) {
        int fromX = feetX();
        int fromY = feetY() - 40;
        desktop.act("mousemove " + fromX + " " + fromY + " mousedown 1");
        for (int i = 1; i <= 10; i++) {
            desktop.act("mousemove " + (fromX + (x - fromX) * i / 10) + " " + (fromY + (y - fromY) * i / 10));
        }
        desktop.act("mouseup 1");
    }

    private void awaitFeet(int x, int y) {
        Eventually.await(() -> feetX() == x && feetY() == y, () -> place() + ", not at " + x + "," + y);
    }

    private String place() {
        return "it stands at " + feetX() + "," + feetY();
    }

    private int feetX() {
        return number("Absolute upper-left X") + STAGE.width / 2;
    }

    private int feetY() {
        return number("Absolute upper-left Y") + STAGE.height - STAGE.below;
    }

    private int number(String what) {
        return desktop.number(window, what);
    }

    private Child start() {
        Child companion = desktop.open(CompanionProgram.command("pip", store, true));
        companion.awaitLine(line -> line.startsWith("drawn"), 0);
        window = desktop.window(DesktopApplication.TITLE);
        assertEquals(STAGE.width, number("Width"));
        return companion;
    }
}
