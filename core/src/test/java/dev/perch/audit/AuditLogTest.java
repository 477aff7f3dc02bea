package dev.perch.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

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
    void aTornLineIsCutOffAtTheNextStart() throws IOException {
        new AuditLog(folder, () -> wall).append("decision", Map.of());
        Files.writeString(AuditLog.files(folder).get(0), "{\"ts\":\"20", StandardOpenOption.APPEND);
        new AuditLog(folder, () -> wall).append("decision", Map.of());
        assertEquals(new AuditCheck.Finding(2, null), AuditCheck.walk(folder));
    }
}
