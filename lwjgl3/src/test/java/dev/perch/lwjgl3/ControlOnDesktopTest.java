package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.control.ControlCommand;
import dev.perch.control.StatusView;
import dev.perch.ecs.Stage;
import dev.perch.local.RunFolder;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.place.Spot;
import dev.perch.source.SnapshotJson;
import dev.perch.status.StatusClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The companion's own commands, from another process through the socket to the window on the screen. */
final class ControlOnDesktopTest {
    @TempDir
    static Path home;

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
    void aStatusTellsWhatThePetShows() throws Exception {
        try (LiveCompanion companion = start()) {
            String window = companion.window();
            StatusView calm = companion.status();
            assertEquals("Axo", calm.pet());
            assertEquals("idle", calm.state());
            assertEquals(
                    LiveCompanion.place(desktop, window),
                    new Spot(calm.window().x(), calm.window().y()));
            companion.process.tell(SnapshotJson.write(RuntimeSnapshot.of(PetAnimationState.WAITING, "May I?")));
            companion.process.tell("no JSON");
            Eventually.await(
                    () -> companion.status().state().equals("waiting")
                            && companion.status().problems() == 1,
                    () -> "" + companion.status());
            assertEquals("May I?", companion.status().title());
            assertEquals("running", companion.status().sources().get(0).phase());
        }
    }

    @Test
    void aReaderIsToldWhatHappensToTheSessionsAlsoWhileThePetIsTucked() throws Exception {
        try (LiveCompanion companion = start()) {
            companion.window();
            try (StatusClient reader = StatusClient.connect(
                            RunFolder.open(null, home.resolve("run")), new SecureRandom())
                    .orElseThrow()) {
                reader.subscribe(null);
                assertEquals("reset", Objects.requireNonNull(reader.next()).get("event"));
                companion.process.tell(told(PetAnimationState.RUNNING));
                assertEquals(
                        "thread-opened", Objects.requireNonNull(reader.next()).get("event"));
                assertEquals(
                        "turn-started", Objects.requireNonNull(reader.next()).get("event"));
                assertTrue(Objects.requireNonNull(reader.next()).toString().contains("title=Runs the tests"));
                assertEquals(
                        "active-thread-changed",
                        Objects.requireNonNull(reader.next()).get("event"));
                companion.ask(ControlCommand.TUCK);
                Eventually.await(() -> companion.status().window().tucked(), () -> "" + companion.status());
                companion.process.tell(told(PetAnimationState.REVIEW));
                assertEquals(
                        "turn-completed", Objects.requireNonNull(reader.next()).get("event"));
            }
        }
    }

    private static String told(PetAnimationState state) {
        return SnapshotJson.write(RuntimeSnapshot.of(state, "Runs the tests"));
    }

    @Test
    void aTuckedPetIsOffTheScreenDrawsNothingAndComesBackToItsPlace() throws Exception {
        try (LiveCompanion companion = start()) {
            String window = companion.window();
            Spot place = LiveCompanion.place(desktop, window);
            companion.ask(ControlCommand.TUCK);
            Eventually.await(() -> mapState(window).equals("IsUnMapped"), () -> mapState(window));
            assertTrue(companion.status().window().tucked());
            int drawn = companion.process.count(line -> line.startsWith("drawn"));
            companion.process.tell(SnapshotJson.write(RuntimeSnapshot.of(PetAnimationState.REVIEW, "Ready")));
            Eventually.await(() -> companion.status().state().equals("review"), () -> "" + companion.status());
            assertEquals(drawn, companion.process.count(line -> line.startsWith("drawn")));

            companion.ask(ControlCommand.WAKE);
            companion.process.awaitLine(line -> line.startsWith("drawn"), drawn);
            Eventually.await(() -> mapState(window).equals("IsViewable"), () -> mapState(window));
            Eventually.await(
                    () -> LiveCompanion.place(desktop, window).equals(place),
                    () -> desktop.run("xwininfo", "-id", window));
            assertFalse(companion.status().window().tucked());
        }
    }

    @Test
    void aRescuedPetIsBackAtItsFirstPlaceHoweverItLeft() throws Exception {
        try (LiveCompanion companion = start()) {
            String window = companion.window();
            Spot place = LiveCompanion.place(desktop, window);
            StatusView.Window size = companion.status().window();
            int handX = place.x() + size.width() / 2;
            int handY = place.y() + size.height() - Stage.BUBBLE_HEIGHT - 30; // a little over its feet
            desktop.act("mousemove " + handX + " " + handY + " mousedown 1");
            desktop.act("mousemove " + (handX - 100) + " " + (handY - 100) + " mouseup 1");
            Eventually.await(() -> LiveCompanion.place(desktop, window).x() < place.x(), () -> "it cannot be dragged");
            companion.ask(ControlCommand.TUCK);
            companion.ask(ControlCommand.RESCUE);
            Eventually.await(
                    () -> mapState(window).equals("IsViewable")
                            && LiveCompanion.place(desktop, window).equals(place),
                    () -> desktop.run("xwininfo", "-id", window));
        }
    }

    @Test
    void aPetThatIsCalledForwardComesOnTheScreenAndWaves() throws Exception {
        try (LiveCompanion companion = start()) {
            String window = companion.window();
            companion.ask(ControlCommand.TUCK);
            Eventually.await(() -> mapState(window).equals("IsUnMapped"), () -> mapState(window));
            int drawn = companion.process.count(line -> line.startsWith("drawn"));
            companion.ask(ControlCommand.FORWARD);
            Eventually.await(() -> mapState(window).equals("IsViewable"), () -> mapState(window));
            // Still poses: one picture of the wave, one of what was before.
            companion.process.awaitLine(line -> line.startsWith("drawn"), drawn + 1);
        }
    }

    @Test
    void aPetThatIsToldToQuitEndsInOrder() throws Exception {
        try (LiveCompanion companion = start()) {
            companion.window();
            companion.ask(ControlCommand.QUIT);
            assertEquals(0, companion.process.awaitExit());
            assertFalse(Files.exists(home.resolve("run/control.sock")));
        }
    }

    @Test
    void aKilledPetIsInNobodysWay() throws Exception {
        for (int round = 0; round < 3; round++) {
            try (LiveCompanion companion = start()) {
                companion.window();
                assertEquals(
                        companion.process.pid(),
                        companion.ask(ControlCommand.STATUS).pid());
            } // closing kills it with SIGKILL
            assertTrue(Files.exists(home.resolve("run/control.sock")));
        }
        try (LiveCompanion companion = start()) {
            companion.window();
            companion.ask(ControlCommand.QUIT);
            assertEquals(0, companion.process.awaitExit());
        }
    }

    private static String mapState(String window) {
        return desktop.run("xwininfo", "-id", window)
                .lines()
                .filter(line -> line.contains("Map State:"))
                .map(line -> line.replaceAll(".*:\\s*", ""))
                .findFirst()
                .orElse("");
    }

    private static LiveCompanion start() {
        return new LiveCompanion(desktop, "axo", home, true);
    }
}
