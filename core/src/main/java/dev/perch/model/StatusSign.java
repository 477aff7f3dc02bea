package dev.perch.model;

/** What a bubble says of a session at a glance. The labels are those of Codex's own overlay. */
public enum StatusSign {
    /** Nothing to say: idle, or a message that is about no session. */
    NONE(""),
    /** The agent works. */
    WORKING("Running"),
    /** The agent waits for the user. */
    NEEDS_INPUT("Needs input"),
    /** The turn failed, was cancelled, or the system has an error. */
    BLOCKED("Blocked"),
    /** Finished, with something to look at. */
    READY("Ready");

    private final String label;

    StatusSign(String label) {
        this.label = label;
    }

    /** The word for it, for titles and for those who cannot see the sign; empty for {@link #NONE}. */
    public String label() {
        return label;
    }
}
