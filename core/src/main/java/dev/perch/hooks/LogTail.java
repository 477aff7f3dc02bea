package dev.perch.hooks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The end of one log: each look reads what was appended, and never more than its last 256 KiB. A file that was truncated or
 * replaced is begun anew; a line longer than that is passed over. Not safe for threads.
 */
final class LogTail {
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    /** What stood before the new lines is known again by so much of it. */
    private static final int KNOWN_BYTES = 64;

    private final Path file;
    private long offset;
    private byte[] before = {};
    private boolean inLine;
    private @Nullable Object key;

    /** Takes whole lines: {@code bytes} from {@code from} to before {@code to}. */
    @FunctionalInterface
    interface Lines {
        void line(byte[] bytes, int from, int to);
    }

    /** One that has read nothing. */
    LogTail(Path file) {
        this.file = file;
    }

    /** Hands over the lines that are new. @throws IOException when it cannot be read */
    void look(Lines lines) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!now.isRegularFile()) {
            return;
        }
        long size = now.size();
        boolean same = key == null || key.equals(now.fileKey());
        key = now.fileKey();
        if (size == offset && same) {
            return;
        }
        if (!same || size < offset || !Arrays.equals(before, read(offset - before.length, before.length))) {
            offset = 0;
            inLine = false;
        }
        if (size - offset > LogLine.MOST_BYTES) {
            offset = size - LogLine.MOST_BYTES;
            inLine = true;
        }
        cut(read(offset, (int) (size - offset)), lines);
        before = read(Math.max(0, offset - KNOWN_BYTES), (int) Math.min(offset, KNOWN_BYTES));
    }

    private byte[] read(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try (SeekableByteChannel in = Files.newByteChannel(file, READ)) {
            in.position(from);
            int got = 0;
            while (got >= 0 && bytes.hasRemaining()) {
                got = in.read(bytes);
            }
        }
        byte[] read = new byte[bytes.position()];
        bytes.flip().get(read);
        return read;
    }

    /** What follows the last line feed is read again, unless it is the middle of a line that is too long. */
    private void cut(byte[] bytes, Lines lines) {
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                if (!inLine) {
                    lines.line(bytes, from, i);
                }
                inLine = false;
                from = i + 1;
            }
        }
        if (from == 0 && bytes.length == LogLine.MOST_BYTES) {
            inLine = true;
            from = bytes.length;
        }
        offset += from;
    }
}
