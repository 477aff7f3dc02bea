package dev.perch.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of what Perch makes of what the server says. */
final class CodexMethodTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "codex-methods.md");

    @Test
    void everythingThatTheServerMaySayIsListedOnceWithAReason() throws IOException {
        List<String> listed = CodexMethod.ALL.stream()
                .map(method -> (method.request() ? "request " : "notice ") + method.name())
                .toList();
        assertEquals(97, listed.size());
        assertEquals(new TreeSet<>(schema()), new TreeSet<>(listed));
        assertTrue(CodexMethod.ALL.stream().noneMatch(method -> method.reason().isBlank()));
    }

    @Test
    void theFiveQuestionsToTheUserAreTheCards() {
        Set<String> cards = CodexMethod.ALL.stream()
                .filter(method -> method.use() == CodexMethod.Use.CARD)
                .map(CodexMethod::name)
                .collect(Collectors.toSet());
        for (String card : cards) {
            assertTrue(Ask.Kind.of(card) != null, card);
        }
        assertEquals(Ask.Kind.values().length, cards.size());
    }

    @Test
    void theDocumentIsTheTable() throws IOException {
        String document = document();
        if (Boolean.getBoolean("perch.golden.accept")) {
            Files.writeString(DOCUMENT, document);
        }
        assertEquals(document, Files.readString(DOCUMENT), "write it anew with ./test --accept-goldens");
    }

    private static String document() {
        StringBuilder page =
                new StringBuilder("# What Perch makes of what Codex says\n\nGenerated from `CodexMethod` and"
                        + " `BridgeRule`; app-server " + ServerVersion.MEASURED + ".\n");
        table(page, "Requests (nothing but the user's own input ever answers one)", true);
        table(page, "Notices", false);
        page.append("\n## How a thread is told: the first rule that applies\n\n");
        page.append("| rule | status | pet | because |\n|---|---|---|---|\n");
        for (BridgeRule rule : BridgeRule.values()) {
            page.append(String.format(
                    "| %s | %s | %s | %s |%n",
                    rule.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    rule.status().word(),
                    rule.state(),
                    rule.reason()));
        }
        return page.toString();
    }

    private static void table(StringBuilder page, String title, boolean requests) {
        page.append("\n## ").append(title).append("\n\n| method | becomes | because |\n|---|---|---|\n");
        for (CodexMethod method : CodexMethod.ALL) {
            if (method.request() == requests) {
                String use = method.use().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                page.append(String.format("| `%s` | %s | %s |%n", method.name(), use, method.reason()));
            }
        }
    }

    private static List<String> schema() throws IOException {
        try (InputStream in = CodexMethodTest.class.getResourceAsStream("methods-0.169.0.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
