package dev.perch.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a session stands, coarsely: what a badge tells. In snapshots it is the word under {@code status}. */
public enum SessionStatus {
    /** Nothing goes on. */
    IDLE(StatusSign.NONE),
    /** The agent works. */
    WORKING(StatusSign.WORKING),
    /** The agent waits until the user allows something. */
    WAITING_APPROVAL(StatusSign.NEEDS_INPUT),
    /** The agent waits for the user's answer. */
    WAITING_ANSWER(StatusSign.NEEDS_INPUT),
    /** Finished, and the user has not seen it yet. */
    READY(StatusSign.READY),
    /** The turn failed, or the system has an error. */
    FAILED(StatusSign.BLOCKED),
    /** The user stopped the turn; the agent can go on. */
    INTERRUPTED(StatusSign.NONE);

    private final StatusSign sign;

    SessionStatus(StatusSign sign) {
        this.sign = sign;
    }

    /** Whether a turn has ended so, which stands until the user has seen it. */
    public boolean isEnd() {
        return this == READY || this == FAILED || this == INTERRUPTED;
    }

    /** What a bubble shows for it. */
    public StatusSign sign() {
        return sign;
    }

    /** The word in snapshots, such as {@code waiting-approval}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The status of that word, or null. */
    public static @Nullable SessionStatus of(Object word) {
        for (SessionStatus status : values()) {
            if (status.word().equals(word)) {
                return status;
            }
        }
        return null;
    }

    /** What a state of a pet says of the session behind it, where the snapshot says no more. */
    public static SessionStatus of(PetAnimationState state) {
        return switch (state.id()) {
            case "idle", "sleeping" -> IDLE;
            case "waiting" -> WAITING_ANSWER;
            case "failed" -> FAILED;
            case "review", "celebrating" -> READY;
            default -> WORKING;
        };
    }
}
