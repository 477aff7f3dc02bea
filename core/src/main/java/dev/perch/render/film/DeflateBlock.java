package dev.perch.render.film;

import java.util.Arrays;

/** Gathers literals and matches, and writes them in blocks, each with Huffman codes of its own (RFC 1951, 3.2.7). */
final class DeflateBlock {
    private static final int TOKENS = 1 << 15;
    private static final int LENGTHS = 286;
    private static final int DISTANCES = 30;
    private static final int END = 256;
    private static final int LONGEST_CODE = 15;
    private static final int LONGEST_META_CODE = 7;
    private static final int[] META_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private static final int[] LENGTH_BASE = bases(3, 4, 28);
    private static final int[] DISTANCE_BASE = bases(1, 2, DISTANCES);
    private static final byte[] LENGTH_CODE = lengthCodes();

    private final BitStream out;
    /** A literal, or a length above 8 bits of it and the distance below. */
    private final int[] tokens = new int[TOKENS];

    private final int[] lengthCounts = new int[LENGTHS];
    private final int[] distanceCounts = new int[DISTANCES];
    private int count;

    DeflateBlock(BitStream out) {
        this.out = out;
    }

    BitStream out() {
        return out;
    }

    void literal(int value) {
        lengthCounts[value]++;
        add(value);
    }

    /** @param length 3 to 258, from {@code distance} bytes back, 1 to 32,768 */
    void match(int length, int distance) {
        lengthCounts[257 + LENGTH_CODE[length]]++;
        distanceCounts[distanceCode(distance)]++;
        add(length << 16 | distance);
    }

    private void add(int token) {
        tokens[count++] = token;
        if (count == TOKENS) {
            flush(false);
        }
    }

    /** Writes what was gathered as a block. */
    void flush(boolean last) {
        lengthCounts[END]++;
        Huffman lengths = Huffman.of(lengthCounts, LONGEST_CODE);
        Huffman distances = Huffman.of(distanceCounts, LONGEST_CODE);
        out.put(last ? 1 : 0, 1);
        out.put(2, 2);
        codes(lengths, distances);
        for (int i = 0; i < count; i++) {
            token(tokens[i], lengths, distances);
        }
        lengths.put(out, END);
        count = 0;
        Arrays.fill(lengthCounts, 0);
        Arrays.fill(distanceCounts, 0);
    }

    private void token(int token, Huffman lengths, Huffman distances) {
        if (token < 1 << 16) {
            lengths.put(out, token);
            return;
        }
        int length = token >>> 16;
        int distance = token & 0xffff;
        int lengthCode = LENGTH_CODE[length];
        lengths.put(out, 257 + lengthCode);
        if (lengthCode < 28) {
            out.put(length - LENGTH_BASE[lengthCode], extra(lengthCode, 4));
        }
        int distanceCode = distanceCode(distance);
        distances.put(out, distanceCode);
        out.put(distance - DISTANCE_BASE[distanceCode], extra(distanceCode, 2));
    }

    /** The lengths of all codes, themselves run-length and Huffman coded. */
    private void codes(Huffman lengths, Huffman distances) {
        int lengthCount = Math.max(257, lengths.used());
        int distanceCount = Math.max(1, distances.used());
        int[] all = new int[lengthCount + distanceCount];
        for (int i = 0; i < all.length; i++) {
            all[i] = i < lengthCount ? lengths.length(i) : distances.length(i - lengthCount);
        }
        int[] runs = new int[all.length];
        int runCount = runs(all, runs);
        int[] metaCounts = new int[19];
        for (int i = 0; i < runCount; i++) {
            metaCounts[runs[i] & 31]++;
        }
        Huffman meta = Huffman.of(metaCounts, LONGEST_META_CODE);
        int metaCount = 19;
        while (metaCount > 4 && meta.length(META_ORDER[metaCount - 1]) == 0) {
            metaCount--;
        }
        out.put(lengthCount - 257, 5);
        out.put(distanceCount - 1, 5);
        out.put(metaCount - 4, 4);
        for (int i = 0; i < metaCount; i++) {
            out.put(meta.length(META_ORDER[i]), 3);
        }
        for (int i = 0; i < runCount; i++) {
            int symbol = runs[i] & 31;
            meta.put(out, symbol);
            if (symbol >= 16) {
                out.put(runs[i] >>> 5, symbol == 16 ? 2 : symbol == 17 ? 3 : 7);
            }
        }
    }

    /** Symbols of the code of code lengths, what is repeated above 5 bits of symbol. */
    private static int runs(int[] all, int[] runs) {
        int count = 0;
        for (int i = 0; i < all.length; ) {
            int run = 1;
            while (i + run < all.length && all[i + run] == all[i]) {
                run++;
            }
            if (all[i] == 0 && run >= 3) {
                run = Math.min(run, 138);
                runs[count++] = run < 11 ? run - 3 << 5 | 17 : run - 11 << 5 | 18;
            } else if (run >= 4) {
                run = Math.min(run, 7);
                runs[count++] = all[i];
                runs[count++] = run - 4 << 5 | 16;
            } else {
                run = 1;
                runs[count++] = all[i];
            }
            i += run;
        }
        return count;
    }

    /** The first value of each code: after {@code plain} codes of one value each, twice as many at every step. */
    private static int[] bases(int first, int step, int codes) {
        int[] bases = new int[codes];
        int value = first;
        for (int code = 0; code < codes; code++) {
            bases[code] = value;
            value += 1 << extra(code, step);
        }
        return bases;
    }

    private static int extra(int code, int step) {
        return code < 2 * step ? 0 : code / step - 1;
    }

    private static byte[] lengthCodes() {
        byte[] codes = new byte[259];
        for (int length = 3; length < 258; length++) {
            int code = 27;
            while (LENGTH_BASE[code] > length) {
                code--;
            }
            codes[length] = (byte) code;
        }
        codes[258] = 28;
        return codes;
    }

    private static int distanceCode(int distance) {
        if (distance < 3) {
            return distance - 1;
        }
        int bits = 31 - Integer.numberOfLeadingZeros(distance - 1);
        return 2 * bits + (distance - 1 >>> bits - 1 & 1);
    }
}
