package dev.perch.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class HookSettingsTest {
    private static final String COMMAND = "'/home/me/perch-hook' claude '/home/me/hooks'";

    @ParameterizedTest
    @EnumSource(value = HookAgent.class, mode = EnumSource.Mode.EXCLUDE, names = "OPENCODE")
    void whatIsInstalledCanBeRemovedAgain(HookAgent agent) {
        HookSettings hooks = new HookSettings(agent);
        Map<String, Object> before = new LinkedHashMap<>();
        before.put("theme", "dark");
        before.put("version", 1);
        Map<String, Object> installed = hooks.installed(before, COMMAND);

        assertEquals(List.copyOf(HookTable.wanted(agent)), hooks.events(installed));
        assertEquals(installed, hooks.installed(installed, COMMAND));
        assertEquals(before, hooks.removed(installed));
    }

    @Test
    void theHooksOfOthersStay() {
        HookSettings hooks = new HookSettings(HookAgent.CLAUDE);
        Object other = Map.of("matcher", "Bash", "hooks", List.of(Map.of("type", "command", "command", "lint")));
        Map<String, Object> before = Map.of("hooks", Map.of("Stop", List.of(other), "Setup", List.of(other)));
        Map<String, Object> installed = hooks.installed(before, COMMAND);

        assertEquals(2, ((List<?>) ((Map<?, ?>) installed.get("hooks")).get("Stop")).size());
        assertEquals(before, hooks.removed(installed));
    }

    @Test
    void anOlderCommandIsReplaced() {
        HookSettings hooks = new HookSettings(HookAgent.CODEX);
        Map<String, Object> old = hooks.installed(Map.of(), "/elsewhere/perch-hook codex /old");

        assertEquals(hooks.installed(Map.of(), COMMAND), hooks.installed(old, COMMAND));
    }

    @Test
    void settingsOfAnotherShapeAreRefused() {
        HookSettings hooks = new HookSettings(HookAgent.CLAUDE);

        assertThrows(IllegalArgumentException.class, () -> hooks.installed(Map.of("hooks", 7), COMMAND));
        assertThrows(
                IllegalArgumentException.class, () -> hooks.installed(Map.of("hooks", Map.of("Stop", "x")), COMMAND));
    }
}
