package dev.perch.testkit;

import dev.perch.action.CommandSpec;
import dev.perch.action.UserActions;
import dev.perch.link.LinkPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A user whose files name the workspace {@code perch}, the skill {@code tidy}, the scheme {@code vscode} and the command
 * {@code build}.
 */
public final class TestUser {
    private TestUser() {}

    /**
     * What those files allow.
     *
     * @param target pattern of the command's one parameter
     * @param argv of the command, with <code>{target}</code> in it
     */
    public static UserActions files(String target, String... argv) {
        CommandSpec build = new CommandSpec(
                "build",
                Path.of("/usr/bin/make"),
                List.of(argv),
                Map.of("target", new CommandSpec.Param(Pattern.compile(target), 2_000)),
                Path.of("/home/me/perch"),
                List.of("HOME", "PATH"),
                1_000);
        return new UserActions(
                Map.of("perch", Path.of("/home/me/perch")),
                Set.of("tidy"),
                new LinkPolicy(Set.of("vscode"), Set.of()),
                Map.of("build", build),
                List.of("/usr/bin/xterm", "-e", "codex", "resume", "{threadId}"));
    }
}
