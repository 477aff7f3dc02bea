package dev.perch.hooks;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An agent whose hooks Perch understands. */
public enum HookAgent {
    CODEX("Codex"),
    CLAUDE("Claude Code"),
    GEMINI("Gemini CLI"),
    CURSOR("Cursor"),
    OPENCODE("OpenCode");

    private final String displayName;

    HookAgent(String displayName) {
        this.displayName = displayName;
    }

    /** What the user reads. */
    public String displayName() {
        return displayName;
    }

    /** The word on command lines, such as {@code claude}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The agent of that word, or null. */
    public static @Nullable HookAgent of(String word) {
        for (HookAgent agent : values()) {
            if (agent.word().equals(word)) {
                return agent;
            }
        }
        return null;
    }
}
