package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A companion in a process of its own, all of it but the window, and what it says to programs. */
final class WholeCompanionTest {
    private static final Path STATE = Workbench.userFolders().state();

    @TempDir
    private Path folder;

    @Test
    void itKeepsTheRulesOfDeliveriesForAProgramThatTheUserLetIn() throws Exception {
        keepsAll("delivery");
    }

    @Test
    @Tag("long")
    void itKeepsEveryRuleOfTheKit() throws Exception {
        keepsAll("");
    }

    private void keepsAll(String only) throws Exception {
        try (PerchProcess companion =
                PerchProcess.blind(folder, "run", "--pet", "pip", "--no-import", "--source", "demo")) {
            while (CommandLineRun.of("ingress", "on").exitCode() == RunningCompanion.NOBODY) {
                assertTrue(companion.alive(), companion.printed());
            }
            while (!CommandLineRun.of("ingress", "--json").out().contains("\"ingress\":\"on\"")) {
                assertTrue(companion.alive(), companion.printed());
            }
            CommandLineRun add = CommandLineRun.of("client", "add", "kit", "--scope", "all", "--unasked");
            assertEquals(0, add.exitCode(), add.err());
            CommandLineRun kit =
                    CommandLineRun.of("conformance", "--key", STATE.resolve("keys/kit.json"), "--only", only);
            assertEquals(0, kit.exitCode(), kit.out());
            assertTrue(kit.out().endsWith(" kept, 0 broken, 0 not run.\n"), kit.out());
            System.out.println(kit.out().lines().reduce("", (before, line) -> line));
            CommandLineRun events = CommandLineRun.of("events", "--count", "1", "--json");
            assertTrue(events.out().startsWith("{\"event\":\"reset\""), events.err());
            assertEquals(0, CommandLineRun.of("audit", "verify").exitCode());
            assertEquals(0, CommandLineRun.of("quit").exitCode());
            assertEquals(0, companion.exitCode(), companion.printed());
        } finally {
            for (String left : new String[] {"clients.json", "deliveries.jsonl", "keys/kit.json"}) {
                Files.deleteIfExists(STATE.resolve(left));
            }
            Files.deleteIfExists(Workbench.userFolders().config().resolve("config.json"));
        }
    }
}
