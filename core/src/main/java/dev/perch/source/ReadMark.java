package dev.perch.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/**
 * How far a file was read, and what stood there: enough to tell an appended file from one that was rewritten,
 * truncated or replaced. A file of up to 64 KiB is compared whole, a longer one by its first and last 4 KiB.
 */
record ReadMark(long offset, byte[] head, byte[] tail) {
    static final ReadMark START = new ReadMark(0, new byte[0], new byte[0]);

    private static final int WHOLE = 64 * 1024;
    private static final int PART = 4 * 1024;

    /** The mark of the first {@code offset} bytes. */
    static ReadMark at(SeekableByteChannel file, long offset) throws IOException {
        if (offset <= WHOLE) {
            return new ReadMark(offset, read(file, 0, (int) offset), new byte[0]);
        }
        return new ReadMark(offset, read(file, 0, PART), read(file, offset - PART, PART));
    }

    /** Whether all that was read still stands at the beginning of {@code file}. */
    boolean holdsIn(SeekableByteChannel file) throws IOException {
        return file.size() >= offset
                && Arrays.equals(head, read(file, 0, head.length))
                && Arrays.equals(tail, read(file, offset - tail.length, tail.length));
    }

    /** Up to {@code length} bytes from {@code from}: fewer where the file ends. */
    static byte[] read(SeekableByteChannel file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        file.position(from);
        while (bytes.hasRemaining() && file.read(bytes) >= 0) {
            // read on to the end
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
