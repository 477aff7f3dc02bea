package dev.perch.model;

import java.util.Set;

/**
 * A key with what is held down with it.
 *
 * @param key {@code F1} to {@code F12}, or a capital letter; empty: a pointer's button, with the modifiers alone
 * @param modifiers held down
 */
public record KeyStroke(String key, Set<Modifier> modifiers) {
    /** Nothing held down. */
    public static final KeyStroke NONE = new KeyStroke("", Set.of());

    /** The keys that are held down with another. */
    public enum Modifier {
        SHIFT,
        CTRL,
        ALT,
        META
    }

    /** Takes a copy. */
    public KeyStroke {
        modifiers = Set.copyOf(modifiers);
    }
}
