package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.ecs.Stage;
import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.XDesktop;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real companion on a real X server with two monitors, of which one goes and comes. */
final class MonitorsTest {
    /** Half of the least that Pip's ink may be wide. */
    private static final int NARROWEST = 40;

    private static final Stage STAGE = Stage.onDesktop(112, 1);

    @TempDir
    private Path store;

    private XDesktop desktop;

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
        return desktop.number(desktop.window(DesktopApplication.TITLE), what);
    }

    private Child start() {
        Child companion = desktop.open(CompanionProgram.command("pip", store, true));
        companion.awaitLine(line -> line.startsWith("drawn"), 0);
        assertEquals(STAGE.width, number("Width"));
        return companion;
    }
}
