package dev.perch.action;

import com.fasterxml.jackson.core.JsonParser;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import dev.perch.link.LinkPolicy;
import dev.perch.link.PlainWords;
import dev.perch.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the user allows pets to name: {@code actions.json} (workspaces, skills, schemes, loopback origins, how a thread is
 * opened) and {@code commands.json}. An entry that is not right is left out, and the user told why. Not for the render thread.
 */
public final class UserActionsFile {
    /** The file of workspaces, skills and links. */
    public static final String ACTIONS = "actions.json";

    /** The file of commands. */
    public static final String COMMANDS = "commands.json";

    private static final StrictJson JSON = new StrictJson(new StrictJson.Limits(8, 128, 4096, 32, 10_000));
    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_TIMEOUT = 30_000;
    private static final Set<String> KNOWN = Set.of("workspaces", "skills", "schemes", "loopback", "openThread");
    private static final Pattern ORIGIN =
            Pattern.compile("https?://(127\\.0\\.0\\.1|\\[::1]|localhost)(:[1-9]\\d{0,4})?");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

    private final Path folder;
    private final Consumer<Problem> notes;

    /**
     * The files of that folder.
     *
     * @param folder of the user's settings
     * @param notes told of what is left out
     */
    public UserActionsFile(Path folder, Consumer<Problem> notes) {
        this.folder = folder;
        this.notes = notes;
    }

    /** What the files say now. */
    public UserActions load() {
        Map<String, @Nullable Object> actions = object(ACTIONS);
        for (String key : actions.keySet()) {
            if (!KNOWN.contains(key)) {
                note(ACTIONS, "\"" + key + "\" is no setting of it");
            }
        }
        Map<String, Path> workspaces = new LinkedHashMap<>();
        map(actions, "workspaces").forEach((name, path) -> {
            if (path instanceof String text
                    && isAbsolute(text)
                    && PlainWords.fault(text, 200).isEmpty()) {
                workspaces.put(name, Path.of(text));
            } else {
                note(ACTIONS, "workspace \"" + name + "\" has no absolute path");
            }
        });
        Set<String> schemes = new LinkedHashSet<>();
        for (String scheme : texts(actions, "schemes")) {
            if (LinkPolicy.mayBeListed(scheme)) {
                schemes.add(scheme);
            } else {
                note(ACTIONS, "the scheme \"" + scheme + "\" can never be opened");
            }
        }
        Set<String> loopback = new LinkedHashSet<>();
        for (String origin : texts(actions, "loopback")) {
            if (ORIGIN.matcher(origin).matches()) {
                loopback.add(origin);
            } else {
                note(ACTIONS, "\"" + origin + "\" is no origin such as http://127.0.0.1:8080");
            }
        }
        return new UserActions(
                workspaces,
                Set.copyOf(texts(actions, "skills")),
                new LinkPolicy(schemes, loopback),
                commands(),
                opener(texts(actions, "openThread")));
    }

    private List<String> opener(List<String> argv) {
        if (argv.isEmpty()) {
            return argv;
        }
        boolean right = isAbsolute(argv.get(0)) && argv.contains("{threadId}");
        if (!right || !ShellGuard.fault(argv).isEmpty()) {
            note(ACTIONS, "\"openThread\" is no list of an absolute path and arguments, one of them \"{threadId}\"");
            return List.of();
        }
        return argv;
    }

    private Map<String, CommandSpec> commands() {
        Map<String, CommandSpec> commands = new LinkedHashMap<>();
        if (object(COMMANDS).get("commands") instanceof List<?> list) {
            for (Object entry : list) {
                try {
                    CommandSpec command = command((Map<?, ?>) entry);
                    if (commands.putIfAbsent(command.name(), command) != null) {
                        note(COMMANDS, "the command \"" + command.name() + "\" stands there twice");
                    }
                } catch (IllegalArgumentException | ClassCastException e) {
                    note(COMMANDS, "a command is left out (" + e.getMessage() + ")");
                }
            }
        }
        return commands;
    }

