package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.ecs.Sight;
import dev.perch.ecs.Stage;
import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.render.RasterImage;
import dev.perch.runtime.HeadlessPet;
import dev.perch.runtime.UiFonts;
import dev.perch.source.SnapshotTimeline;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real pet looks at the real pointer, which its window does not see by itself. */
final class GazeOnDesktopTest {
    private static final int TOLERANCE = 2;
    private static final Stage STAGE = Stage.onDesktop(112, 1);
    private static final int MIDDLE_X = STAGE.width / 2;
    private static final int MIDDLE_Y = STAGE.height - STAGE.below - 61;

    @TempDir
    static Path store;

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
    void thePetLooksAtAPointerOutsideItsWindow() throws Exception {
        try (Child companion = CompanionProgram.start(desktop, "pip", store, false)) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            String window = desktop.window(DesktopApplication.TITLE);
            int left = desktop.number(window, "Absolute upper-left X");
            int top = desktop.number(window, "Absolute upper-left Y");
            int[][] places = {{-300, 0}, {-250, -250}, {0, -350}};
            for (int[] place : places) {
                RasterImage expected = looking(place[0], place[1]);
                int[] turn = {0};
                Eventually.await(
                        () -> {
                            int x = left + MIDDLE_X + place[0] + turn[0]++ % 2;
                            desktop.act("mousemove " + x + " " + (top + MIDDLE_Y + place[1]));
                            return OnScreen.worst(desktop, expected, left, top) <= TOLERANCE;
                        },
                        () -> "it does not look at " + Arrays.toString(place));
            }
            assertEquals(List.of(), companion.errors());
        }
    }

    @Test
    void atAPointerThatRestsTheLoopWakesOnceASecondAtMost() throws Exception {
        try (Child companion = CompanionProgram.start(desktop, "pip", store, false)) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            desktop.act("mousemove 100 100");
            long[] moving = counters(companion);
            Eventually.await(() -> counters(companion)[2] > moving[2] + 3, () -> "it does not look");
            Thread.sleep(7_000); // The time that the pointer rests is what is tested.
            long[] before = counters(companion);
            Thread.sleep(4_000);
            long[] after = counters(companion);
            long draws = after[1] - before[1];
            long looks = after[2] - before[2];
            assertTrue(looks >= 1 && looks <= 5, "looked " + looks + " times in 4 s");
            long wakeUps = after[0] - before[0];
            assertTrue(wakeUps <= draws + looks + 2, wakeUps + " wake-ups, " + draws + " draws, " + looks + " looks");
        }
    }

    /** Wake-ups, draws and looks so far. */
    private static long[] counters(Child companion) {
        int before = companion.count(line -> line.startsWith("counters"));
        return Arrays.stream(companion
                        .awaitLine(line -> line.startsWith("counters"), before)
                        .split(" "))
                .skip(1)
                .mapToLong(Long::parseLong)
                .toArray();
    }

    /** The picture of an idle pet after the pointer has come to that place, seen from its middle. */
    private static RasterImage looking(int dx, int dy) throws Exception {
        try (HeadlessPet headless = new HeadlessPet(
                CompanionProgram.config(false),
                STAGE,
                CompanionProgram.open("pip", store, 112),
                UiFonts.bundled(),
                new SnapshotTimeline(List.of()))) {
            Sight sight = headless.runtime().sight();
            sight.setOpen(true);
            headless.advanceTo(0);
            sight.pointerAt(0, 0, 0, 0, 0);
            sight.pointerAt(MIDDLE_X + dx, MIDDLE_Y + dy, 1, 1, 0);
            headless.runtime().step(1);
            headless.runtime().step(500_000_000); // It has faded in by then.
            assertEquals("look", headless.runtime().framesOnShow().get(0).clip());
            return headless.picture();
        }
    }
}
