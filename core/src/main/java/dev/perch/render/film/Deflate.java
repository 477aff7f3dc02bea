package dev.perch.render.film;

import java.util.Arrays;

/**
 * Deflate (RFC 1951) in a zlib stream (RFC 1950), in plain Java: the same input gives the same bytes on every JDK and
 * system, which {@code java.util.zip} does not promise, for it takes whatever zlib it finds. For one stream.
 */
final class Deflate {
    private static final int WINDOW = 1 << 15;
    private static final int WINDOW_MASK = WINDOW - 1;
    private static final int HASH_BITS = 15;
    private static final int LEAST_MATCH = 3;
    private static final int LONGEST_MATCH = 258;
    /** What places are filed by: four bytes, a pixel, since three that match by chance cost more to look up than they save. */
    private static final int FILED = 4;

    /**
     * How many earlier places are compared: 8 makes noise 6 % larger than 24 does and drawn sprites no larger, in two thirds of
     * the time.
     */
    private static final int CHAIN = 8;

    /** A match this long is taken without a look at the next byte. */
    private static final int GOOD_MATCH = 32;

    /** Three bytes that match from farther away cost more than they save. */
    private static final int SHORT_REACH = 4096;

    private static final int ADLER = 65_521;
    /** Bytes that can be summed before the sums of Adler-32 may overflow an int. */
    private static final int ADLER_RUN = 3800;

    private final byte[] data;
    private final int end;
    private final int[] head = new int[1 << HASH_BITS];
    private final int[] before = new int[WINDOW];
    private final DeflateBlock block;
    private int matchAt;

    private Deflate(byte[] data, int length) {
        this.data = data;
        this.end = length;
        this.block = new DeflateBlock(new BitStream(length / 3 + 64));
        Arrays.fill(head, -1);
    }

    /** The first {@code length} bytes, as a whole zlib stream. */
    static byte[] zlib(byte[] data, int length) {
        return new Deflate(data, length).stream();
    }

    private byte[] stream() {
        BitStream out = block.out();
        out.put(0x78, 8);
        out.put(0x9c, 8);
        int at = 0;
        while (at < end) {
            at = step(at);
        }
        block.flush(true);
        out.align();
        int sum = adler();
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.put(sum >>> shift & 255, 8);
        }
        return out.toByteArray();
    }

    /** Says what stands at {@code at}; where to go on. */
    private int step(int at) {
        int length = match(at, LEAST_MATCH - 1);
        if (length < LEAST_MATCH) {
            block.literal(data[at] & 255);
            return at + 1;
        }
        int distance = at - matchAt;
        int from = at;
        if (length < GOOD_MATCH && at + 1 < end) {
            int next = match(at + 1, length);
            if (next > length) {
                block.literal(data[at] & 255);
                from = at + 1;
                length = next;
                distance = from - matchAt;
            } else {
                enter(at + 2, at + length);
                block.match(length, distance);
                return at + length;
            }
        }
        block.match(length, distance);
        enter(from + 1, from + length);
        return from + length;
    }

    private void enter(int from, int to) {
        for (int i = from; i < to; i++) {
            if (i + FILED <= end) {
                chain(i);
            }
        }
    }

    /** Files the place under its hash; the place filed before it there, or -1. */
    private int chain(int at) {
        int pixel =
                (data[at] & 255) << 24 | (data[at + 1] & 255) << 16 | (data[at + 2] & 255) << 8 | data[at + 3] & 255;
        int hash = pixel * 0x9E3779B1 >>> 32 - HASH_BITS;
        int earlier = head[hash];
        before[at & WINDOW_MASK] = earlier;
        head[hash] = at;
        return earlier;
    }

    /** The length of the best earlier copy, longer than {@code least}, whose place is then {@link #matchAt}; else 0. */
    private int match(int at, int least) {
        if (at + FILED > end) {
            return 0;
        }
        int most = Math.min(LONGEST_MATCH, end - at);
        int oldest = Math.max(0, at - WINDOW + 1);
        int best = least;
        int found = 0;
        int earlier = chain(at);
        for (int tries = CHAIN; tries > 0 && earlier >= oldest && best < most; tries--) {
            if (data[earlier + best] == data[at + best] && data[earlier] == data[at]) {
                int length = Arrays.mismatch(data, earlier, earlier + most, data, at, at + most);
                length = length < 0 ? most : length;
                if (length > best && (length > LEAST_MATCH || at - earlier <= SHORT_REACH)) {
                    best = length;
                    found = length;
                    matchAt = earlier;
                }
            }
            int next = before[earlier & WINDOW_MASK];
            if (next >= earlier) {
                break;
            }
            earlier = next;
        }
        return found;
    }

    private int adler() {
        int a = 1;
        int b = 0;
        for (int from = 0; from < end; from += ADLER_RUN) {
            int to = Math.min(end, from + ADLER_RUN);
            for (int i = from; i < to; i++) {
                a += data[i] & 255;
                b += a;
            }
            a %= ADLER;
            b %= ADLER;
        }
        return b << 16 | a;
    }
}
