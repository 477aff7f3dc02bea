package dev.perch.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/**
 * How far a file was read, and what stood there: enough to tell an appended file from one that was rewritten, truncated
 * or replaced. What was read of a file up to 64 KiB is compared whole, of a longer one the first and the last 4 KiB.
 */
final class ReadMark {
    static final ReadMark START = new ReadMark(0, new byte[0], new byte[0]);

    private static final int WHOLE = 64 * 1024;
    private static final int PART = 4 * 1024;

    private final long offset;
    private final byte[] head;
    private final byte[] tail;

    private ReadMark(long offset, byte[] head, byte[] tail) {
        this.offset = offset;
        this.head = head;
        this.tail = tail;
    }

    /** How many bytes were read. */
    long offset() {
        return offset;
    }

    /** The mark after {@code bytes} more. */
    ReadMark plus(byte[] bytes) {
        byte[] longerHead = head.length == WHOLE ? head : first(joined(head, bytes), WHOLE);
        return new ReadMark(offset + bytes.length, longerHead, last(joined(tail, bytes), PART));
    }

    /** Whether all that was read still stands at the beginning of {@code file}. */
    boolean holdsIn(SeekableByteChannel file) throws IOException {
        if (file.size() < offset) {
            return false;
        }
        if (offset <= WHOLE) {
            return Arrays.equals(head, read(file, 0, head.length));
        }
        return Arrays.equals(first(head, PART), read(file, 0, PART))
                && Arrays.equals(tail, read(file, offset - tail.length, tail.length));
    }

    /** Up to {@code length} bytes from {@code from} on: fewer where the file ends. */
    static byte[] read(SeekableByteChannel file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        file.position(from);
        int got = 0;
        while (got >= 0 && bytes.hasRemaining()) {
            got = file.read(bytes);
        }
        return first(bytes.array(), bytes.position());
    }

    private static byte[] joined(byte[] left, byte[] right) {
        byte[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }

    private static byte[] first(byte[] bytes, int length) {
        return bytes.length <= length ? bytes : Arrays.copyOf(bytes, length);
    }

    private static byte[] last(byte[] bytes, int length) {
        return bytes.length <= length ? bytes : Arrays.copyOfRange(bytes, bytes.length - length, bytes.length);
    }
}
