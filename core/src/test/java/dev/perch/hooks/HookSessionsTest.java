package dev.perch.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.RuntimeSnapshot;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HookSessionsTest {
    private final HookSessions sessions = new HookSessions();

    @Test
    void aTurnOfClaudeIsToldAsItGoes() {
        assertEquals("thinking working Thinking", claude("\"UserPromptSubmit\",\"prompt\":\"my secret\""));
        assertEquals("editing working Editing: Edit", claude("\"PreToolUse\",\"tool_name\":\"Edit\""));
        assertEquals(
                "waiting waiting-approval Asks for permission: Edit",
                claude("\"PermissionRequest\",\"tool_name\":\"Edit\""));
        assertEquals("thinking working Thinking: Edit", claude("\"PostToolUse\",\"tool_name\":\"Edit\""));
        assertEquals("review ready Finished", claude("\"Stop\""));
        assertEquals("nothing", claude("\"Notification\",\"notification_type\":\"idle_prompt\""));
        assertEquals("idle idle null", claude("\"SessionEnd\",\"reason\":\"prompt_input_exit\""));
    }

    @Test
    void aQuestionOfClaudeWaitsForTheUser() {
        assertEquals(
                "waiting waiting-answer Asks you something",
                claude("\"PreToolUse\",\"tool_name\":\"AskUserQuestion\""));
        assertEquals("waiting waiting-answer Asks you something", claude("\"Elicitation\",\"message\":\"?\""));
    }

    @Test
    void aStopWithWorkInTheBackgroundIsNoEnd() {
        assertEquals(
                "running-command working Running a command", claude("\"Stop\",\"background_tasks\":[{\"id\":1},[2]]"));
        assertEquals("review ready Finished", claude("\"Stop\",\"background_tasks\":[]"));
    }

    @Test
    void whatIsReadyOrFailedStaysWhenTheAgentEnds() {
        claude("\"StopFailure\",\"error\":\"rate_limit\"");
        assertEquals("nothing", claude("\"SessionEnd\",\"reason\":\"other\""));
    }

    @Test
    void anErrorOfCodexIsAFailureOnlyWhenItGaveUp() {
        assertEquals(
                "retrying working Trying again after an error", codex("\"PostModelRequest\",\"status\":\"failed\""));
        assertEquals("thinking working Thinking", codex("\"PreModelRequest\""));
        codex("\"PostModelRequest\",\"status\":\"failed\"");
        assertEquals("failed failed The turn failed", codex("\"SessionEnd\",\"reason\":\"exit\""));
    }

    @Test
    void aSubAgentIsASessionOfItsOwn() {
        RuntimeSnapshot told =
                tell(HookAgent.CODEX, "\"SubagentStart\",\"agent_id\":\"child-1\",\"agent_type\":\"default\"");
        assertNotNull(told);
        assertEquals("child-1", told.session().id());
        assertEquals("s-1", told.metadata().get(RuntimeSnapshot.PARENT));
    }

    @Test
    void whatTheUserTypedIsNotRead() {
        RuntimeSnapshot told = tell(HookAgent.CLAUDE, "\"UserPromptSubmit\",\"prompt\":\"my secret\"");
        assertNotNull(told);
        assertFalse(told.toString().contains("secret"), told::toString);
    }

    @Test
    void aPayloadThatWasCutStillTellsItsEvent() {
        String cut =
                "{\"session_id\":\"s-1\",\"hook_event_name\":\"PreToolUse\",\"tool_name\":\"Bash\",\"tool_input\":{\"comm";
        HookEventReader.Reading reading = HookEventReader.read(HookAgent.CLAUDE, cut.getBytes(StandardCharsets.UTF_8));
        assertNotNull(reading.event());
        assertEquals("running-command working Running a command: Bash", words(sessions.tell(reading.event())));
    }

    @Test
    void aPayloadThatTellsNothingIsAProblem() {
        for (String bad :
                List.of("", "[]", "null", "{}", "{\"session_id\":7}", "\u0000", "{\"hook_event_name\":\"Stop\"}")) {
            HookEventReader.Reading reading =
                    HookEventReader.read(HookAgent.CODEX, bad.getBytes(StandardCharsets.UTF_8));
            assertNull(reading.event(), bad);
            assertNotNull(reading.problem(), bad);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "CODEX; Interrupt > idle interrupted Stopped",
                "CODEX; PermissionRequest > waiting waiting-approval Asks for permission: Bash",
                "CLAUDE; PermissionRequest > waiting waiting-approval Asks for permission: Bash",
                "CLAUDE; PreToolUse > running-command working Running a command: Bash",
                "CLAUDE; Stop > review ready Finished",
                "CLAUDE; SessionEnd > idle idle null",
                "GEMINI; PreCompress > thinking working Thinking",
                "GEMINI; Notification > waiting waiting-approval Asks for permission",
                "GEMINI; AfterAgent > review ready Finished",
                "GEMINI; SessionEnd > nothing",
                "OPENCODE; tool.execute.before > running-command working Running a command: bash",
                "OPENCODE; permission.asked > waiting waiting-approval Asks for permission: bash",
                "OPENCODE; session.idle > review ready Finished",
                "OPENCODE; session.error > failed failed The turn failed"
            })
    void everyEventThatTheRealAgentSentIsInTheTable(HookAgent agent, String expected) throws Exception {
        List<String> told = new ArrayList<>();
        for (String line : recorded(agent)) {
            HookEvent event = HookEventReader.read(agent, line.getBytes(StandardCharsets.UTF_8))
                    .event();
            assertNotNull(event, line);
            assertTrue(
                    HookTable.rows(agent).stream().anyMatch(row -> row.event().equals(event.name())), event.name());
            told.add(event.name() + " > " + words(sessions.tell(event)));
        }
        assertTrue(told.contains(expected), told::toString);
    }

    @Test
    void theTableKnowsAllEventsOfBothAgents() {
        assertEquals(14, events(HookAgent.CODEX).count());
        assertEquals(33, events(HookAgent.CLAUDE).count());
    }

    private static Stream<String> events(HookAgent agent) {
        return HookTable.rows(agent).stream().map(HookTable.Row::event).distinct();
    }

    private static List<String> recorded(HookAgent agent) throws Exception {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                HookSessionsTest.class.getResourceAsStream("/hooks/" + agent.word() + ".jsonl"),
                StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }

    private String claude(String event) {
        return words(tell(HookAgent.CLAUDE, event));
    }

    private String codex(String event) {
        return words(tell(HookAgent.CODEX, event));
    }

    private RuntimeSnapshot tell(HookAgent agent, String event) {
        String json = "{\"session_id\":\"s-1\",\"cwd\":\"/home/me/project\",\"hook_event_name\":" + event + "}";
        HookEvent read = HookEventReader.read(agent, json.getBytes(StandardCharsets.UTF_8))
                .event();
        assertNotNull(read, json);
        return sessions.tell(read);
    }

    private static String words(RuntimeSnapshot told) {
        return told == null ? "nothing" : told.state() + " " + told.metadata().get("status") + " " + told.body();
    }
}
