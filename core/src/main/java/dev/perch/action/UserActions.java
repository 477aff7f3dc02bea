package dev.perch.action;

import dev.perch.link.LinkPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the user's own files allow pets to name. A pet's manifest can only point at these.
 *
 * @param workspaces folders by name
 * @param skills names of skills
 * @param links which links may be opened
 * @param commands by name
 * @param threadOpener a command line that opens a thread, with {@code {threadId}} as one of its elements; empty: none
 */
public record UserActions(
        Map<String, Path> workspaces,
        Set<String> skills,
        LinkPolicy links,
        Map<String, CommandSpec> commands,
        List<String> threadOpener) {
    /** A user who wrote nothing: pages of the web alone can be asked for. */
    public static final UserActions NONE =
            new UserActions(Map.of(), Set.of(), new LinkPolicy(Set.of(), Set.of()), Map.of(), List.of());

    /** Takes copies. */
    public UserActions {
        workspaces = Map.copyOf(workspaces);
        skills = Set.copyOf(skills);
        commands = Map.copyOf(commands);
        threadOpener = List.copyOf(threadOpener);
    }
}
