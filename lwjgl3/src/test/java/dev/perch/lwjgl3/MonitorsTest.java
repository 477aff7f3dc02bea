package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    /** Of the window of a pet at 112. */
    private static final int WIDTH = 300;

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
            awaitPlace(1280 - 24 - WIDTH, 800 - 24 - height());
        }
    }

    @Test
    void itIsDraggedAcrossTheBorderAndSettlesWholeOnEitherSide() {
        try (Child companion = start()) {
            dragFeetTo(1290, 500);
            Eventually.await(() -> petLeft() >= 1280, this::place);
            dragFeetTo(1800, 500);
            awaitPlace(1800 - WIDTH / 2, 500 + 40 - height());
        }
    }

    @Test
    void itComesBackFromAMonitorThatIsUnpluggedAndGoesThereAgain() {
        try (Child companion = start()) {
            dragFeetTo(1800, 500);
            awaitPlace(1800 - WIDTH / 2, 500 + 40 - height());
            desktop.run("xrandr", "--output", "DUMMY1", "--off");
            Eventually.await(() -> petRight() <= 1280 && petLeft() >= 1280 - 130, this::place);
            desktop.run("xrandr", "--output", "DUMMY1", "--mode", "1024x768", "--right-of", "DUMMY0");
            awaitPlace(1800 - WIDTH / 2, 500 + 40 - height());
        }
    }

    @Test
    void itKeepsItsCornerAtAnotherResolution() {
        try (Child companion = start()) {
            awaitPlace(1280 - 24 - WIDTH, 800 - 24 - height());
            desktop.run("xrandr", "--output", "DUMMY1", "--off", "--output", "DUMMY0", "--mode", "1024x768");
            Eventually.await(() -> petRight() <= 1024 && bottom() <= 768, this::place);
        }
    }

    @Test
    void itKeepsItsCornerWhenOnlyTheResolutionChanges() {
        desktop.run("xrandr", "--output", "DUMMY1", "--off");
        try (Child companion = start()) {
            awaitPlace(1280 - 24 - WIDTH, 800 - 24 - height());
            desktop.run("xrandr", "--output", "DUMMY0", "--mode", "1024x768");
            awaitPlace(1024 - 24 - WIDTH, 768 - 24 - height());
        }
    }

    private void dragFeetTo(int x, int y) {
        String window = desktop.window(DesktopApplication.TITLE);
        int fromX = desktop.number(window, "Absolute upper-left X") + WIDTH / 2;
        int fromY = desktop.number(window, "Absolute upper-left Y") + height() - 40;
        desktop.act("mousemove " + fromX + " " + fromY + " mousedown 1");
        for (int i = 1; i <= 10; i++) {
            desktop.act("mousemove " + (fromX + (x - fromX) * i / 10) + " " + (fromY + (y - fromY) * i / 10));
        }
        desktop.act("mouseup 1");
    }

    private void awaitPlace(int x, int y) {
        Eventually.await(() -> left() == x && bottom() - height() == y, () -> place() + ", not at " + x + "," + y);
    }

    private String place() {
        return "at " + left() + "," + (bottom() - height());
    }

    private int left() {
        return desktop.number(desktop.window(DesktopApplication.TITLE), "Absolute upper-left X");
    }

    private int height() {
        return desktop.number(desktop.window(DesktopApplication.TITLE), "Height");
    }

    private int bottom() {
        String window = desktop.window(DesktopApplication.TITLE);
        return desktop.number(window, "Absolute upper-left Y") + desktop.number(window, "Height");
    }

    /** The narrowest that Pip's ink may be. */
    private int petLeft() {
        return left() + WIDTH / 2 - 40;
    }

    private int petRight() {
        return left() + WIDTH / 2 + 40;
    }

    private Child start() {
        Child companion = desktop.open(CompanionProgram.command("pip", store, true));
        companion.awaitLine(line -> line.startsWith("drawn"), 0);
        assertEquals(WIDTH, desktop.number(desktop.window(DesktopApplication.TITLE), "Width"));
        return companion;
    }
}
