package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.client.ClientKey;
import dev.perch.client.ClientLine;
import dev.perch.client.Rights;
import dev.perch.client.Scope;
import dev.perch.control.ControlClient;
import dev.perch.control.ControlCommand;
import dev.perch.control.StatusView;
import dev.perch.ingress.IngressServer;
import dev.perch.json.RpcFault;
import dev.perch.local.LocalFault;
import dev.perch.local.RunFolder;
import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.runtime.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
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

    /** With no Codex there: what is let through then fails, and says why. */
    @Test
    void aProgramIsLetInByAClickAndEachOfItsMessagesGoesWithAnother() throws Exception {
        List<String> command = command();
        command.set(1, "-DingressShut=false");
        try (XDesktop desktop = XDesktop.start(XDesktop.Setting.COMPOSITED);
                Child companion = desktop.open(command)) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            RunFolder folder = RunFolder.open(null, home.resolve("run"));
            Eventually.await(() -> Files.exists(folder.socket(IngressServer.SOCKET)), () -> "it is not on");
            Rights rights = new Rights(
                    EnumSet.of(Scope.TURN_START, Scope.STATUS_READ), Scope.TURNS, Set.of(), Set.of(), Set.of());
            ClientLine stranger =
                    ClientLine.connect(folder, IngressServer.SOCKET).orElseThrow();
            CompletableFuture<ClientKey> made = CompletableFuture.supplyAsync(() -> {
                try (stranger) {
                    return stranger.register("robot", rights, 30, code -> {});
                } catch (Exception refused) {
                    throw new AssertionError(refused);
                }
            });
            companion.awaitLine(line -> line.startsWith("says Let “robot” in?"), 0);
            clickYes(desktop, "ingress-lets-in", made::isDone);
            try (ClientLine line =
                    ClientLine.connect(folder, IngressServer.SOCKET).orElseThrow()) {
                line.introduce(made.join(), new SecureRandom());
                String text =
                        "The build is green again; please go on with the release notes.\nAnd tell me when it is done.";
                Map<?, ?> receipt = line.call(
                        "turn/start",
                        Map.of(
                                "threadId",
                                "0199d0c1-7c38-7a41-9d37-6f1d3a1b2c3d",
                                "input",
                                List.of(Map.of("type", "text", "text", text)),
                                "delivery",
                                Map.of("key", "k")));
                assertEquals("received", receipt.get("state"));
                companion.awaitLine(one -> one.startsWith("says “robot” asks to reach Codex"), 0);
                clickYes(desktop, "ingress-asks", () -> state(line).equals("failed"));
                desktop.screen().save(Path.of("target", "screens", "ingress-connected.png"));
            }
            assertEquals(List.of(), companion.errors());
        }
    }

    private static String state(ClientLine line) {
        try {
            return String.valueOf(line.call("delivery/get", Map.of("key", "k")).get("state"));
        } catch (IOException | RpcFault unheard) {
            throw new AssertionError(unheard);
        }
    }

    /** Opens the question and clicks on its last answer, in vain until half a second has passed. */
    private static void clickYes(XDesktop desktop, String picture, BooleanSupplier done) throws Exception {
        CodexTerminalTest.openQuestion(desktop, CodexTerminalTest.pet(desktop));
        desktop.act("mousemove " + CodexTerminalTest.button(desktop, 2, 3));
        Eventually.await(
                () -> {
                    desktop.screen().save(Path.of("target", "screens", picture + ".png"));
                    desktop.act("click 1");
                    return done.getAsBoolean();
                },
                () -> "the click counts for nothing");
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
