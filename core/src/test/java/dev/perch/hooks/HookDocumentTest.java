package dev.perch.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/hooks.md} says what the table does, row by row. */
final class HookDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/hooks.md");

    @ParameterizedTest
    @EnumSource(HookAgent.class)
    void theDocumentHasTheRowsOfTheTable(HookAgent agent) throws Exception {
        List<String> rows = HookTable.rows(agent).stream()
                .map(row -> "| `" + row.event() + "`" + (row.word().isEmpty() ? "" : " " + row.word()) + " | "
                        + words(row.meaning()) + " |")
                .toList();
        assertEquals(rows, documented(agent), String.join("\n", rows));
    }

    private static String words(HookMeaning meaning) {
        if (meaning instanceof HookMeaning.Now now) {
            return now.activity() == null ? "by its tool" : now.activity().word();
        }
        if (meaning instanceof HookMeaning.Ignored ignored) {
            return "nothing: " + ignored.because();
        }
        return meaning instanceof HookMeaning.Gone ? "over, you were there" : "over";
    }

    /** The rows under the agent's heading. */
    private static List<String> documented(HookAgent agent) throws IOException {
        List<String> rows = new ArrayList<>();
        boolean here = false;
        for (String line : Files.readAllLines(DOCUMENT)) {
            here = line.startsWith("#") ? line.equals("### " + agent.displayName()) : here;
            if (here && line.startsWith("| `")) {
                rows.add(line);
            }
        }
        return rows;
    }
}
