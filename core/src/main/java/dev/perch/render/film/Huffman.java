package dev.perch.render.film;

import java.util.Arrays;

/** A Huffman code of limited length, canonical as deflate wants it. */
final class Huffman {
    private final int[] lengths;
    private final int[] codes;

    private Huffman(int[] lengths) {
        this.lengths = lengths;
        this.codes = codes(lengths);
    }

    /**
     * The code for symbols that occur so often.
     *
     * @param longest most bits of a code
     */
    static Huffman of(int[] counts, int longest) {
        int[] weights = counts.clone();
        int[] lengths = lengths(weights);
        while (Arrays.stream(lengths).max().orElse(0) > longest) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = weights[i] == 0 ? 0 : (weights[i] >> 1) + 1;
            }
            lengths = lengths(weights);
        }
        return new Huffman(lengths);
    }

    /** By two queues: the leaves in order of weight, and the nodes in the order in which they are made. */
    private static int[] lengths(int[] weights) {
        long[] leaves = new long[weights.length];
        int count = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                leaves[count++] = (long) weights[i] << 16 | i;
            }
        }
        Arrays.sort(leaves, 0, count);
        int[] lengths = new int[weights.length];
        if (count == 1) {
            lengths[(int) (leaves[0] & 0xffff)] = 1;
        }
        if (count < 2) {
            return lengths;
        }
        int[] parents = parents(leaves, count);
        int[] depths = new int[2 * count - 1];
        for (int node = 2 * count - 3; node >= 0; node--) {
            depths[node] = depths[parents[node]] + 1;
            if (node < count) {
                lengths[(int) (leaves[node] & 0xffff)] = depths[node];
            }
        }
        return lengths;
    }

    private static int[] parents(long[] leaves, int count) {
        int[] parents = new int[2 * count - 1];
        long[] sums = new long[2 * count - 1];
        for (int i = 0; i < count; i++) {
            sums[i] = leaves[i] >>> 16;
        }
        int leaf = 0;
        int node = count;
        for (int made = count; made < 2 * count - 1; made++) {
            for (int child = 0; child < 2; child++) {
                boolean takeLeaf = leaf < count && (node >= made || sums[leaf] <= sums[node]);
                int taken = takeLeaf ? leaf++ : node++;
                parents[taken] = made;
                sums[made] += sums[taken];
            }
        }
        return parents;
    }

    private static int[] codes(int[] lengths) {
        int[] counts = new int[17];
        for (int length : lengths) {
            counts[length]++;
        }
        counts[0] = 0;
        int[] next = new int[17];
        int code = 0;
        for (int length = 1; length < 17; length++) {
            code = code + counts[length - 1] << 1;
            next[length] = code;
        }
        int[] codes = new int[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] > 0) {
                codes[i] = Integer.reverse(next[lengths[i]]++) >>> 32 - lengths[i];
            }
        }
        return codes;
    }

    /** One more than the last symbol that has a code. */
    int used() {
        int used = lengths.length;
        while (used > 0 && lengths[used - 1] == 0) {
            used--;
        }
        return used;
    }

    /** Bits of a symbol's code; 0 for one that does not occur. */
    int length(int symbol) {
        return lengths[symbol];
    }

    void put(BitStream out, int symbol) {
        out.put(codes[symbol], lengths[symbol]);
    }
}
