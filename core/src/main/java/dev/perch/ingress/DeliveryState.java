package dev.perch.ingress;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a delivery is. A receipt never says more than is known. */
public enum DeliveryState {
    /** Written down; nothing was sent. */
    RECEIVED(false),
    /** The user is asked whether it may be sent. */
    AWAITING_APPROVAL(false),
    /** Waits, here or in Codex's own queue, until its thread rests. */
    QUEUED(false),
    /** Is being sent. */
    DISPATCHED(false),
    /** Codex took it. */
    ACCEPTED(false),
    /** It stands in the thread's transcript. */
    OBSERVED(false),
    /** Its turn ended well, or what was asked is done. */
    COMPLETED(true),
    /** Its turn was interrupted. */
    INTERRUPTED(true),
    /** Codex refused it, or its turn failed, or it could not be sent. */
    FAILED(true),
    /** The user did not let it through, or its sender was shut out before it was sent. */
    DENIED(true),
    /** Its time was over before it was sent. */
    EXPIRED(true),
    /** The thread was not as the sender wanted it. */
    CONFLICT(true),
    /**
     * It was sent, and nobody knows whether it was taken. It is sent again only where its sender wants that and the user lets
     * it.
     */
    UNKNOWN(false);

    private final boolean last;

    DeliveryState(boolean last) {
        this.last = last;
    }

    /** Whether no other follows. */
    public boolean isLast() {
        return last;
    }

    /** As it is written. */
    public String word() {
        return this == AWAITING_APPROVAL ? "awaitingApproval" : name().toLowerCase(Locale.ROOT);
    }

    /** The state of that word. */
    public static Optional<DeliveryState> of(String word) {
        return Stream.of(values()).filter(state -> state.word().equals(word)).findFirst();
    }
}
