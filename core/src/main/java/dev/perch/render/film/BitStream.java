package dev.perch.render.film;

import java.util.Arrays;

/** Bits, lowest first, in a growing array of bytes. */
final class BitStream {
    private byte[] bytes;
    private int size;
    private long bits;
    private int count;

    BitStream(int expected) {
        bytes = new byte[expected];
    }

    /** Appends the lowest {@code length} bits, at most 32, of a value that has no others. */
    void put(int value, int length) {
        bits |= (value & 0xffffffffL) << count;
        count += length;
        while (count >= 8) {
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, size * 2 + 16);
            }
            bytes[size++] = (byte) bits;
            bits >>>= 8;
            count -= 8;
        }
    }

    /** Fills the last byte with zeros. */
    void align() {
        if (count > 0) {
            put(0, 8 - count);
        }
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }
}
