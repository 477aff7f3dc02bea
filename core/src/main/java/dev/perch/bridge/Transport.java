package dev.perch.bridge;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One connection to an app-server: whole messages, both ways. */
interface Transport extends Closeable {
    /** A message was over the limit. It is skipped; what follows can be received. */
    final class Oversized extends IOException {
        private static final long serialVersionUID = 1;

        Oversized(int limit) {
            super("a message of more than " + limit + " bytes");
        }
    }

    /**
     * Blocks for the next message. One thread at a time.
     *
     * @return null once the server has ended the connection
     * @throws IOException when the connection broke, or was closed here
     */
    byte @Nullable [] receive() throws IOException;

    /** Sends a message whole. From any thread. */
    void send(byte[] message) throws IOException;

    /** Ends the connection, and with it a waiting {@link #receive}. From any thread, any number of times. */
    @Override
    void close();
}
