package dev.perch.local;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Takes lines out of bytes. */
public final class Lines {
    private Lines() {}

    /** The next whole line, without its line feed; null: there is none yet, and nothing was taken. */
    public static byte @Nullable [] next(ByteBuffer bytes) {
        for (int at = bytes.position(); at < bytes.limit(); at++) {
            if (bytes.get(at) == '\n') {
                byte[] line = new byte[at - bytes.position()];
                bytes.get(line);
                bytes.get();
                return line;
            }
        }
        return null;
    }
}
