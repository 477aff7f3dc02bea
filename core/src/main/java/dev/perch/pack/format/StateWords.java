package dev.perch.pack.format;

import dev.perch.model.PetAnimationState;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of states as formats spell them. */
final class StateWords {
    /** The names of Codex's terminal program for rows of the sheet. */
    private static final Map<String, String> ALIASES = Map.of(
            "move-right", "running-right",
            "move-left", "running-left",
            "wave", "waving",
            "bounce", "jumping",
            "sad", "failed",
            "working", "running");

    private StateWords() {}

    /** {@code runningCommand}, {@code running_command} and {@code Running Command} are one; null when it is no word. */
    static @Nullable PetAnimationState of(String name) {
        String word = name.strip()
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("[ _]+", "-")
                .toLowerCase(Locale.ROOT);
        String known = ALIASES.getOrDefault(word, word);
        return PetAnimationState.isWord(known) ? new PetAnimationState(known) : null;
    }
}
