package dev.perch.ingress;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of a delivery so far.
 *
 * @param id names it; also the message's name in the transcript
 * @param client whose it is
 * @param key by which the client knows it
 * @param hash of what was asked
 * @param method as it was asked
 * @param thread what it is about; empty: a thread that is to begin
 * @param turn what it is in; empty: none is known
 * @param note more of the state, one clause; empty: none
 * @param createdMs when it was taken in, milliseconds since 1970
 */
public record Receipt(
        String id,
        String client,
        String key,
        String hash,
        String method,
        String thread,
        DeliveryState state,
        String turn,
        String note,
        long createdMs) {

    /** The note of one that waits there. */
    static final String IN_CODEX = "in Codex's own queue, not yet read";

    /** The note of a message that was to begin a turn, and met one that somebody else had begun. */
    static final String IN_ANOTHERS_TURN = "said into a turn that was running already";

    /** Whether it left Perch, and nobody has read it yet. */
    boolean isInCodex() {
        return note.equals(IN_CODEX);
    }

    /** Whether it is still to be sent; what lies in Codex's own queue left Perch. */
    boolean isWaiting() {
        return state == DeliveryState.RECEIVED || (state == DeliveryState.QUEUED && !isInCodex());
    }

    /** Whether more is to be heard of it; what is unknown may stay so. */
    boolean isUnderWay() {
        return !state.isLast() && state != DeliveryState.UNKNOWN;
    }

    Receipt at(DeliveryState next, String inThread, String inTurn, String why) {
        return new Receipt(id, client, key, hash, method, inThread, next, inTurn, why, createdMs);
    }

    /** For the client. */
    Map<String, Object> words() {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("receiptId", id);
        words.put("key", key);
        words.put("method", method);
        words.put("state", state.word());
        words.put("final", state.isLast());
        if (!thread.isEmpty()) {
            words.put("threadId", thread);
        }
        if (!turn.isEmpty()) {
            words.put("turnId", turn);
        }
        if (!note.isEmpty()) {
            words.put("note", note);
        }
        return words;
    }
}
