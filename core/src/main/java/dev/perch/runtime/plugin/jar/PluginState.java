package dev.perch.runtime.plugin.jar;

import org.jspecify.annotations.Nullable;

/**
 * How a jar of the user is.
 *
 * @param jar which one; its hash is empty where it cannot be read
 * @param phase whether it runs
 * @param why it does not, or null
 */
public record PluginState(
        PluginJar jar, Phase phase, @Nullable String why) {
    /** Whether a jar runs. */
    public enum Phase {
        /** It is loaded with the next start. */
        TRUSTED,
        /** The user has not agreed to these bytes. */
        NOT_TRUSTED,
        /** It was switched off for its faults. */
        OFF,
        /** It is no jar that can be read. */
        UNREADABLE
    }
}
