package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.action.ActionOutcome;
import dev.perch.action.Effect;
import dev.perch.lwjgl3.testkit.Eventually;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real programs, started as they were shown. */
final class DesktopEffectsTest {
    @TempDir
    Path folder;

    private final DesktopEffects effects =
            new DesktopEffects(Map.of("PATH", "/usr/bin:/bin", "SECRET", "s", "GREETING", "hello"));

    @Test
    void anArgumentReachesTheProgramAsItIsWithNoShellBetween() {
        String odd = "a b; touch c $(touch d) *";
        assertInstanceOf(ActionOutcome.Done.class, run(List.of("/usr/bin/touch", odd), List.of(), 5_000));
        assertTrue(Files.exists(folder.resolve(odd)));
        assertFalse(Files.exists(folder.resolve("c")));
        assertFalse(Files.exists(folder.resolve("d")));
    }

    @Test
    void aProgramSeesTheVariablesThatAreNamedAndNoOther() throws IOException {
        Path script = script("env > seen\n");
        assertInstanceOf(ActionOutcome.Done.class, run(List.of(script.toString()), List.of("GREETING", "PATH"), 5_000));
        String seen = Files.readString(folder.resolve("seen"));
        assertTrue(seen.contains("GREETING=hello"), seen);
        assertFalse(seen.contains("SECRET"), seen);
        assertFalse(seen.contains("HOME="), seen);
    }

    @Test
    void aProgramThatIsGoneOrFailsIsToldInOneSentence() throws IOException {
        Path gone = folder.resolve("gone");
        assertEquals(
                "command \"build\": " + gone + " is not there or cannot be run; correct commands.json.",
                failure(run(List.of(gone.toString()), List.of(), 5_000)));
        Path failing = script("exit 3\n");
        assertEquals(
                "program " + failing + ": ended with code 3; try it in a terminal.",
                failure(run(List.of(failing.toString()), List.of(), 5_000)));
    }

    @Test
    void ofWhatAProgramSaidTheLastLineIsToldWhenItFailsAndNoMoreThanTheEndIsKept() throws Exception {
        Path failing =
                script("head -c 300000 /dev/zero | tr '\\0' x\necho\nprintf 'no \\033[2J rule\\n' >&2\nexit 2\n");
        assertEquals(
                "program " + failing + ": ended with code 2 and said \"no <U+001B>[2J rule\"; try it in a terminal.",
                failure(run(List.of(failing.toString()), List.of("PATH"), 5_000)));
        ProgramOutput output = new ProgramOutput(
                new ByteArrayInputStream("0123456789\n".repeat(10_000).getBytes(StandardCharsets.UTF_8)));
        assertEquals("01234…", output.lastLine(5));
        assertEquals(1 << 16, output.kept());
    }

    @Test
    void aProgramThatTakesTooLongIsEndedWithItsChildren() throws IOException {
        Path slow = script("sleep 600 & echo $! > child\nwait\n");
        assertEquals(
                "program " + slow + ": took longer than 1 s and was ended; give it more time.",
                failure(run(List.of(slow.toString()), List.of("PATH"), 1_000)));
        long child = Long.parseLong(Files.readString(folder.resolve("child")).trim());
        Eventually.await(
                () -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty(), () -> "it goes on: " + child);
    }

    @Test
    void aTerminalThatStaysIsOpenAndLeftAlone() throws IOException {
        Path terminal = script("sleep 600 & echo $! > child\nwait\n");
        assertInstanceOf(ActionOutcome.Done.class, run(List.of(terminal.toString()), List.of("PATH"), 0));
        long child = Long.parseLong(Files.readString(folder.resolve("child")).trim());
        ProcessHandle sleeping = ProcessHandle.of(child).orElseThrow();
        assertTrue(sleeping.isAlive());
        sleeping.destroy();
    }

    @Test
    void whatIsNoLinkIsNotHandedToAnyProgram() {
        for (String bad : List.of("-flag", "/etc/passwd", "codex://threads/../x", "codex://run/t1")) {
            assertEquals(
                    "link: is no link that Perch opens; see docs/interactions.md.",
                    failure(effects.perform(new Effect.OpenLink(bad, false))),
                    bad);
        }
    }

    private ActionOutcome run(List<String> argv, List<String> env, int millis) {
        return effects.perform(new Effect.Run("build", argv, folder, env, millis));
    }

    private static String failure(ActionOutcome outcome) {
        return assertInstanceOf(ActionOutcome.Failed.class, outcome, outcome::toString)
                .why()
                .sentence();
    }

    private Path script(String text) throws IOException {
        Path script = Files.writeString(folder.resolve("script"), "#!/bin/sh\n" + text);
        assertTrue(script.toFile().setExecutable(true));
        return script;
    }
}
