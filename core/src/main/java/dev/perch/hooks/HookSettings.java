package dev.perch.hooks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Perch's entries in an agent's own settings, as JSON trees: what else is there stays as it is, in its order. An entry is
 * Perch's when its command names {@link #PROGRAM}.
 */
public final class HookSettings {
    /** The name of the program that settings call. */
    public static final String PROGRAM = "perch-hook";

    private static final String HOOKS = "hooks";
    private static final int SECONDS = 5;
    private static final int MILLIS_A_SECOND = 1000;

    private final HookAgent agent;

    /** Those of that agent. */
    public HookSettings(HookAgent agent) {
        this.agent = agent;
    }

    /**
     * The settings with each event that matters handed to the command, and no other entry of Perch's.
     *
     * @throws IllegalArgumentException when hooks are not written as the agent writes them, with a clause for the user
     */
    public Map<String, @Nullable Object> installed(Map<String, @Nullable Object> settings, String command) {
        Map<String, @Nullable Object> result = removed(settings);
        if (agent == HookAgent.CURSOR) {
            result.putIfAbsent("version", 1);
        }
        Map<String, @Nullable Object> hooks = object(result.get(HOOKS));
        for (String event : HookTable.wanted(agent)) {
            List<@Nullable Object> entries = list(hooks.get(event));
            entries.add(entry(command));
            hooks.put(event, entries);
        }
        result.put(HOOKS, hooks);
        return result;
    }

    /**
     * The settings without Perch's entries, and without what only held them.
     *
     * @throws IllegalArgumentException as {@link #installed}
     */
    public Map<String, @Nullable Object> removed(Map<String, @Nullable Object> settings) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>(settings);
        if (!settings.containsKey(HOOKS)) {
            return result;
        }
        Map<String, @Nullable Object> hooks = object(settings.get(HOOKS));
        for (String event : List.copyOf(hooks.keySet())) {
            List<@Nullable Object> entries = list(hooks.get(event));
            if (entries.removeIf(HookSettings::isOurs)) {
                keep(hooks, event, entries);
            }
        }
        if (hooks.isEmpty()) {
            result.remove(HOOKS);
        } else {
            result.put(HOOKS, hooks);
        }
        return result;
    }

    /** The events that are handed to Perch; none when it is not installed. */
    public List<String> events(Map<String, @Nullable Object> settings) {
        List<String> events = new ArrayList<>();
        object(settings.get(HOOKS)).forEach((event, entries) -> {
            if (list(entries).stream().anyMatch(HookSettings::isOurs)) {
                events.add(event);
            }
        });
        return events;
    }

    private static void keep(Map<String, @Nullable Object> hooks, String event, List<@Nullable Object> entries) {
        if (entries.isEmpty()) {
            hooks.remove(event);
        } else {
            hooks.put(event, entries);
        }
    }

    private Map<String, @Nullable Object> entry(String command) {
        Map<String, @Nullable Object> call = new LinkedHashMap<>();
        if (agent == HookAgent.CURSOR) {
            call.put("command", command);
            return call;
        }
        call.put("type", "command");
        call.put("command", command);
        call.put("timeout", agent == HookAgent.GEMINI ? SECONDS * MILLIS_A_SECOND : SECONDS);
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put(HOOKS, List.of(call));
        return entry;
    }

    private static boolean isOurs(@Nullable Object entry) {
        if (!(entry instanceof Map<?, ?> map)) {
            return false;
        }
        if (map.get("command") instanceof String command && command.contains(PROGRAM)) {
            return true;
        }
        return map.get(HOOKS) instanceof List<?> calls
                && !calls.isEmpty()
                && calls.stream().allMatch(HookSettings::isOurs);
    }

    private static Map<String, @Nullable Object> object(@Nullable Object value) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        if (value == null) {
            return copy;
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("has hooks that are no object");
        }
        map.forEach((key, held) -> copy.put(String.valueOf(key), held));
        return copy;
    }

    private static List<@Nullable Object> list(@Nullable Object value) {
        if (value == null) {
            return new ArrayList<>();
        }
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException("has an event whose hooks are no list");
        }
        return new ArrayList<>(list);
    }
}
