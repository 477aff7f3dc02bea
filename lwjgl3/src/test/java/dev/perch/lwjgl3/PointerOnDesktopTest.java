package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.ecs.Stage;
import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.WindowBelow;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.place.PlaceJson;
import dev.perch.place.Spot;
import dev.perch.render.RasterImage;
import dev.perch.runtime.PlaceKeeper;
import dev.perch.source.SnapshotJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real pet under a real pointer, over a window that records what reaches it. */
@Tag("long")
final class PointerOnDesktopTest {
    @TempDir
    private Path store;

    private XDesktop desktop;

    @BeforeEach
    void open() {
        desktop = XDesktop.start(XDesktop.Setting.COMPOSITED);
    }

    @AfterEach
    void close() {
        desktop.close();
    }

    @ParameterizedTest
    @CsvSource({"pip, 1", "axo, 1", "pip, 2", "axo, 2"})
    void inEachPoseClearPixelsLetClicksThroughAndPetAndBubbleCatchThem(String pet, int scale) throws Exception {
        Path resources = Files.writeString(store.resolve("resources"), "Xft.dpi: " + 96 * scale + "\n");
        desktop.run("xrdb", "-nocpp", "-merge", resources.toString());
        try (WindowBelow below = WindowBelow.open(desktop, 390, 190);
                Child companion = CompanionProgram.start(desktop, pet, store, true)) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            Spot at = place();
            int reached = 0;
            int caught = 0;
            for (PetAnimationState state : PetAnimationState.ROWS) {
                RuntimeSnapshot told = RuntimeSnapshot.of(state, "State " + state);
                companion.tell(SnapshotJson.write(told));
                RasterImage picture = OnScreen.pet(pet, store, told, 112, scale, at.x(), at.y());
                Stage stage = Stage.onDesktop(112, scale);
                Spot clear = find(picture, at, stage, 0, alpha -> alpha == 0);
                Spot solid = find(picture, at, stage, 0, alpha -> alpha == 255);
                click(at, clear);
                reached++;
                int expected = reached;
                Eventually.await(
                        () -> below.clicks() == expected, () -> state + " holds a click at " + clear + " of " + at);
                assertEquals(caught, presses(companion), () -> state + " catches a click at " + clear);
                click(at, solid);
                caught++;
                int presses = caught;
                Eventually.await(
                        () -> presses(companion) == presses, () -> state + " lets a click through at " + solid);
                if (!state.equals(PetAnimationState.IDLE)) {
                    Spot card = find(picture, at, stage, stage.ink.top() - 20 * scale, alpha -> alpha == 255);
                    click(at, card);
                    caught++;
                    int more = caught;
                    Eventually.await(() -> presses(companion) == more, () -> state + ": no bubble at " + card);
                }
                assertEquals(reached, below.clicks());
                assertTrue(below.focused(), "the keyboard stays where it was");
                desktop.act("mousemove 2 2");
            }
            System.out.printf("%s at %dx: %d clicks below, %d caught%n", pet, scale, reached, caught);
        }
    }

    @Test
    void aDragMovesItExactlyAndAThrowEndsWhole() throws Exception {
        try (Child companion = CompanionProgram.start(desktop, "pip", store, false)) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            Spot begun = place();
            Stage stage = Stage.onDesktop(112, 1);
            int x = begun.x() + stage.width / 2;
            int y = begun.y() + stage.height - stage.below - 40;
            desktop.act("mousemove " + x + " " + y + " mousedown 1");
            for (int i = 1; i <= 20; i++) {
                desktop.act("mousemove " + (x - 20 * i) + " " + (y - 8 * i) + " sleep 0.02");
                film("drag-left", i, 5);
            }
            for (int i = 1; i <= 10; i++) {
                desktop.act("mousemove " + (x - 400 + 12 * i) + " " + (y - 160) + " sleep 0.02");
                film("drag-right", i, 5);
            }
            awaitPlace(begun.x() - 280, begun.y() - 160);
            desktop.act("mousemove " + (x - 260) + " " + (y - 150) + " sleep 0.02 mousemove " + (x - 220) + " "
                    + (y - 140) + " sleep 0.01 mouseup 1");
            List<Spot> way = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                way.add(place());
                film("throw", i, 3);
            }
            Eventually.await(() -> place().equals(place()) && isWhole(place()), () -> "it is at " + place());
            System.out.println("thrown: " + way + ", at rest " + place());
        }
    }

    @Test
    void killedAtAnyMomentFiftyTimesItStartsAgainWhereItWas() throws Exception {
        Random random = new Random(5);
        int places = 0;
        for (int round = 0; round < 50; round++) {
            try (Child companion = CompanionProgram.start(desktop, "pip", store, true)) {
                if (random.nextInt(4) > 0) {
                    companion.awaitLine(line -> line.startsWith("drawn"), 0);
                    Spot at = place();
                    Stage stage = Stage.onDesktop(112, 1);
                    int x = at.x() + stage.width / 2;
                    int y = at.y() + stage.height - stage.below - 40;
                    desktop.act("mousemove " + x + " " + y + " mousedown 1 mousemove " + (100 + random.nextInt(600))
                            + " " + (200 + random.nextInt(300)) + " mouseup 1 mousemove 2 2");
                }
                TimeUnit.MILLISECONDS.sleep(random.nextInt(600)); // The moment of the kill is what is tested.
            }
            Path state = store.resolve(PlaceKeeper.FILE);
            if (Files.exists(state)) {
                places += PlaceJson.read(Files.readAllBytes(state)).places().size();
            }
        }
        try (Child companion = CompanionProgram.start(desktop, "pip", store, true)) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            assertTrue(isWhole(place()));
            assertEquals(List.of(), companion.errors());
        }
        System.out.println("50 kills: the file was whole each time, " + places + " times with a place");
        assertTrue(places > 0);
    }

    /** A place where all pixels around are so, nearest to the middle of the pet, or to a row above it. */
    private static Spot find(RasterImage picture, Spot at, Stage stage, int row, IntPredicate alpha) {
        int middleX = stage.width / 2;
        int middleY = row > 0 ? row : stage.height - stage.below - stage.cellWidth() / 2;
        Spot best = null;
        int bestFar = Integer.MAX_VALUE;
        for (int y = 3; y < picture.height() - 3; y++) {
            for (int x = 3; x < picture.width() - 3; x++) {
                int far = Math.abs(x - middleX) + 2 * Math.abs(y - middleY);
                boolean onScreen = at.x() + x < 780 && at.y() + y < 580 && at.x() + x > 400 && at.y() + y > 200;
                if (far < bestFar && onScreen && all(picture, x, y, alpha)) {
                    best = new Spot(x, y);
                    bestFar = far;
                }
            }
        }
        assertTrue(best != null, "no such pixel");
        return best;
    }

    private static boolean all(RasterImage picture, int x, int y, IntPredicate alpha) {
        for (int dy = -3; dy <= 3; dy++) {
            for (int dx = -3; dx <= 3; dx++) {
                if (!alpha.test(picture.pixel(x + dx, y + dy) >>> 24)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void click(Spot at, Spot in) {
        desktop.act("mousemove " + (at.x() + in.x()) + " " + (at.y() + in.y()) + " click 1");
    }

    private static int presses(Child companion) {
        return companion.count(line -> line.startsWith("press"));
    }

    private boolean isWhole(Spot at) {
        Stage stage = Stage.onDesktop(112, 1);
        int feetX = at.x() + stage.width / 2;
        int feetY = at.y() + stage.height - stage.below;
        return feetX - 30 >= 0 && feetX + 30 <= 800 && feetY - 80 >= 0 && feetY <= 620;
    }

    private void awaitPlace(int x, int y) {
        Eventually.await(() -> place().equals(new Spot(x, y)), () -> place() + ", not at " + x + "," + y);
    }

    private Spot place() {
        String window = window();
        return new Spot(
                desktop.number(window, "Absolute upper-left X"), desktop.number(window, "Absolute upper-left Y"));
    }

    private String window() {
        return desktop.run("xdotool", "search", "--class", DesktopApplication.TITLE)
                .lines()
                .findFirst()
                .orElseThrow();
    }

    private void film(String name, int i, int every) {
        if (i % every == 0) {
            desktop.screen().save(Path.of("target", "screens", name + "-" + i + ".png"));
        }
    }
}
