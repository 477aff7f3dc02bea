package dev.perch.action;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A command that the user wrote into {@code commands.json}.
 *
 * @param exe the program, an absolute path
 * @param argv its arguments: a literal each, or {@code {param}} alone
 * @param params what a pet may fill in
 * @param cwd where it runs; null: the user's home
 * @param env names of environment variables that it may see
 * @param timeoutMillis after which it is ended, with all that it started
 */
public record CommandSpec(
        String name,
        Path exe,
        List<String> argv,
        Map<String, Param> params,
        @Nullable Path cwd,
        List<String> env,
        int timeoutMillis) {
    /** Takes copies. */
    public CommandSpec {
        argv = List.copyOf(argv);
        params = Map.copyOf(params);
        env = List.copyOf(env);
    }

    /**
     * What one parameter may be.
     *
     * @param pattern that the whole value must match
     * @param most characters
     */
    public record Param(Pattern pattern, int most) {}
}
