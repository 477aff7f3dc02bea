package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.control.ControlClient;
import dev.perch.control.ControlCommand;
import dev.perch.control.StatusView;
import dev.perch.local.LocalFault;
import dev.perch.local.RunFolder;
import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.runtime.SystemClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code perch ingress on} and {@code off} at a real window. */
final class IngressSwitchTest {
    @TempDir
    static Path home;

    @Test
    void theCommandAsksAndNothingButTheClickTurnsItOn() throws Exception {
        Path socket = home.resolve("run/ingress.sock");
        try (XDesktop desktop = XDesktop.start(XDesktop.Setting.COMPOSITED);
                Child companion = desktop.open(command())) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            ControlClient control = new ControlClient(RunFolder.open(null, home.resolve("run")), new SystemClock());
            assertEquals(StatusView.INGRESS_OFF, writers(control));
            assertTrue(control.ask(ControlCommand.INGRESS_ON).orElseThrow().ok());
            companion.awaitLine(line -> line.startsWith("says Let programs write"), 0);
            CodexTerminalTest.openQuestion(desktop, CodexTerminalTest.pet(desktop));
            assertFalse(Files.exists(socket), "a question is no answer");
            desktop.act("mousemove " + CodexTerminalTest.button(desktop, 2, 3));
            Eventually.await(
                    () -> {
                        desktop.screen().save(Path.of("target", "screens", "ingress-on.png"));
                        desktop.act("click 1"); // in vain until half a second has passed
                        return Files.exists(socket);
                    },
                    () -> "it stays off");
            Eventually.await(() -> writers(control) == 0, () -> "it does not say that it is on");
            assertTrue(control.ask(ControlCommand.INGRESS_OFF).orElseThrow().ok());
            assertFalse(Files.exists(socket));
            assertEquals(StatusView.INGRESS_OFF, writers(control));
            assertEquals(List.of(), companion.errors());
        }
    }

    private static int writers(ControlClient control) {
        try {
            StatusView status = control.ask(ControlCommand.STATUS).orElseThrow().status();
            return status == null ? StatusView.INGRESS_OFF : status.writers();
        } catch (LocalFault unheard) {
            throw new AssertionError(unheard);
        }
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>(CompanionProgram.command("pip", home.resolve("store"), true));
        command.add(1, "-DingressShut=true");
        command.add(home.resolve("run").toString());
        command.add(home.toString());
        command.add(home.resolve("codex").toString());
        return command;
    }
}
