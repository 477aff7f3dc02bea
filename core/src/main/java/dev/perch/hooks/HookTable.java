package dev.perch.hooks;

import dev.perch.hooks.HookMeaning.Gone;
import dev.perch.hooks.HookMeaning.Ignored;
import dev.perch.hooks.HookMeaning.Now;
import dev.perch.hooks.HookMeaning.Over;
import dev.perch.model.ActivityCategory;
import dev.perch.model.PetAnimationState;
import dev.perch.model.SessionStatus;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What each event of each agent means. The first row of an event whose word fits counts; an event without a row is ignored.
 * Sources: Codex 0.169.0 run with all its events; Claude Code 2.1.330, Gemini CLI 0.61.0 and OpenCode 1.18.34 run with models of
 * their own through turns and questions; what these did not send, by the types of claude-agent-sdk 0.3.329 and of OpenCode's
 * plugins; the documents of Cursor, not run.
 */
public final class HookTable {
    private static final HookMeaning THINKING = working(ActivityCategory.THINKING);
    private static final HookMeaning COMPACTING = working(ActivityCategory.COMPACTING);
    private static final HookMeaning BY_TOOL = new Now(SessionStatus.WORKING, null, PetAnimationState.RUNNING);
    private static final HookMeaning APPROVAL =
            new Now(SessionStatus.WAITING_APPROVAL, ActivityCategory.WAITING_APPROVAL, PetAnimationState.WAITING);
    private static final HookMeaning ANSWER =
            new Now(SessionStatus.WAITING_ANSWER, ActivityCategory.WAITING_ANSWER, PetAnimationState.WAITING);
    private static final HookMeaning READY =
            new Now(SessionStatus.READY, ActivityCategory.DONE_UNREAD, PetAnimationState.REVIEW);
    private static final HookMeaning FAILED =
            new Now(SessionStatus.FAILED, ActivityCategory.FAILED, PetAnimationState.FAILED);
    private static final HookMeaning INTERRUPTED =
            new Now(SessionStatus.INTERRUPTED, ActivityCategory.INTERRUPTED, PetAnimationState.IDLE);
    private static final HookMeaning OVER = new Over();
    private static final HookMeaning GONE = new Gone();
    private static final HookMeaning UNKNOWN = new Ignored("Perch does not know this event");

    /**
     * One row.
     *
     * @param event the agent's word for the event
     * @param word which kind of it, such as a notification's type; empty for any
     * @param meaning what it comes to
     */
    record Row(String event, String word, HookMeaning meaning) {}

    private static final Map<HookAgent, List<Row>> TABLE = Map.of(
            HookAgent.CODEX, codex(),
            HookAgent.CLAUDE, claude(),
            HookAgent.GEMINI, gemini(),
            HookAgent.CURSOR, cursor(),
            HookAgent.OPENCODE, opencode());

    private HookTable() {}

    /** The events that an agent's settings should hand over: those that change something, each once. */
    public static Set<String> wanted(HookAgent agent) {
        Set<String> events = new LinkedHashSet<>();
        for (Row row : rows(agent)) {
            if (!(row.meaning instanceof Ignored)) {
                events.add(row.event);
            }
        }
        return events;
    }

    static HookMeaning of(HookEvent event) {
        for (Row row : rows(event.agent())) {
            if (row.event.equals(event.name()) && (row.word.isEmpty() || row.word.equals(event.word()))) {
                return row.meaning;
            }
        }
        return UNKNOWN;
    }

    static List<Row> rows(HookAgent agent) {
        return TABLE.getOrDefault(agent, List.of());
    }

    private static HookMeaning working(ActivityCategory activity) {
        return new Now(SessionStatus.WORKING, activity, PetAnimationState.RUNNING);
    }

    private static List<Row> codex() {
        List<Row> rows = new ArrayList<>();
        rows.add(ignored("SessionStart", "comes at the first turn, which UserPromptSubmit tells"));
        rows.add(row("UserPromptSubmit", THINKING));
        rows.add(row("PreModelRequest", THINKING));
        // Codex tries again; only the end of the session tells that it gave up.
        rows.add(row("PostModelRequest", "failed", working(ActivityCategory.RETRYING)));
        rows.add(ignored("PostModelRequest", "what follows tells more"));
        rows.add(row("PreToolUse", BY_TOOL));
        rows.add(row("PostToolUse", THINKING));
        rows.add(row("PermissionRequest", APPROVAL));
        rows.add(row("SubagentStart", THINKING));
        rows.add(row("SubagentStop", OVER));
        rows.add(row("PreCompact", COMPACTING));
        rows.add(row("PostCompact", "manual", OVER));
        rows.add(row("PostCompact", THINKING));
        rows.add(row("Stop", READY));
        rows.add(row("Interrupt", INTERRUPTED));
        rows.add(row("SessionEnd", OVER));
        return List.copyOf(rows);
    }

