package dev.perch.tools;

import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import dev.perch.bridge.CodexSource;
import dev.perch.hooks.HookSnapshotSource;
import dev.perch.runtime.PerchFolders;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.plugin.PetRuntimeRegistry;
import dev.perch.runtime.plugin.Registration;
import dev.perch.settings.Setting;
import dev.perch.settings.Settings;
import dev.perch.settings.SettingsFile;
import dev.perch.source.DemoSession;
import dev.perch.source.SourceSpec;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns the words after {@code --source} into sources; what is wrong with them is the user's to mend. */
final class SourceWords {
    /** Stands for the sources that this machine has. */
    static final String AUTO = "auto";

    private SourceWords() {}

    /**
     * The words, with {@link #AUTO} replaced by what it stands for: the demo where no agent tells Perch anything.
     *
     * @param codex whether the user has run Codex; its daemon may start later
     */
    static List<String> expanded(List<String> words, PerchFolders folders, boolean codex) {
        List<String> expanded = new ArrayList<>();
        for (String word : words) {
            if (!word.equals(AUTO)) {
                expanded.add(word);
            } else {
                expanded.addAll(ofThisMachine(Files.exists(HookFiles.program(folders)) || byHttp(folders), codex));
            }
        }
        return expanded;
    }

    private static boolean byHttp(PerchFolders folders) {
        Settings settings = new SettingsFile(folders.config()).look().settings();
        return settings.value(Setting.STATUS_HTTP).equals("on")
                && settings.value(Setting.STATUS_HTTP_HOOKS).equals("on");
    }

    private static List<String> ofThisMachine(boolean hooks, boolean codex) {
        List<String> found = new ArrayList<>();
        if (codex) {
            found.add(CodexSource.ID);
        }
        if (hooks) {
            found.add(HookSnapshotSource.ID);
        }
        return found.isEmpty() ? List.of(DemoSession.ID) : found;
    }

    static SourceSpec parse(String words) throws ProblemException {
        try {
            return SourceSpec.parse(words);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(String.valueOf(e.getMessage()));
        }
    }

    static List<RuntimeSnapshotSource> sources(
            List<String> words, Map<String, Object> options, PetRuntimeRegistry registry) throws ProblemException {
        List<RuntimeSnapshotSourceFactory> factories = Registration.values(registry.snapshotSourceFactories());
        List<RuntimeSnapshotSource> sources = new ArrayList<>();
        for (String word : words) {
            try {
                sources.add(parse(word).create(factories, options));
            } catch (IllegalArgumentException e) {
                throw new ProblemException(String.valueOf(e.getMessage()));
            }
        }
        return sources;
    }
}
