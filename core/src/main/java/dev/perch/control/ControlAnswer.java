package dev.perch.control;

import org.jspecify.annotations.Nullable;

/**
 * What a companion answers to a command.
 *
 * @param pid the companion's process
 * @param version of the companion
 * @param error why the command was not done, in one sentence; null when it was
 * @param status when that was asked for
 */
public record ControlAnswer(
        long pid,
        String version,
        @Nullable String error,
        @Nullable StatusView status) {
    /** A command that was not done. */
    static ControlAnswer refusal(String sentence) {
        return new ControlAnswer(ProcessHandle.current().pid(), "", sentence, null);
    }

    /** Whether the command was done. */
    public boolean ok() {
        return error == null;
    }
}
