package dev.perch.hooks;

import com.fasterxml.jackson.core.JsonParser;
import dev.perch.hooks.HookMeaning.Now;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import dev.perch.model.ActivityCategory;
import dev.perch.model.PetAnimationState;
import dev.perch.model.SessionStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a line of an agent's own log lets one guess. A log says what was done, not what is waited for: no line ever means that
 * an agent asks something. Sources: rollouts of Codex 0.169.0 and transcripts of Claude Code 2.1.330.
 *
 * @param meaning what the session is at, by this line; null: it says nothing of that
 * @param session the agent's name for it; null: the file's name has it
 * @param cwd the folder that it works in, where the line says so
 * @param tool which tool was called, where one was
 */
record LogLine(
        @Nullable Now meaning,
        @Nullable String session,
        @Nullable String cwd,
        @Nullable String tool) {
    /** Of a file no more than this is read at once, so no line is longer. */
    static final int MOST_BYTES = 256 * 1024;

    private static final StrictJson JSON =
            new StrictJson(new StrictJson.Limits(64, 1024, MOST_BYTES, 1024, MOST_BYTES));
    private static final Now THINKING =
            new Now(SessionStatus.WORKING, ActivityCategory.THINKING, PetAnimationState.RUNNING);
    private static final Now BY_TOOL = new Now(SessionStatus.WORKING, null, PetAnimationState.RUNNING);
    private static final Now READY =
            new Now(SessionStatus.READY, ActivityCategory.DONE_UNREAD, PetAnimationState.REVIEW);
    private static final Now FAILED = new Now(SessionStatus.FAILED, ActivityCategory.FAILED, PetAnimationState.FAILED);
    private static final Now INTERRUPTED =
            new Now(SessionStatus.INTERRUPTED, ActivityCategory.INTERRUPTED, PetAnimationState.IDLE);
    private static final Set<String> CALLS = Set.of("function_call", "custom_tool_call", "local_shell_call");
    private static final String INTERRUPTION = "[Request interrupted by user";

    /** Reads one. @throws IOException when it is no JSON object under the limits */
    static LogLine read(HookAgent agent, byte[] bytes, int from, int to) throws IOException {
        Map<?, ?> line;
        try (JsonParser json = JSON.parser(bytes, from, to)) {
            line = JsonTree.readObject(json);
        }
        return agent == HookAgent.CODEX ? codex(line) : claude(line);
    }

    private static LogLine codex(Map<?, ?> line) {
        Map<?, ?> payload = object(line.get("payload"));
        String type = text(payload, "type");
        String cwd = text(payload, "cwd");
        String tool = tool(text(payload, "name"));
        return new LogLine(codex(String.valueOf(line.get("type")), type == null ? "" : type, payload), null, cwd, tool);
    }

    private static @Nullable Now codex(String kind, String type, Map<?, ?> payload) {
        if (kind.equals("response_item")) {
            return CALLS.contains(type) ? BY_TOOL : type.endsWith("_output") ? THINKING : null;
        }
        if (!kind.equals("event_msg")) {
            return null;
        }
        return switch (type) {
            case "task_started" -> THINKING;
            case "task_complete" -> payload.get("error") == null ? READY : FAILED;
            case "turn_aborted" -> INTERRUPTED;
            default -> null;
        };
    }

    private static LogLine claude(Map<?, ?> line) {
        String session = text(line, "sessionId");
        String cwd = text(line, "cwd");
        boolean besides = Boolean.TRUE.equals(line.get("isSidechain")) || Boolean.TRUE.equals(line.get("isMeta"));
        Map<?, ?> message = object(line.get("message"));
        if (besides || session == null) {
            return new LogLine(null, session, cwd, null);
        }
        if ("user".equals(line.get("type"))) {
            return new LogLine(isInterruption(message.get("content")) ? INTERRUPTED : THINKING, session, cwd, null);
        }
        if (!"assistant".equals(line.get("type"))) {
            return new LogLine(null, session, cwd, null);
        }
        if (Boolean.TRUE.equals(line.get("isApiErrorMessage"))) {
            return new LogLine(FAILED, session, cwd, null);
        }
        String called = lastCall(message.get("content"));
        Now now = "end_turn".equals(message.get("stop_reason")) ? READY : called == null ? THINKING : BY_TOOL;
        return new LogLine(now, session, cwd, tool(called));
    }

    private static boolean isInterruption(@Nullable Object content) {
        if (content instanceof List<?> parts) {
            return parts.size() == 1 && isInterruption(object(parts.get(0)).get("text"));
        }
        return content instanceof String said && said.startsWith(INTERRUPTION);
    }

    private static @Nullable String lastCall(@Nullable Object content) {
        String called = null;
        if (content instanceof List<?> parts) {
            for (Object part : parts) {
                if ("tool_use".equals(object(part).get("type"))) {
                    called = text(object(part), "name");
                }
            }
        }
        return called;
    }

    /** A tool that asks the user may have been answered long ago: it is not told. */
    private static @Nullable String tool(@Nullable String name) {
        return HookTool.activity(name) == ActivityCategory.WAITING_ANSWER ? null : name;
    }

    private static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static @Nullable String text(Map<?, ?> object, String name) {
        return object.get(name) instanceof String text && !text.isEmpty() && text.length() <= 4096 ? text : null;
    }
}