    private static CommandSpec command(Map<?, ?> json) {
        Set<String> known = Set.of("name", "exe", "argv", "params", "cwd", "env", "timeoutMs");
        for (Object key : json.keySet()) {
            check(known.contains(key), "unknown field " + key);
        }
        String name = text(json, "name");
        check(PlainWords.fault(name, 60).isEmpty(), "its name is not plain");
        check(isAbsolute(text(json, "exe")), name + ": exe is no absolute path");
        Path exe = Path.of(text(json, "exe"));
        List<String> argv = strings(json.get("argv"), name + ": argv");
        List<String> whole = new ArrayList<>();
        whole.add(exe.toString());
        whole.addAll(argv);
        String fault = ShellGuard.fault(whole);
        check(fault.isEmpty(), name + ": " + fault);
        Map<String, CommandSpec.Param> params = params(json.get("params"), name);
        for (String element : argv) {
            boolean filled = element.startsWith("{") && element.endsWith("}");
            check(
                    !filled || params.containsKey(element.substring(1, element.length() - 1)),
                    name + ": " + element + " is not among its params");
        }
        Object cwd = json.get("cwd");
        check(cwd == null || (cwd instanceof String text && isAbsolute(text)), name + ": cwd is no absolute path");
        List<String> env = strings(json.get("env"), name + ": env");
        check(env.stream().allMatch(each -> VARIABLE.matcher(each).matches()), name + ": env names no variable");
        int timeout = json.get("timeoutMs") instanceof Integer millis ? millis : MOST_TIMEOUT;
        check(timeout > 0 && timeout <= MOST_TIMEOUT, name + ": timeoutMs is not 1 to " + MOST_TIMEOUT);
        return new CommandSpec(
                name, exe, argv, params, cwd == null ? null : Path.of(String.valueOf(cwd)), env, timeout);
    }

    private static Map<String, CommandSpec.Param> params(@Nullable Object json, String name) {
        Map<String, CommandSpec.Param> params = new LinkedHashMap<>();
        if (json instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                check(value instanceof Map<?, ?>, name + ": param " + key + " is no object");
                Map<?, ?> rule = (Map<?, ?>) value;
                int most = rule.get("max") instanceof Integer max ? max : 200;
                try {
                    params.put(
                            String.valueOf(key), new CommandSpec.Param(Pattern.compile(text(rule, "pattern")), most));
                } catch (PatternSyntaxException e) {
                    throw new IllegalArgumentException(name + ": param " + key + " has no valid pattern", e);
                }
            });
        }
        return params;
    }

    private Map<String, @Nullable Object> object(String name) {
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(name));
            if (bytes.length > MOST_BYTES) {
                note(name, "is larger than 256 KiB");
                return Map.of();
            }
            try (JsonParser parser = JSON.parser(bytes, 0, bytes.length)) {
                return JsonTree.readObject(parser);
            }
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (IOException e) {
            note(name, "is no valid JSON object");
            return Map.of();
        }
    }

    private static Map<String, @Nullable Object> map(Map<String, @Nullable Object> object, String name) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (object.get(name) instanceof Map<?, ?> found) {
            found.forEach((key, value) -> map.put(String.valueOf(key), value));
        }
        return map;
    }

    private List<String> texts(Map<String, @Nullable Object> object, String name) {
        try {
            return strings(object.get(name), "\"" + name + "\"");
        } catch (IllegalArgumentException e) {
            note(ACTIONS, e.getMessage() + " and is left out");
            return List.of();
        }
    }

    private static boolean isAbsolute(String path) {
        try {
            return Path.of(path).isAbsolute();
        } catch (InvalidPathException unheld) {
            return false;
        }
    }

    private static List<String> strings(@Nullable Object json, String what) {
        List<String> strings = new ArrayList<>();
        check(json == null || json instanceof List, what + " is no list of texts");
        if (json instanceof List<?> list) {
            for (Object each : list) {
                check(each instanceof String, what + " is no list of texts");
                strings.add(String.valueOf(each));
            }
        }
        return strings;
    }

    private static String text(Map<?, ?> json, String name) {
        Object value = json.get(name);
        check(value instanceof String, "no " + name);
        return String.valueOf(value);
    }

    private static void check(boolean right, String fault) {
        if (!right) {
            throw new IllegalArgumentException(fault);
        }
    }

    private void note(String file, String what) {
        notes.accept(Problem.warning(file, what, "correct it; see docs/interactions.md"));
    }
}
