package dev.perch.bridge;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CodexHomeTest {
    @TempDir
    private Path home;

    @Test
    void petsAloneAreNoSignThatCodexHasRun() throws IOException {
        assertFalse(CodexSource.hasRun(Map.of(), home));
        Files.createDirectories(home.resolve(".codex/pets"));
        assertFalse(CodexSource.hasRun(Map.of(), home));
        Files.createDirectories(home.resolve(".codex/sessions"));
        assertTrue(CodexSource.hasRun(Map.of(), home));
        assertFalse(CodexSource.hasRun(Map.of("CODEX_HOME", home.toString()), home));
    }
}
