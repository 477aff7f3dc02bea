package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.control.ControlAnswer;
import dev.perch.control.ControlClient;
import dev.perch.control.ControlCommand;
import dev.perch.control.StatusView;
import dev.perch.local.LocalFault;
import dev.perch.local.RunFolder;
import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.place.Spot;
import dev.perch.runtime.SystemClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A companion on a desktop that takes commands; all its files are in one folder. */
final class LiveCompanion implements AutoCloseable {
    final Child process;
    private final XDesktop desktop;
    private final Path home;

    /**
     * Starts it.
     *
     * @param java options of its JVM besides
     */
    LiveCompanion(XDesktop desktop, String pet, Path home, boolean reducedMotion, String... java) {
        this.desktop = desktop;
        this.home = home;
        List<String> command = new ArrayList<>(CompanionProgram.command(pet, home, reducedMotion));
        command.addAll(1, List.of(java));
        command.add(home.resolve("run").toString());
        process = desktop.open(command);
    }

    /** Its window, once there is a picture in it. */
    String window() {
        process.awaitLine(line -> line.startsWith("drawn"), 0);
        return desktop.window(DesktopApplication.TITLE);
    }

    /** Where a window is. */
    static Spot place(XDesktop desktop, String window) {
        return new Spot(
                desktop.number(window, "Absolute upper-left X"), desktop.number(window, "Absolute upper-left Y"));
    }

    StatusView status() {
        return Objects.requireNonNull(ask(ControlCommand.STATUS).status());
    }

    ControlAnswer ask(ControlCommand command) {
        try {
            ControlClient client = new ControlClient(RunFolder.open(null, home.resolve("run")), new SystemClock());
            ControlAnswer answer = client.ask(command).orElseThrow();
            assertTrue(answer.ok(), String.valueOf(answer.error()));
            return answer;
        } catch (LocalFault fault) {
            throw new AssertionError(fault);
        }
    }

    /** Kills it. */
    @Override
    public void close() {
        process.close();
    }
}
