package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.WindowBelow;
import dev.perch.lwjgl3.testkit.XDesktop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real program in a real window: X server, window manager, compositor, and a pointer that moves. */
final class PetWindowTest {
    private static final int MARGIN = 24;

    private static XDesktop desktop;

    @BeforeAll
    static void open() {
        desktop = XDesktop.start(XDesktop.Setting.COMPOSITED);
    }

    @AfterAll
    static void close() {
        desktop.close();
    }

    @Test
    void itSitsInTheCornerWithNoFrameAndNoTaskbarEntryAboveTheOthers() {
        try (TestCompanion companion = TestCompanion.open(desktop)) {
            String properties = desktop.run("xprop", "-id", companion.window());
            String list = desktop.run("xprop", "-root", "_NET_CLIENT_LIST");
            assertTrue(list.contains(companion.window()), list);
            for (String expected : new String[] {
                "_NET_WM_STATE_ABOVE",
                "_NET_WM_STATE_SKIP_TASKBAR",
                "_NET_WM_STATE_SKIP_PAGER",
                "_NET_WM_DESKTOP(CARDINAL) = 4294967295",
                "_NET_WM_USER_TIME(CARDINAL) = 0",
                "Client accepts input or input focus: False",
                "WM_CLASS(STRING) = \"Perch\", \"Perch\"",
                "WM_NAME(STRING) = \"Perch\"",
                "_NET_FRAME_EXTENTS(CARDINAL) = 0, 0, 0, 0",
                "program specified minimum size: 200 by 220",
                "program specified maximum size: 200 by 220"
            }) {
                assertTrue(properties.contains(expected), expected + " is not in " + properties);
            }
            assertEquals(800 - TestPet.WIDTH - MARGIN, companion.x());
            assertEquals(600 - TestPet.HEIGHT - MARGIN, companion.y());
        }
    }

    @Test
    void theDesktopShowsThroughItExactly() {
        try (TestCompanion companion = TestCompanion.open(desktop)) {
            companion.awaitPicture(TestPet.FIRST_COLOUR, 2, true);
            companion.saved("composited");
        }
    }

    @Test
    void clicksOnClearPixelsReachTheWindowBelowAndThoseOnThePetDoNot() {
        try (TestCompanion companion = TestCompanion.open(desktop);
                WindowBelow below = WindowBelow.open(desktop, 390, 190)) {
            int left = companion.x();
            int top = companion.y();
            int[][] clear = {{5, 5}, {100, 30}, {45, 75}, {155, 75}, {100, 66}, {195, 130}, {100, 195}};
            int[][] solid = {{100, 130}, {100, 74}, {100, 186}, {44, 130}, {156, 130}, {60, 92}};
            for (int[] place : clear) {
                desktop.act("mousemove " + (left + place[0]) + " " + (top + place[1]) + " click 1");
            }
            Eventually.await(
                    () -> below.clicks() == clear.length, () -> below.clicks() + " of " + clear.length + " clicks");
            assertEquals(0, companion.child().count(line -> line.startsWith("DOWN")));
            for (int[] place : solid) {
                desktop.act("mousemove " + (left + place[0]) + " " + (top + place[1]) + " click 1");
                companion.child().awaitLine(("DOWN " + place[0] + " " + place[1] + " 0")::equals, 0);
            }
            assertEquals(clear.length, below.clicks());
            assertTrue(below.focused(), "the keyboard stays with the window that had it");
        }
    }

    @Test
    void aDragMovesItExactlyAsFarAsThePointer() {
        try (TestCompanion companion = TestCompanion.open(desktop)) {
            int left = companion.x();
            int top = companion.y();
            drag(companion, left + 80, top + 120, -137, -211);
            awaitPlace(companion, left - 137, top - 211);
            companion.awaitPicture(TestPet.FIRST_COLOUR, 2, true);
            companion.saved("dragged");
            drag(companion, left - 137 + 100, top - 211 + 150, 53, 18);
            awaitPlace(companion, left - 84, top - 193);
            assertEquals(2, companion.child().count(line -> line.startsWith("DOWN")));
        }
    }

