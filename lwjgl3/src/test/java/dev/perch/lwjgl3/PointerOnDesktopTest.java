package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.ecs.Stage;
import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.Screen;
import dev.perch.lwjgl3.testkit.WindowBelow;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.model.PetAnimationState;
import dev.perch.model.Room;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.place.Monitor;
import dev.perch.place.MonitorLayout;
import dev.perch.place.PlaceJson;
import dev.perch.place.RememberedPlace;
import dev.perch.place.Spot;
import dev.perch.render.RasterImage;
import dev.perch.source.SnapshotJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
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
    private static final List<String> FRAMES = List.of(
            "waiting[1]",
            "waiting[2]",
            "waiting[3]",
            "waiting[4]",
            "idle[0]",
            "idle[1]",
            "idle[2]",
            "idle[3]",
            "idle[4]",
            "idle[5]");

    private static final int PANEL = 60;

    /** More than any black of the pets, such as an eye, on the black window below. */
    private static final int NEAR = 8;

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
        desktop.scale(scale);
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
                if (!state.equals(PetAnimationState.IDLE)) {
                    Spot card = find(picture, at, stage, stage.ink.top() - 20 * scale, alpha -> alpha == 255);
                    click(at, card);
                    desktop.window(PanelContent.MENU);
                    click(at, card);
                    Eventually.await(() -> desktop.lacks(PanelContent.MENU), () -> state + ": the cards stay");
                    caught += 2;
                    assertEquals(caught, presses(companion), () -> state + ": no bubble at " + card);
                }
                click(at, solid);
                caught++;
                int presses = caught;
                Eventually.await(
                        () -> presses(companion) == presses, () -> state + " lets a click through at " + solid);
                assertEquals(reached, below.clicks());
                assertTrue(below.focused(), "the keyboard stays where it was");
                desktop.act("mousemove 2 2");
            }
            System.out.printf("%s at %dx: %d clicks below, %d caught%n", pet, scale, reached, caught);
        }
    }

    /** While it asks its row is played three times, then it breathes slowly under its bubble: ten pictures, each another. */
    @ParameterizedTest
    @CsvSource({"pip, 1", "axo, 1", "pip, 2", "axo, 2"})
    void atEachOfTenFramesClearPixelsLetClicksThroughAndPetAndBubbleCatchThem(String pet, int scale) throws Exception {
        desktop.scale(scale);
        try (WindowBelow below = WindowBelow.open(desktop, 390, 190)) {
            Eventually.await(
                    () -> desktop.screen().at(600, 400) != desktop.background().at(600, 400), () -> "no below");
            Screen empty = desktop.screen();
            try (Child companion = CompanionProgram.start(desktop, pet, store, false)) {
                companion.awaitLine(line -> line.startsWith("drawn"), 0);
                for (String frame : FRAMES) {
                    int tries = 1;
                    while (!clickedAt(frame, scale, companion, below, empty)) {
                        tries++;
                        assertTrue(tries < 9, frame + " never lasts as long as it takes to stop there");
                    }
                    assertTrue(below.focused(), "the keyboard stays where it was");
                }
                System.out.printf(
                        "%s at %dx: %d frames, %d clicks below, %d caught%n",
                        pet, scale, FRAMES.size(), below.clicks(), presses(companion));
            }
        }
    }

    /**
     * Stops the companion while a frame is on show, so that the server alone judges by what it was told, and clicks on a clear
     * pixel beside the ink, on the bubble and on the pet, all as the screen shows them.
     *
     * @return whether it was stopped in time
     */
    private boolean clickedAt(String frame, int scale, Child companion, WindowBelow below, Screen empty) {
        boolean slow = frame.startsWith("idle");
        if (!slow) {
            tell(companion, PetAnimationState.RUNNING, "At work");
        }
        tell(companion, PetAnimationState.WAITING, "May I?");
        String line = "frame [" + frame + "]";
        companion.awaitLine(line::equals, companion.count(line::equals));
        int drawn = companion.lines().lastIndexOf(line);
        CompanionProgram.awaitWords(companion, slow ? 3 : 1); // It is drawn, and soon swapped and composited.
        companion.pause();
        List<String> said = companion.lines();
        boolean stands = said.subList(drawn + 1, said.size()).stream().noneMatch(other -> other.startsWith("frame"));
        if (!stands) {
            companion.resume();
            return false;
        }
        int reached = below.clicks();
        int caught = presses(companion);
        Stage stage = Stage.onDesktop(112, scale);
        Spot at = place();
        Room body =
                new Room(at.x() + stage.ink.left(), at.y() + stage.ink.top(), stage.ink.width(), stage.ink.height());
        Spot clear = spot(empty, body, false);
        Spot ink = spot(empty, body, true);
        Spot card = spot(empty, new Room(body.left(), body.top() - 60 * scale, body.width(), 60 * scale), true);
        desktop.act("mousemove " + clear.x() + " " + clear.y() + " click 1");
        Eventually.await(
                () -> below.clicks() == reached + 1,
                () -> frame + " holds a click at " + clear + "; see " + saved("held-" + frame));
        desktop.act("mousemove " + card.x() + " " + card.y() + " click 1");
        desktop.act("mousemove " + ink.x() + " " + ink.y() + " click 1");
        companion.resume();
        Eventually.await(
                () -> presses(companion) == caught + 2,
                () -> frame + " catches " + (presses(companion) - caught) + " of clicks at " + card + " and " + ink);
        assertEquals(reached + 1, below.clicks());
        desktop.window(PanelContent.MENU);
        desktop.act("mousemove " + card.x() + " " + card.y() + " click 1 mousemove 2 2");
        Eventually.await(() -> desktop.lacks(PanelContent.MENU), () -> frame + ": the cards stay");
        return true;
    }

    private static void tell(Child companion, PetAnimationState state, String title) {
        int before = companion.count(("says " + title)::equals);
        companion.tell(SnapshotJson.write(RuntimeSnapshot.of(state, title)));
        companion.awaitLine(("says " + title)::equals, before);
    }

    /** The place nearest to the middle of a room around which the screen is all other than without it, or all the same. */
    private Spot spot(Screen empty, Room room, boolean ink) {
        Screen now = desktop.screen();
        Spot best = null;
        double bestFar = Double.MAX_VALUE;
        for (int y = Math.max(200, room.top()); y < Math.min(580, room.bottom()); y++) {
            for (int x = Math.max(400, room.left()); x < Math.min(780, room.right()); x++) {
                double far = Math.hypot(x - room.left() - room.width() / 2.0, y - room.top() - room.height() / 2.0);
                if (far < bestFar && around(empty, now, x, y, ink)) {
                    best = new Spot(x, y);
                    bestFar = far;
                }
            }
        }
        assertNotNull(best, () -> "no such pixel in " + room);
        return best;
    }

    private static boolean around(Screen empty, Screen now, int x, int y, boolean other) {
        for (int dy = -NEAR; dy <= NEAR; dy++) {
            for (int dx = -NEAR; dx <= NEAR; dx++) {
                if ((empty.at(x + dx, y + dy) != now.at(x + dx, y + dy)) != other) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What of the screen is another. */
    private static Room changed(Screen before, Screen now) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < now.rgb().length; i++) {
            if (before.rgb()[i] != now.rgb()[i]) {
                left = Math.min(left, i % now.width());
                right = Math.max(right, i % now.width() + 1);
                top = Math.min(top, i / now.width());
                bottom = Math.max(bottom, i / now.width() + 1);
            }
        }
        return new Room(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    @Test
    void aDragMovesItExactlyAndPlaysRunningLeftThenRunningRight() {
        try (Child companion = CompanionProgram.start(desktop, "pip", store, false)) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            Spot begun = place();
            Spot hand = grab(begun);
            for (int i = 1; i <= 20; i++) {
                desktop.act("mousemove " + (hand.x() - 20 * i) + " " + (hand.y() - 8 * i) + " sleep 0.02");
                film("drag-left", i, 5);
            }
            awaitPlace(begun.x() - 400, begun.y() - 160);
            awaitFrame(companion, "running-left");
            assertEquals(0, frames(companion, "running-right"));
            int before = frames(companion, "running-left");
            for (int i = 1; i <= 20; i++) {
                desktop.act("mousemove " + (hand.x() - 400 + 12 * i) + " " + (hand.y() - 160) + " sleep 0.02");
                film("drag-right", i, 5);
            }
            awaitPlace(begun.x() - 160, begun.y() - 160);
            awaitFrame(companion, "running-right");
            List<String> lines = companion.lines();
            String last = lines.stream()
                    .filter(line -> line.startsWith("frame"))
                    .reduce((a, b) -> b)
                    .orElseThrow();
            assertTrue(last.contains("running-right"), last);
            assertTrue(before >= 2, "running-left is played, not only begun: " + before);
            desktop.act("mouseup 1");
        }
    }

    @Test
    void aThrowGoesOnByItselfAndEndsAtRestWithAllItsInkInTheWorkArea() {
        Screen empty = withPanel();
        try (Child companion = CompanionProgram.start(desktop, "pip", store, false)) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            List<Spot> way = new ArrayList<>();
            Eventually.await(
                    () -> {
                        way.clear();
                        throwDown(way);
                        return far(way) > 30;
                    },
                    () -> "it is not thrown: " + way);
            awaitRest(companion);
            Room ink = changed(empty, desktop.screen());
            Room work = new Room(0, 0, 800, 600 - PANEL);
            System.out.println("thrown: " + way + ", its ink at rest is in " + ink);
            assertTrue(work.contains(ink), ink + " is not in " + work);
            assertTrue(ink.bottom() > work.bottom() - 60, "it was thrown at the panel, and lies at " + ink);
        }
    }

    /** A panel at the bottom of the screen, of which the window manager takes notice. @return the screen with it alone */
    private Screen withPanel() {
        WindowBelow panel = WindowBelow.open(desktop, 5, 5);
        panel.reserveBottom(PANEL);
        Eventually.await(
                () -> desktop.run("xprop", "-root", "_NET_WORKAREA").contains("800, " + (600 - PANEL)),
                () -> desktop.run("xprop", "-root", "_NET_WORKAREA"));
        desktop.act("mousemove 2 2");
        return desktop.screen();
    }

    /** Swings it to the right and down, and lets it go; then its places. A busy machine may hear of a swing as of one jump. */
    private void throwDown(List<Spot> way) {
        Spot hand = grab(place());
        desktop.act("mousemove " + (hand.x() - 250) + " " + (hand.y() - 250) + " sleep 0.1"
                + " mousemove_relative 12 16 sleep 0.015".repeat(8) + " mouseup 1");
        for (int i = 0; i < 12; i++) {
            way.add(place());
            film("throw", i, 3);
        }
        desktop.act("mousemove 2 2");
    }

    private static double far(List<Spot> way) {
        Spot first = way.get(0);
        Spot last = way.get(way.size() - 1);
        return Math.hypot(last.x() - first.x(), last.y() - first.y());
    }

    /** At rest is what has the same place for a second: ten of the companion's words. */
    private void awaitRest(Child companion) {
        Eventually.await(
                () -> {
                    Spot at = place();
                    CompanionProgram.awaitWords(companion, 10);
                    return at.equals(place());
                },
                () -> "it moves on and on");
    }

    @Test
    void killedAtAnyMomentFiftyTimesItStartsAgainWhereAndAsLargeAsTheFileSays() throws Exception {
        Random random = new Random(5);
        Path state = store.resolve(PlaceJson.FORM.name());
        Set<Spot> places = new HashSet<>();
        Set<Integer> widths = new HashSet<>();
        for (int round = 0; round <= 50; round++) {
            RememberedPlace known = Files.exists(state)
                    ? PlaceJson.read(Files.readAllBytes(state)).places().get(0)
                    : null;
            try (Child companion = CompanionProgram.start(desktop, "pip", store, true)) {
                if (round == 50 || random.nextInt(4) > 0) {
                    companion.awaitLine(line -> line.startsWith("drawn"), 0);
                    Spot at = place();
                    Stage stage = expected(known);
                    assertEquals(new Spot(stage.x, stage.y), at, () -> "after a kill, with " + known);
                    assertEquals(stage.width, desktop.number(window(), "Width"), () -> "after a kill, with " + known);
                    places.add(at);
                    widths.add(stage.petWidth);
                    grab(at, stage);
                    int wheel = round % 20 < 10 ? 4 : 5;
                    desktop.act("mousemove " + (100 + random.nextInt(600)) + " " + (200 + random.nextInt(300))
                            + " mouseup 1 keydown ctrl click " + wheel + " keyup ctrl");
                }
                TimeUnit.MILLISECONDS.sleep(random.nextInt(600)); // The moment of the kill is what is tested.
                assertEquals(List.of(), companion.errors());
            }
        }
        System.out.println("50 kills: it began at " + places.size() + " places, " + widths.size()
                + " widths, each as in the file");
        assertTrue(places.size() > 10 && widths.size() > 3, "it is moved about: " + places + " " + widths);
    }

    /** Where the window belongs by what is remembered; with nothing remembered, by its corner. */
    private static Stage expected(@Nullable RememberedPlace known) {
        Room screen = new Room(0, 0, 800, 600);
        Stage stage = Stage.onDesktop(known == null ? 112 : known.petWidth(), 1);
        if (known == null) {
            stage.standInCorner(screen);
        } else {
            Monitor monitor = new Monitor(known.feet().monitor(), screen, screen, 1);
            stage.standAt(known.feet().in(new MonitorLayout(List.of(monitor))));
        }
        return stage;
    }

    /** Takes the pet in hand. @return where the pointer is */
    private Spot grab(Spot at) {
        return grab(at, Stage.onDesktop(112, 1));
    }

    private Spot grab(Spot at, Stage stage) {
        Spot hand = new Spot(at.x() + stage.width / 2, at.y() + stage.height - stage.below - 40);
        desktop.act("mousemove " + hand.x() + " " + hand.y() + " mousedown 1");
        return hand;
    }

    private static int frames(Child companion, String clip) {
        return companion.count(line -> line.startsWith("frame [" + clip + "["));
    }

    private static void awaitFrame(Child companion, String clip) {
        Eventually.await(() -> frames(companion, clip) > 0, () -> "no " + clip + ": " + companion.lines());
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

    private Path saved(String name) {
        Path png = Path.of("target", "screens", name + ".png");
        desktop.screen().save(png);
        return png;
    }

    private void film(String name, int i, int every) {
        if (i % every == 0) {
            desktop.screen().save(Path.of("target", "screens", name + "-" + i + ".png"));
        }
    }
}
