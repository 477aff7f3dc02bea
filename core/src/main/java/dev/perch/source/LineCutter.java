package dev.perch.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts bytes into lines as they come, holding no more than the longest line allowed. Not safe for threads. */
final class LineCutter {
    /** Takes the lines. */
    interface Lines {
        /** A line without its line feed: {@code bytes} from {@code from} to before {@code to}, good during the call. */
        void line(byte[] bytes, int from, int to, long number);

        /** A line over the limit; its bytes are gone. */
        void tooLong(long number);
    }

    private static final int CHUNK = 64 * 1024;

    private final int limit;
    private final Lines lines;
    private byte[] held = new byte[256];
    private int length;
    private boolean overflown;
    private long number;

    /** @param firstNumber of the first line */
    LineCutter(int limit, long firstNumber, Lines lines) {
        this.limit = limit;
        this.number = firstNumber;
        this.lines = lines;
    }

    /** Takes the next bytes; calls {@link Lines} for each line that they end. */
    void feed(byte[] bytes, int from, int to) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                endLine(bytes, start, i);
                start = i + 1;
            }
        }
        hold(bytes, start, to);
    }

    /** Feeds all of {@code in}, but about {@code most} bytes at most. @return whether its end was reached */
    boolean feedAll(InputStream in, long most) throws IOException {
        byte[] bytes = new byte[CHUNK];
        long left = most;
        int got = in.read(bytes);
        while (got >= 0 && left > 0) {
            feed(bytes, 0, got);
            left -= got;
            got = in.read(bytes);
        }
        finish();
        return got < 0;
    }

    /** Gives out what is held as the last line, though no line feed came. */
    void finish() {
        if (length > 0 || overflown) {
            endLine(held, 0, 0);
        }
    }

    /** The bytes of the line that has not ended; none when it is over the limit already. */
    byte[] rest() {
        return Arrays.copyOf(held, length);
    }

    /** Forgets {@link #rest}: the line goes on after it. */
    void dropRest() {
        length = 0;
    }

    private void endLine(byte[] bytes, int from, int to) {
        long ended = number++;
        if (length == 0 && !overflown && to - from <= limit) {
            lines.line(bytes, from, to, ended);
            return;
        }
        hold(bytes, from, to);
        int whole = length;
        length = 0;
        if (overflown) {
            overflown = false;
            lines.tooLong(ended);
        } else {
            lines.line(held, 0, whole, ended);
        }
    }

    private void hold(byte[] bytes, int from, int to) {
        int more = to - from;
        if (overflown || more > limit - length) {
            overflown = true;
            length = 0;
            return;
        }
        if (length + more > held.length) {
            held = Arrays.copyOf(held, Math.min(limit, Math.max(held.length * 2, length + more)));
        }
        System.arraycopy(bytes, from, held, length, more);
        length += more;
    }
}
