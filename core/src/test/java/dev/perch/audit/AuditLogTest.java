package dev.perch.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditLogTest {
    private static final long DAY = 24L * 3_600_000;

    @TempDir
    Path folder;

    private long wall = 1_000 * DAY;

    @Test
    void linesFollowEachOtherThroughDaysAndRestarts() throws IOException {
        for (int start = 0; start < 3; start++) {
            AuditLog log = new AuditLog(folder, () -> wall);
            log.append("decision", Map.of("pet", "p\n\u001b[2J"));
            log.append("effect", Map.of("pet", "p"));
            wall += DAY;
        }
        assertEquals(new AuditCheck.Finding(6, null), AuditCheck.walk(folder));
        assertEquals(2, AuditCheck.tail(folder, 2).size());
    }

    @Test
    void aLineThatIsChangedOrGoneIsFound() throws IOException {
        AuditLog log = new AuditLog(folder, () -> wall);
        for (int i = 0; i < 4; i++) {
            log.append("decision", Map.of("i", String.valueOf(i)));
        }
        Path file = AuditLog.files(folder).get(0);
        List<String> lines = Files.readAllLines(file);
        List<String> gone = new ArrayList<>(lines);
        gone.remove(1);
        Files.write(file, gone);
        assertNotNull(AuditCheck.walk(folder).fault());
        List<String> changed = new ArrayList<>(lines);
        changed.set(1, lines.get(1).replace("\"i\":\"1\"", "\"i\":\"9\""));
        Files.write(file, changed);
        assertNotNull(AuditCheck.walk(folder).fault());
        Files.write(file, lines);
        assertNull(AuditCheck.walk(folder).fault());
    }

    @Test
    void theNewestLineIsVouchedForToo() throws IOException {
        AuditLog log = new AuditLog(folder, () -> wall);
        for (int i = 0; i < 4; i++) {
            log.append("decision", Map.of("i", String.valueOf(i)));
        }
        Path file = AuditLog.files(folder).get(0);
        List<String> lines = Files.readAllLines(file);
        List<String> changed = new ArrayList<>(lines);
        changed.set(3, lines.get(3).replace("\"i\":\"3\"", "\"i\":\"9\""));
        Files.write(file, changed);
        assertFault(3, "line 4 was changed: it was the newest line, and the file head knows another");
        Files.write(file, lines.subList(0, 2));
        assertFault(2, "its end is cut off: the newest line has the number 2, and number 4 was written");
        log.append("decision", Map.of("i", "4"));
        assertFault(2, "line 3 does not follow the line before it");
        Files.delete(file);
        assertFault(0, "its end is cut off: the newest line has the number 0, and number 5 was written");
    }

    @Test
    void aHeadThatIsGoneOrDamagedIsToldAndTheNextLineMakesItAnew() throws IOException {
        AuditLog log = new AuditLog(folder, () -> wall);
        log.append("decision", Map.of());
        log.append("decision", Map.of());
        Path head = folder.resolve("head");
        Files.delete(head);
        assertFault(2, "the file head, which knows the newest line, is gone");
        Files.writeString(head, "2 x");
        assertFault(0, "the file head, which knows the newest line, is damaged");
        log.append("decision", Map.of());
        assertEquals(new AuditCheck.Finding(3, null), AuditCheck.walk(folder));
    }

    @Test
    void aCrashBetweenALineAndItsHeadIsNoFault() throws IOException {
        AuditLog log = new AuditLog(folder, () -> wall);
        byte[] before = null;
        for (int i = 0; i < 3; i++) {
            log.append("decision", Map.of());
            if (before == null) {
                Files.delete(folder.resolve("head"));
            } else {
                Files.write(folder.resolve("head"), before);
            }
            assertEquals(new AuditCheck.Finding(i * 2 + 1, null), AuditCheck.walk(folder));
            log.append("decision", Map.of());
            before = Files.readAllBytes(folder.resolve("head"));
            assertEquals(new AuditCheck.Finding(i * 2 + 2, null), AuditCheck.walk(folder));
        }
    }

    @Test
    void aFullFileIsFollowedByAnotherOfThatDayAndTheChainHoldsOverBoth() throws IOException {
        AuditLog log = new AuditLog(folder, () -> wall);
        String long99k = "x".repeat(99_000);
        for (int i = 0; i < 110; i++) {
            log.append("decision", Map.of("text", long99k));
        }
        List<Path> files = AuditLog.files(folder);
        assertEquals(
                List.of("audit-19720927.jsonl", "audit-19720927_002.jsonl"),
                files.stream().map(file -> file.getFileName().toString()).toList());
        assertTrue(Files.size(files.get(0)) <= 10 << 20 && Files.size(files.get(0)) > (10 << 20) - 100_000);
        assertEquals(new AuditCheck.Finding(110, null), AuditCheck.walk(folder));
        Files.delete(files.get(0));
        assertFault(0, "its beginning is cut off: the oldest line has the number 106, and number 1 was kept");
    }

    @Test
    void tenFullFilesAreKeptAndTheChainHoldsFromTheOldestOfThem() throws IOException {
        AuditLog log = new AuditLog(folder, () -> wall, 400);
        for (int i = 0; i < 45; i++) {
            log.append("decision", Map.of("i", String.valueOf(i)));
            assertNull(AuditCheck.walk(folder).fault(), "after line " + (i + 1));
        }
        List<Path> files = AuditLog.files(folder);
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        assertTrue(bytes <= 4_400 && bytes > 3_000, files + " with " + bytes + " bytes");
        assertTrue(AuditCheck.walk(folder).lines() < 30);
        Files.delete(files.get(0));
        assertNotNull(AuditCheck.walk(folder).fault(), "what somebody takes away is told from what was too old");
    }

    @Test
    void thirtyDaysAreKept() throws IOException {
        AuditLog log = new AuditLog(folder, () -> wall);
        for (int day = 0; day < 40; day++) {
            log.append("decision", Map.of());
            wall += DAY;
        }
        assertEquals(new AuditCheck.Finding(31, null), AuditCheck.walk(folder));
    }

    @Test
    void aClockThatIsPutBackBreaksNoChain() throws IOException {
        AuditLog log = new AuditLog(folder, () -> wall);
        log.append("decision", Map.of());
        wall -= 3 * DAY;
        log.append("decision", Map.of());
        assertEquals(new AuditCheck.Finding(2, null), AuditCheck.walk(folder));
    }

    @Test
    void aLogOfAnOlderPerchIsGoneOnWith() throws IOException {
        AuditLog log = new AuditLog(folder, () -> wall);
        log.append("decision", Map.of());
        log.append("decision", Map.of());
        Path head = folder.resolve("head");
        Files.writeString(head, Files.readString(head).replaceAll(" \\d+\n", "\n"));
        assertEquals(new AuditCheck.Finding(2, null), AuditCheck.walk(folder));
        log.append("decision", Map.of());
        assertTrue(Files.readString(head).endsWith(" 1\n"), Files.readString(head));
    }

    @Test
    void twoWritersOfOneLogMakeOneChain() throws IOException {
        AuditLog one = new AuditLog(folder, () -> wall);
        AuditLog other = new AuditLog(folder, () -> wall);
        for (int i = 0; i < 5; i++) {
            one.append("decision", Map.of("by", "one"));
            other.append("grant", Map.of("by", "other"));
        }
        assertEquals(new AuditCheck.Finding(10, null), AuditCheck.walk(folder));
    }

    private void assertFault(long lines, String end) throws IOException {
        AuditCheck.Finding found = AuditCheck.walk(folder);
        assertEquals(lines, found.lines());
        assertNotNull(found.fault());
        assertTrue(found.fault().endsWith(end), found.fault());
    }

    @Test
    void aTornLineIsCutOffAtTheNextStart() throws IOException {
        new AuditLog(folder, () -> wall).append("decision", Map.of());
        Files.writeString(AuditLog.files(folder).get(0), "{\"ts\":\"20", StandardOpenOption.APPEND);
        new AuditLog(folder, () -> wall).append("decision", Map.of());
        assertEquals(new AuditCheck.Finding(2, null), AuditCheck.walk(folder));
    }
}
