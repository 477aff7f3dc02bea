package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.client.ClientKey;
import dev.perch.client.Scope;
import dev.perch.ingress.IngressLimits;
import dev.perch.model.TurnAnswer;
import dev.perch.testkit.OpenIngress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code perch conformance}, as a shell sees it. */
final class ConformanceCommandTest {
    @TempDir
    private Path home;

    @Test
    void aServerIsLookedAtWithAndWithoutAKey() throws Exception {
        try (OpenIngress ingress = new OpenIngress(
                home.resolve("perch"),
                (call, then) -> then.accept(new TurnAnswer.Refused("no")),
                IngressLimits.STANDARD,
                Set.of())) {
            CommandLineRun stranger =
                    CommandLineRun.of("conformance", "--socket", ingress.socket(), "--only", "method", "--json");
            assertEquals(1, stranger.exitCode(), "a kit that looked at nothing does not say that all is well");
            assertTrue(stranger.out().startsWith("{\"passed\":0,\"failed\":0,\"notRun\":10,"), stranger.out());
            ClientKey key = ingress.register("kit", EnumSet.allOf(Scope.class));
            Path file = home.resolve("key.json");
            key.write(file);
            CommandLineRun known =
                    CommandLineRun.of("conformance", "--socket", ingress.socket(), "--only", "method", "--key", file);
            assertEquals(0, known.exitCode(), known.out());
            assertTrue(known.out().contains("passed  method.ping: ping takes nothing.\n"), known.out());
            assertTrue(known.out().endsWith("10 kept, 0 broken, 0 not run.\n"), known.out());
        }
    }

    @Test
    void whatCannotBeLookedAtIsSaidInOneSentence() throws Exception {
        CommandLineRun nobody = CommandLineRun.of("conformance", "--socket", home.resolve("none.sock"));
        assertEquals(2, nobody.exitCode());
        assertTrue(nobody.err().contains("nobody listens there"), nobody.err());
        Path file = Files.writeString(home.resolve("key.json"), "{}");
        CommandLineRun dead = CommandLineRun.of("conformance", "--socket", file);
        assertEquals(2, dead.exitCode(), "a socket that a killed server left, or none at all: " + dead.out());
        assertTrue(dead.err().contains("nobody listens there"), dead.err());
        CommandLineRun noKey = CommandLineRun.of("conformance", "--socket", file, "--key", file);
        assertEquals(2, noKey.exitCode());
        assertTrue(noKey.err().contains("is no key"), noKey.err());
        CommandLineRun noRule = CommandLineRun.of("conformance", "--only", "manners", "--", "/bin/true");
        assertEquals(2, noRule.exitCode());
        assertTrue(noRule.err().contains("no rule's id begins with \"manners\""), noRule.err());
        CommandLineRun noProgram = CommandLineRun.of("conformance", "--", home.resolve("nowhere"));
        assertEquals(2, noProgram.exitCode());
        assertTrue(noProgram.err().contains("check the words after --"), noProgram.err());
    }

    @Test
    void aProgramThatIsNoClientBreaksEveryRule() {
        CommandLineRun run = CommandLineRun.of("conformance", "--only", "hello", "--", "/bin/sh", "-c", "exit 1");
        assertEquals(1, run.exitCode(), run.out());
        assertTrue(run.out().contains("FAILED  hello.plain"), run.out());
        assertTrue(run.out().endsWith("0 kept, 3 broken, 0 not run.\n"), run.out());
    }
}
