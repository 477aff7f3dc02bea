package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.ecs.Stage;
import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.Screen;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.place.Spot;
import dev.perch.source.SnapshotJson;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The menu on a screen that has no room for all of it. Pictures: {@code target/screens/menu-*.png}. */
final class MenuOnDesktopTest {
    private static final int SCALE = 2;
    private static final int SCREEN = 600;

    /** A line of the menu each. */
    private static final int SESSIONS = 6;

    /** Half the height of an item. */
    private static final int HALF = 15 * SCALE;

    /** Of the card: where it shows that there is more. */
    private static final int EDGE = 12 * SCALE;

    @TempDir
    Path store;

    @Test
    void atTwiceTheScaleTheLastItemIsReachedByTheWheelByKeysAndByRestingAtTheEdge() {
        try (XDesktop desktop = XDesktop.start(XDesktop.Setting.COMPOSITED)) {
            desktop.scale(SCALE);
            Child companion = CompanionProgram.start(desktop, "pip", store, true);
            for (int i = 1; i <= SESSIONS; i++) {
                companion.tell(SnapshotJson.write(new RuntimeSnapshot(
                        PetAnimationState.RUNNING, "Job " + i, null, Map.of(RuntimeSnapshot.SESSION_ID, "s" + i))));
            }
            companion.awaitLine(line -> line.contains("Job"), 0);
            String pet = CodexTerminalTest.pet(desktop);
            Spot at = LiveCompanion.place(desktop, pet);
            Stage stage = Stage.onDesktop(112, SCALE);
            int middle = at.x() + stage.width / 2;
            desktop.act("mousemove " + middle + " " + (at.y() + stage.height - stage.below - 80) + " click 3");
            String menu = desktop.window(PanelContent.MENU);
            desktop.awaitKeyboard(menu);
            int x = desktop.number(menu, "Absolute upper-left X") + desktop.number(menu, "Width") / 2;
            int shadow = (desktop.number(menu, "Height") - SCREEN) / 2;
            Eventually.await(
                    () -> desktop.number(menu, "Absolute upper-left Y") == -shadow,
                    () -> "the card is not from top to bottom: " + desktop.run("xwininfo", "-id", menu));
            int[] first = still(desktop, companion, x);
            save(desktop, "top");

            desktop.act("key Up"); // Before the first is the last.
            int[] last = still(desktop, companion, x);
            save(desktop, "bottom");
            desktop.act("key Down");
            assertArrayEquals(first, still(desktop, companion, x), "the first item does not bring the title back");

            desktop.act("mousemove " + x + " " + (SCREEN / 2) + " click --repeat 9 5");
            desktop.act("mousemove " + x + " " + (SCREEN - EDGE - HALF));
            assertArrayEquals(last, still(desktop, companion, x), "the wheel ends elsewhere than the keys");
            desktop.act("click --repeat 9 4 mousemove " + x + " " + (SCREEN - EDGE / 2));
            still(desktop, companion, x);
            desktop.act("mousemove " + x + " " + (SCREEN - EDGE - HALF) + " click 1");
            assertEquals(0, companion.awaitExit(), "its last item is to quit");
        }
    }

    /** The left half of the menu when it has been the same for half a second: five of the companion's words. */
    private static int[] still(XDesktop desktop, Child companion, int middle) {
        int[][] now = {left(desktop.screen(), middle)};
        Eventually.await(
                () -> {
                    int[] before = now[0];
                    CompanionProgram.awaitWords(companion, 5);
                    now[0] = left(desktop.screen(), middle);
                    return Arrays.equals(before, now[0]);
                },
                () -> "it scrolls on and on");
        return now[0];
    }

    private static int[] left(Screen screen, int middle) {
        return IntStream.range(0, SCREEN)
                .flatMap(y -> IntStream.range(0, middle).map(x -> screen.at(x, y)))
                .toArray();
    }

    private static void save(XDesktop desktop, String name) {
        desktop.screen().save(Path.of("target", "screens", "menu-2x-" + name + ".png"));
    }
}
