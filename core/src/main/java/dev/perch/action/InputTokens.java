package dev.perch.action;

import dev.perch.model.InputToken;
import java.util.ArrayDeque;

/**
 * The ledger of input tokens: one for each real event, good once and for less than a second. Whoever has no token of it did
 * not come from the user. Render thread only.
 */
public final class InputTokens {
    /** For so long an event counts as the reason of what it caused. */
    public static final long LIFE_NANOS = 1_000_000_000L;

    /** More events than a person makes in a second; older ones are forgotten. */
    private static final int MOST = 64;

    private final ArrayDeque<InputToken> live = new ArrayDeque<>();
    private long serial;

    /** A ledger with no tokens. */
    public InputTokens() {}

    /** The token of an event that happened then. For the window's input alone. */
    public InputToken mint(long eventNanos) {
        if (live.size() == MOST) {
            live.removeFirst();
        }
        InputToken token = new InputToken(++serial, eventNanos);
        live.addLast(token);
        return token;
    }

    /**
     * Takes a token out of the ledger. A step may have begun a little before an event that it sees, so that one counts too.
     *
     * @return whether it was there and is young enough
     */
    public boolean redeem(InputToken token, long nowNanos) {
        boolean known = live.remove(token);
        long age = nowNanos - token.nanos();
        return known && age > -LIFE_NANOS && age < LIFE_NANOS;
    }
}
