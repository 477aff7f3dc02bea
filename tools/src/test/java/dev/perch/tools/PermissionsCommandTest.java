package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.action.Grant;
import dev.perch.action.GrantBook;
import dev.perch.action.GrantFile;
import dev.perch.action.GrantKey;
import dev.perch.audit.AuditLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code perch permissions} and {@code perch audit}, as a shell sees them. */
final class PermissionsCommandTest {
    private static final Path STATE = Workbench.userFolders().state();
    private static final Path AUDIT = STATE.resolve("audit");

    private final GrantFile file = new GrantFile(STATE);

    @BeforeEach
    void permit() throws IOException {
        forget();
        file.save(new GrantBook(List.of(grant("board"), grant("build"), grant("tidy")), null));
    }

    @AfterEach
    void forget() throws IOException {
        Files.deleteIfExists(file.path());
        if (Files.isDirectory(AUDIT)) {
            try (Stream<Path> all = Files.list(AUDIT)) {
                for (Path one : all.toList()) {
                    Files.delete(one);
                }
            }
        }
    }

    @Test
    void whatIsTakenBackIsGoneFromTheListAndStandsInTheAudit() {
        CommandLineRun one = CommandLineRun.of("permissions", "revoke", "2");
        assertEquals("pip may no longer build unasked.\n", one.out(), one.err());
        String left = CommandLineRun.of("permissions").out();
        assertTrue(left.contains("pip board") && !left.contains("pip build"), left);
        assertEquals(0, CommandLineRun.of("permissions", "revoke", "--all").exitCode());
        assertEquals("Nothing is permitted.\n", CommandLineRun.of("permissions").out());
        List<String> audit =
                CommandLineRun.of("audit", "tail", "--json").out().lines().toList();
        assertEquals(2, audit.size(), audit::toString);
        assertTrue(audit.get(0)
                .contains("\"action\":\"build\",\"target\":\"program: /usr/bin/make\",\"decision\":\"revoked\""));
        assertTrue(audit.get(1).contains("\"action\":\"all\""));
    }

    @Test
    void anAuditThatWasCutIsToldWithTheLine() throws IOException {
        CommandLineRun.of("permissions", "revoke", "1");
        CommandLineRun.of("permissions", "revoke", "1");
        assertEquals(
                "2 lines, each follows the one before it, and the newest is there.\n",
                CommandLineRun.of("audit", "verify").out());
        Path day = AuditLog.files(AUDIT).get(0);
        Files.write(day, Files.readAllLines(day).subList(0, 1));
        CommandLineRun verify = CommandLineRun.of("audit", "verify");
        assertEquals(1, verify.err().lines().count(), verify.err());
        assertTrue(verify.err().contains("its end is cut off: the newest line has the number 1"), verify.err());
    }

    private static Grant grant(String action) {
        long now = System.currentTimeMillis();
        GrantKey key = new GrantKey("pip", "aa", action, "c", "program: /usr/bin/make");
        return new Grant(key, Grant.Ruling.ALLOW, Grant.Scope.DATE, now, now + Grant.LONGEST_MILLIS);
    }
}
