package dev.perch.bridge;

import org.jspecify.annotations.Nullable;

/** What the server says: JSON-RPC 2.0 without the {@code jsonrpc} field. */
sealed interface Message {
    /** The server asks; the first answer of any client wins. */
    record Request(RequestId id, String method, Fields params) implements Message {}

    /**
     * The server tells.
     *
     * @param emittedAtMs by the server's clock, milliseconds since 1970; 0 when it does not say
     */
    record Notice(String method, Fields params, long emittedAtMs) implements Message {}

    /** The answer to a call. */
    record Result(long call, Fields result) implements Message {}

    /**
     * A call was refused.
     *
     * @param call null when the server could not tell which
     */
    record Refusal(@Nullable Long call, long code, String text) implements Message {
        /** "Server overloaded; retry later." */
        static final long OVERLOADED = -32001;
    }
}