    private static List<Row> claude() {
        List<Row> rows = new ArrayList<>();
        rows.add(row("SessionStart", OVER));
        rows.add(row("UserPromptSubmit", THINKING));
        rows.add(row("PreToolUse", BY_TOOL));
        rows.add(row("PostToolUse", THINKING));
        rows.add(row("PostToolUseFailure", "is_interrupt", INTERRUPTED));
        rows.add(row("PostToolUseFailure", THINKING));
        rows.add(row("PostToolBatch", THINKING));
        rows.add(row("PermissionRequest", APPROVAL));
        rows.add(row("PermissionDenied", THINKING));
        rows.add(row("Notification", "permission_prompt", APPROVAL));
        rows.add(row("Notification", "elicitation_dialog", ANSWER));
        rows.add(ignored("Notification", "idle_prompt and the rest change nothing that Stop has not told"));
        rows.add(row("Elicitation", ANSWER));
        rows.add(row("ElicitationResult", THINKING));
        rows.add(row("SubagentStart", THINKING));
        rows.add(row("SubagentStop", OVER));
        rows.add(row("PreCompact", COMPACTING));
        rows.add(row("PostCompact", "manual", OVER));
        rows.add(row("PostCompact", THINKING));
        rows.add(row("Stop", READY));
        rows.add(row("StopFailure", FAILED));
        rows.add(row("SessionEnd", "other", OVER));
        rows.add(row("SessionEnd", GONE));
        for (String event :
                List.of("UserPromptExpansion", "Setup", "InstructionsLoaded", "CwdChanged", "ConfigChange")) {
            rows.add(ignored(event, "is about how the session is set up"));
        }
        for (String event : List.of("PreModelSwitch", "PostModelSwitch", "MessageDisplay")) {
            rows.add(ignored(event, "the turn goes on as it was"));
        }
        for (String event : List.of("TeammateIdle", "TaskCreated", "TaskCompleted")) {
            rows.add(ignored(event, "is about a list of tasks, not about this session's turn"));
        }
        for (String event : List.of("WorktreeCreate", "WorktreeRemove", "FileChanged", "DirectoryAdded")) {
            rows.add(ignored(event, "is about files"));
        }
        return List.copyOf(rows);
    }

    private static List<Row> gemini() {
        return List.of(
                row("SessionStart", OVER),
                row("BeforeAgent", THINKING),
                row("BeforeTool", BY_TOOL),
                row("AfterTool", THINKING),
                row("Notification", "ToolPermission", APPROVAL),
                ignored("Notification", "says nothing else that is known"),
                row("PreCompress", "manual", COMPACTING),
                row("PreCompress", THINKING), // comes before each request, whether or not there is anything to compress
                row("AfterAgent", READY),
                row("SessionEnd", "exit", OVER), // at the end of a run without a terminal, too
                row("SessionEnd", GONE),
                ignored("BeforeModel", "the turn goes on as it was"),
                ignored("AfterModel", "the turn goes on as it was"),
                ignored("BeforeToolSelection", "the turn goes on as it was"));
    }

    private static List<Row> cursor() {
        return List.of(
                row("beforeSubmitPrompt", THINKING),
                row("beforeShellExecution", working(ActivityCategory.RUNNING_COMMAND)),
                row("afterShellExecution", THINKING),
                row("beforeMCPExecution", working(ActivityCategory.CALLING_TOOL)),
                row("afterMCPExecution", THINKING),
                row("beforeReadFile", working(ActivityCategory.READING)),
                row("afterFileEdit", working(ActivityCategory.EDITING)),
                row("preToolUse", BY_TOOL),
                row("postToolUse", THINKING),
                row("postToolUseFailure", THINKING),
                row("afterAgentThought", THINKING),
                row("preCompact", COMPACTING),
                row("stop", "completed", READY),
                row("stop", "aborted", INTERRUPTED),
                row("stop", "error", FAILED),
                row("sessionEnd", GONE),
                ignored("sessionStart", "nothing was asked yet"),
                ignored("afterAgentResponse", "what follows tells more"),
                ignored("subagentStart", "whose it is, is not known"),
                ignored("subagentStop", "whose it is, is not known"),
                ignored("beforeTabFileRead", "is about completions"),
                ignored("afterTabFileEdit", "is about completions"));
    }

    /** What its plugin of Perch's hands over: events of its bus, and its hooks. */
    private static List<Row> opencode() {
        return List.of(
                row("chat.message", THINKING),
                row("tool.execute.before", BY_TOOL),
                row("tool.execute.after", THINKING),
                row("experimental.session.compacting", COMPACTING),
                row("session.status", "busy", THINKING),
                row("session.status", "retry", working(ActivityCategory.RETRYING)),
                ignored("session.status", "session.idle tells it"),
                row("permission.asked", APPROVAL),
                row("permission.updated", APPROVAL), // the older name of the same
                row("permission.replied", THINKING),
                row("question.asked", ANSWER),
                row("question.replied", THINKING),
                row("question.rejected", THINKING),
                row("session.error", "MessageAbortedError", INTERRUPTED),
                row("session.error", FAILED),
                row("session.idle", READY),
                row("session.deleted", GONE),
                ignored("session.created", "nothing was asked yet"),
                ignored("session.compacted", "the turn goes on as it was"),
                ignored("session.updated", "is about the session's title"));
    }

    private static Row row(String event, HookMeaning meaning) {
        return new Row(event, "", meaning);
    }

    private static Row row(String event, String word, HookMeaning meaning) {
        return new Row(event, word, meaning);
    }

    private static Row ignored(String event, String because) {
        return new Row(event, "", new Ignored(because));
    }
}
