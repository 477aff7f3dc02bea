package dev.perch.hooks;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Where an agent keeps its logs.
 *
 * @param depth how many folders deep they lie
 */
record LogFolder(HookAgent agent, Path path, int depth) {
    /** Of a folder with more names, those of the latest dates are looked at. */
    private static final int MOST_NAMES = 5_000;

    private static final int UUID_CHARS = 36;

    /** Those of the user, by the environment variables that may name others. */
    static List<LogFolder> of(Map<String, String> env, Path home) {
        String codex = env.getOrDefault("CODEX_HOME", home.resolve(".codex").toString());
        String claude =
                env.getOrDefault("CLAUDE_CONFIG_DIR", home.resolve(".claude").toString());
        return List.of(
                new LogFolder(HookAgent.CODEX, Path.of(codex, "sessions"), 3),
                new LogFolder(HookAgent.CLAUDE, Path.of(claude, "projects"), 1));
    }

    /** The logs that were written since then, in milliseconds since 1970. Follows no links. */
    List<Path> writtenSince(long sinceMs) {
        List<Path> found = new ArrayList<>();
        collect(path, depth, sinceMs, new int[] {MOST_NAMES}, found);
        return found;
    }

    private void collect(Path folder, int deeper, long sinceMs, int[] left, List<Path> found) {
        for (Path name : names(folder, left)) {
            try {
                BasicFileAttributes is =
                        Files.readAttributes(name, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (is.isDirectory() && deeper > 0) {
                    collect(name, deeper - 1, sinceMs, left, found);
                } else if (is.isRegularFile()
                        && isLog(name)
                        && is.lastModifiedTime().toMillis() >= sinceMs) {
                    found.add(name);
                }
            } catch (IOException gone) {
                // it is not there any more, or not ours to see
            }
        }
    }

    private static List<Path> names(Path folder, int[] left) {
        List<Path> names = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path name : all) {
                if (left[0]-- <= 0) {
                    break;
                }
                names.add(name);
            }
        } catch (IOException | DirectoryIteratorException unread) {
            // no such folder: the agent has not run
        }
        names.sort(Comparator.reverseOrder());
        return names;
    }

    private static boolean isLog(Path name) {
        return name.toString().endsWith(".jsonl");
    }

    /** The session of a log by its name: a rollout's ends with it, a transcript's is it. */
    String session(Path log) {
        String name = String.valueOf(log.getFileName());
        String stem = name.substring(0, name.length() - ".jsonl".length());
        return agent == HookAgent.CODEX ? stem.substring(Math.max(0, stem.length() - UUID_CHARS)) : stem;
    }
}
