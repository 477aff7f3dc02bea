package dev.perch.local;

import java.nio.ByteBuffer;

/** One caller of a {@link Reception}: what to do with its bytes. Called on the reception's thread only; must return at once. */
public interface Visitor {
    /** Takes what it can use of the bytes; the rest is there again with those that follow. */
    void take(ByteBuffer bytes);

    /** The reception was woken, or all that was said has left: there may be more to say. */
    default void news() {}

    /** The time of {@link Visit#await} is over. */
    default void late() {}

    /** It hung up, or was hung up on. Called once. */
    default void left() {}
}