    @Test
    void aPressThatIsHeardLateCountsWhereItHappened() {
        try (TestCompanion companion = TestCompanion.open(desktop)) {
            int left = companion.x();
            int top = companion.y();
            heardLate(companion, "mousedown 1", "mouseup 1");
            awaitPlace(companion, left - 160, top - 90);
        }
    }

    /** While the program rests the hand comes to the pet, does something, flies off, and does something there. */
    private static void heardLate(TestCompanion companion, String there, String away) {
        int left = companion.x();
        int top = companion.y();
        desktop.act("mousemove " + (left + 90) + " " + (top + 130));
        companion.child().awaitLine("MOVE 90 130 -1"::equals, 0);
        companion.child().pause();
        String hand = "mousemove " + (left + 100) + " " + (top + 130) + " " + there;
        desktop.act((hand + " mousemove " + (left - 60) + " " + (top + 40) + " " + away).trim());
        companion.child().resume();
    }

    @Test
    void aClickThatIsHeardLateIsNoDrag() {
        try (TestCompanion companion = TestCompanion.open(desktop)) {
            int left = companion.x();
            int top = companion.y();
            heardLate(companion, "click 1", "");
            companion.child().awaitLine("UP 100 130 0"::equals, 0);
            awaitPlace(companion, left, top);
        }
    }

    @Test
    void whatIsLetGoOnTheWayAndHeardLateLiesWhereTheHandLetGo() {
        try (TestCompanion companion = TestCompanion.open(desktop)) {
            int left = companion.x();
            int top = companion.y();
            desktop.act("mousemove " + (left + 100) + " " + (top + 130) + " mousedown 1");
            desktop.act("mousemove " + (left + 60) + " " + (top + 90));
            awaitPlace(companion, left - 40, top - 40);
            companion.child().pause();
            desktop.act("mousemove " + (left - 60) + " " + (top + 40) + " mouseup 1 mousemove 5 5");
            companion.child().resume();
            companion.child().awaitLine(line -> line.startsWith("UP"), 0);
            awaitPlace(companion, left - 160, top - 90);
        }
    }

    @Test
    void itCannotBeDraggedOffTheScreen() {
        try (TestCompanion companion = TestCompanion.open(desktop)) {
            drag(companion, companion.x() + 60, companion.y() + 100, 2000, 2000);
            // Solid pixels end 161 from the left and 191 from the top.
            awaitPlace(companion, 800 - 161, 600 - 191);
        }
    }

    @Test
    void theKeyboardStaysWhereItWas() {
        try (WindowBelow other = WindowBelow.open(desktop, 20, 20);
                TestCompanion companion = TestCompanion.open(desktop)) {
            assertTrue(other.focused(), "after it opened, " + desktop.focus());
            desktop.act("mousemove " + (companion.x() + 100) + " " + (companion.y() + 130) + " click 1 click 3");
            companion.child().awaitLine(line -> line.startsWith("UP") && line.endsWith(" 1"), 0);
            assertTrue(other.focused(), "after clicks on it, " + desktop.focus());
            drag(companion, companion.x() + 100, companion.y() + 130, -50, -50);
            assertTrue(other.focused(), "after a drag, " + desktop.focus());
        }
    }

    private static void drag(TestCompanion companion, int x, int y, int dx, int dy) {
        int downs = companion.child().count(line -> line.startsWith("DOWN"));
        desktop.act("mousemove " + x + " " + y + " mousedown 1");
        companion.child().awaitLine(line -> line.startsWith("DOWN"), downs);
        for (int i = 1; i <= 20; i++) {
            desktop.act("mousemove " + Math.max(0, x + dx * i / 20) + " " + Math.max(0, y + dy * i / 20));
        }
        int ups = companion.child().count(line -> line.startsWith("UP"));
        desktop.act("mouseup 1");
        companion.child().awaitLine(line -> line.startsWith("UP"), ups);
    }

    private static void awaitPlace(TestCompanion companion, int x, int y) {
        Eventually.await(
                () -> companion.x() == x && companion.y() == y,
                () -> "at " + companion.x() + "," + companion.y() + ", not at " + x + "," + y + ": "
                        + companion.child().lines());
    }
}
