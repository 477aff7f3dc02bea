package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.control.ControlAnswer;
import dev.perch.control.ControlClient;
import dev.perch.control.ControlCommand;
import dev.perch.control.StatusView;
import dev.perch.ecs.Stage;
import dev.perch.local.LocalFault;
import dev.perch.local.RunFolder;
import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.runtime.SystemClock;
import dev.perch.source.SnapshotJson;
import dev.perch.status.StatusClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        try (Child companion = start()) {
            String window = drawn(companion);
            StatusView calm = status();
            assertEquals("Axo", calm.pet());
            assertEquals("idle", calm.state());
            assertEquals(
                    desktop.number(window, "Absolute upper-left X"),
                    calm.window().x());
            assertEquals(
                    desktop.number(window, "Absolute upper-left Y"),
                    calm.window().y());
            companion.tell(SnapshotJson.write(RuntimeSnapshot.of(PetAnimationState.WAITING, "May I?")));
            companion.tell("no JSON");
            Eventually.await(() -> status().state().equals("waiting") && status().problems() == 1, () -> "" + status());
            assertEquals("May I?", status().title());
            assertEquals("running", status().sources().get(0).phase());
        }
    }

    @Test
    void aReaderIsToldWhatHappensToTheSessionsAlsoWhileThePetIsTucked() throws Exception {
        try (Child companion = start()) {
            drawn(companion);
            try (StatusClient reader = StatusClient.connect(RunFolder.open(null, home.resolve("run")))
                    .orElseThrow()) {
                reader.subscribe(null);
                assertEquals("reset", Objects.requireNonNull(reader.next()).get("event"));
                companion.tell(told(PetAnimationState.RUNNING));
                assertEquals(
                        "thread-opened", Objects.requireNonNull(reader.next()).get("event"));
                assertEquals(
                        "turn-started", Objects.requireNonNull(reader.next()).get("event"));
                assertTrue(Objects.requireNonNull(reader.next()).toString().contains("title=Runs the tests"));
                assertEquals(
                        "active-thread-changed",
                        Objects.requireNonNull(reader.next()).get("event"));
                ask(ControlCommand.TUCK);
                Eventually.await(() -> status().window().tucked(), () -> "" + status());
                companion.tell(told(PetAnimationState.REVIEW));
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
        try (Child companion = start()) {
            String window = drawn(companion);
            int x = desktop.number(window, "Absolute upper-left X");
            int y = desktop.number(window, "Absolute upper-left Y");
            ask(ControlCommand.TUCK);
            Eventually.await(() -> mapState(window).equals("IsUnMapped"), () -> mapState(window));
            assertTrue(status().window().tucked());
            int drawn = companion.count(line -> line.startsWith("drawn"));
            companion.tell(SnapshotJson.write(RuntimeSnapshot.of(PetAnimationState.REVIEW, "Ready")));
            Eventually.await(() -> status().state().equals("review"), () -> "" + status());
            assertEquals(drawn, companion.count(line -> line.startsWith("drawn")));

            ask(ControlCommand.WAKE);
            companion.awaitLine(line -> line.startsWith("drawn"), drawn);
            Eventually.await(() -> mapState(window).equals("IsViewable"), () -> mapState(window));
            Eventually.await(
                    () -> desktop.number(window, "Absolute upper-left X") == x
                            && desktop.number(window, "Absolute upper-left Y") == y,
                    () -> desktop.run("xwininfo", "-id", window));
            assertFalse(status().window().tucked());
        }
    }

    @Test
    void aRescuedPetIsBackAtItsFirstPlaceHoweverItLeft() throws Exception {
        try (Child companion = start()) {
            String window = drawn(companion);
            int x = desktop.number(window, "Absolute upper-left X");
            int y = desktop.number(window, "Absolute upper-left Y");
            StatusView.Window place = status().window();
            int handX = x + place.width() / 2;
            int handY = y + place.height() - Stage.BUBBLE_HEIGHT - 30; // a little over its feet
            desktop.act("mousemove " + handX + " " + handY + " mousedown 1");
            desktop.act("mousemove " + (handX - 100) + " " + (handY - 100) + " mouseup 1");
            Eventually.await(() -> desktop.number(window, "Absolute upper-left X") < x, () -> "it cannot be dragged");
            ask(ControlCommand.TUCK);
            ask(ControlCommand.RESCUE);
            Eventually.await(
                    () -> mapState(window).equals("IsViewable")
                            && desktop.number(window, "Absolute upper-left X") == x
                            && desktop.number(window, "Absolute upper-left Y") == y,
                    () -> desktop.run("xwininfo", "-id", window));
        }
    }

    @Test
    void aPetThatIsCalledForwardComesOnTheScreenAndWaves() throws Exception {
        try (Child companion = start()) {
            String window = drawn(companion);
            ask(ControlCommand.TUCK);
            Eventually.await(() -> mapState(window).equals("IsUnMapped"), () -> mapState(window));
            int drawn = companion.count(line -> line.startsWith("drawn"));
            ask(ControlCommand.FORWARD);
            Eventually.await(() -> mapState(window).equals("IsViewable"), () -> mapState(window));
            // Still poses: one picture of the wave, one of what was before.
            companion.awaitLine(line -> line.startsWith("drawn"), drawn + 1);
        }
    }

    @Test
    void aPetThatIsToldToQuitEndsInOrder() throws Exception {
        try (Child companion = start()) {
            drawn(companion);
            ask(ControlCommand.QUIT);
            assertEquals(0, companion.awaitExit());
            assertFalse(Files.exists(home.resolve("run/control.sock")));
        }
    }

    @Test
    void aKilledPetIsInNobodysWay() throws Exception {
        for (int round = 0; round < 3; round++) {
            try (Child companion = start()) {
                drawn(companion);
                assertEquals(companion.pid(), ask(ControlCommand.STATUS).pid());
            } // closing kills it with SIGKILL
            assertTrue(Files.exists(home.resolve("run/control.sock")));
        }
        try (Child companion = start()) {
            drawn(companion);
            ask(ControlCommand.QUIT);
            assertEquals(0, companion.awaitExit());
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

    private static StatusView status() {
        return Objects.requireNonNull(ask(ControlCommand.STATUS).status());
    }

    private static ControlAnswer ask(ControlCommand command) {
        try {
            ControlClient client = new ControlClient(RunFolder.open(null, home.resolve("run")), new SystemClock());
            ControlAnswer answer = client.ask(command).orElseThrow();
            assertTrue(answer.ok(), String.valueOf(answer.error()));
            return answer;
        } catch (LocalFault fault) {
            throw new AssertionError(fault);
        }
    }

    private static String drawn(Child companion) {
        companion.awaitLine(line -> line.startsWith("drawn"), 0);
        return desktop.window(DesktopApplication.TITLE);
    }

    private static Child start() {
        return desktop.open(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-Dperch.decode=" + System.getProperty("perch.decode"),
                "-cp",
                System.getProperty("java.class.path"),
                CompanionProgram.class.getName(),
                "axo",
                home.toString(),
                "true",
                home.resolve("run").toString()));
    }
}
