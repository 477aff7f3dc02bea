package dev.perch.hooks;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.perch.json.StrictJson;
import dev.perch.model.Problem;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON object that an agent gives its hooks. Only a few short fields are looked at. A payload that was cut, since
 * a tool's output was long, still tells its event when those fields came before the cut.
 */
final class HookEventReader {
    /** What the hook program hands over at most. */
    static final int MOST_BYTES = 256 * 1024;

    private static final StrictJson JSON =
            new StrictJson(new StrictJson.Limits(64, 1024, MOST_BYTES, 1024, MOST_BYTES));
    private static final int LONGEST = 4096;
    private static final Set<String> SESSION = Set.of("session_id", "conversation_id");
    private static final Set<String> WORDS =
            Set.of("notification_type", "status", "reason", "source", "trigger", "is_interrupt");
    private static final Set<String> TEXTS =
            Set.of("hook_event_name", "cwd", "tool_name", "agent_id", "agent_type", "session_id", "conversation_id");

    private HookEventReader() {}

    /** An event, or a problem. */
    record Reading(@Nullable HookEvent event, @Nullable Problem problem) {}

    static Reading read(HookAgent agent, byte[] bytes) {
        Map<String, String> fields = new HashMap<>();
        boolean whole = false;
        try (JsonParser json = JSON.parser(bytes, 0, bytes.length)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                fields(json, fields);
                whole = true;
            }
        } catch (IOException cut) {
            // what was read before is all there is
        }
        String name = fields.get("hook_event_name");
        String session = session(fields);
        if (name == null || session == null) {
            return new Reading(
                    null,
                    Problem.warning(
                            "hook of " + agent.displayName(),
                            whole ? "names no event or no session" : "is no JSON object that could be read",
                            "run perch hooks status " + agent.word() + ", and update Perch"));
        }
        return new Reading(
                new HookEvent(
                        agent,
                        name,
                        session,
                        fields.get("cwd"),
                        fields.get("tool_name"),
                        fields.getOrDefault("word", ""),
                        fields.get("agent_id"),
                        fields.get("agent_type"),
                        fields.containsKey("goesOn")),
                null);
    }

    private static @Nullable String session(Map<String, String> fields) {
        for (String key : SESSION) {
            if (fields.containsKey(key)) {
                return fields.get(key);
            }
        }
        return null;
    }

    private static void fields(JsonParser json, Map<String, String> fields) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_ARRAY) {
                array(json, key, fields);
            } else if (token == JsonToken.START_OBJECT) {
                json.skipChildren();
            } else if (TEXTS.contains(key) || WORDS.contains(key)) {
                text(json, token, key, fields);
            }
        }
    }

    private static void text(JsonParser json, JsonToken token, String key, Map<String, String> fields)
            throws IOException {
        boolean told = token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_TRUE;
        if (told && json.getTextLength() <= LONGEST) {
            fields.put(WORDS.contains(key) ? "word" : key, token == JsonToken.VALUE_TRUE ? key : json.getText());
        }
    }

    /** Cursor names its folders in a list; Claude lists what goes on after the turn. */
    private static void array(JsonParser json, String key, Map<String, String> fields) throws IOException {
        JsonToken first = json.nextToken();
        if (first == JsonToken.END_ARRAY) {
            return;
        }
        if (key.equals("background_tasks")) {
            fields.put("goesOn", key);
        } else if (key.equals("workspace_roots") && first == JsonToken.VALUE_STRING) {
            fields.put("cwd", json.getText());
        }
        while (first != null && first != JsonToken.END_ARRAY) {
            json.skipChildren();
            first = json.nextToken();
        }
    }
}
