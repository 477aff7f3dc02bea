package dev.perch.bridge;

import org.jspecify.annotations.Nullable;

/**
 * Names one request of the server, the same on every connection. A whole number from 0 on, or a text.
 *
 * @param value a {@link Long} or a {@link String}
 */
record RequestId(Object value) {
    /** The id that JSON holds, or null when it holds none. */
    static @Nullable RequestId of(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return new RequestId(((Number) value).longValue());
        }
        return value instanceof String text ? new RequestId(text) : null;
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
