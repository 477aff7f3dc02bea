package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.ecs.Stage;
import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.place.PlaceJson;
import dev.perch.place.Spot;
import dev.perch.render.RasterImage;
import dev.perch.runtime.ProblemException;
import dev.perch.source.SnapshotJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pet at other sizes and scales: as sharp on the screen as the CPU renderer draws it at that size. */
final class SizeOnDesktopTest {
    private static final int TOLERANCE = 2;
    private static final RuntimeSnapshot TOLD =
            new RuntimeSnapshot(PetAnimationState.WAITING, "May I?", "As told by a line.", Map.of());

    @TempDir
    private Path store;

    private final Map<Spot, RasterImage> expected = new HashMap<>();
    private XDesktop desktop;

    @BeforeEach
    void open() {
        desktop = XDesktop.start(XDesktop.Setting.COMPOSITED);
    }

    @AfterEach
    void close() {
        desktop.close();
    }

    @Test
    void itFollowsTheScaleOfTheDesktopAndIsSharpAtEach() throws Exception {
        desktop.scale(2);
        try (Child companion = start()) {
            awaitPicture(companion, 112, 2);
            desktop.scale(1);
            awaitPicture(companion, 112, 1);
            assertEquals(List.of(), companion.errors());
        }
    }

    @Test
    void ctrlAndTheWheelMakeItLargerAndTheNextStartKnows() throws Exception {
        try (Child companion = start()) {
            zoom(3);
            awaitPicture(companion, 136, 1);
            assertEquals(List.of(), companion.errors());
            Eventually.await(() -> Files.exists(store.resolve(PlaceJson.FORM.name())), () -> "nothing is remembered");
        }
        try (Child again = start()) {
            awaitPicture(again, 136, 1);
        }
    }

    @Test
    void aWheelThatIsHeardLateCountsWithTheKeysThatWereHeldWhenItTurned() throws Exception {
        try (Child companion = start()) {
            String pet = overPet();
            companion.pause();
            desktop.act("mousemove " + pet + " keydown ctrl click --repeat 3 4 keyup ctrl mousemove 5 5");
            companion.resume();
            awaitPicture(companion, 136, 1);
        }
    }

    private String overPet() {
        int below = Stage.onDesktop(112, 1).below;
        int x = desktop.number(window(), "Absolute upper-left X") + desktop.number(window(), "Width") / 2;
        int y = desktop.number(window(), "Absolute upper-left Y") + desktop.number(window(), "Height") - below - 30;
        return x + " " + y;
    }

    /** Turns the wheel over the pet, and leaves the pet alone again. */
    private void zoom(int notches) {
        int before = desktop.number(window(), "Height");
        desktop.act("mousemove " + overPet() + " keydown ctrl click --repeat " + notches + " 4");
        Eventually.await(() -> desktop.number(window(), "Height") != before, () -> "it keeps its size");
        desktop.act("mousemove 5 5 keyup ctrl");
    }

    private void awaitPicture(Child companion, int width, float scale) {
        Stage stage = Stage.onDesktop(width, scale);
        Eventually.await(
                () -> desktop.number(window(), "Width") == stage.width
                        && desktop.number(window(), "Height") == stage.height,
                () -> "it is " + desktop.run("xwininfo", "-id", window()) + companion.errors());
        expected.clear();
        Eventually.await(
                () -> worst(width, scale) <= TOLERANCE,
                () -> "at " + width + " and " + scale + " it is off by " + worst(width, scale) + "; see "
                        + saved(width + "at" + scale) + desktop.run("xwininfo", "-id", window()));
        saved(width + "at" + scale);
    }

    private int worst(int width, float scale) {
        Spot at = new Spot(
                desktop.number(window(), "Absolute upper-left X"), desktop.number(window(), "Absolute upper-left Y"));
        RasterImage picture = expected.computeIfAbsent(at, spot -> drawn(width, scale, spot));
        return OnScreen.worst(desktop, picture, at.x(), at.y());
    }

    private RasterImage drawn(int width, float scale, Spot at) {
        try {
            return OnScreen.pet("pip", store, TOLD, width, scale, at.x(), at.y());
        } catch (IOException | ProblemException e) {
            throw new AssertionError(e);
        }
    }

    private Path saved(String name) {
        Path png = Path.of("target", "screens", "size-" + name + ".png");
        desktop.screen().save(png);
        return png;
    }

    private String window() {
        return desktop.run("xdotool", "search", "--class", DesktopApplication.TITLE)
                .lines()
                .findFirst()
                .orElseThrow();
    }

    private Child start() {
        Child companion = CompanionProgram.start(desktop, "pip", store, true);
        companion.awaitLine(line -> line.startsWith("drawn"), 0);
        companion.tell(SnapshotJson.write(TOLD));
        return companion;
    }
}
