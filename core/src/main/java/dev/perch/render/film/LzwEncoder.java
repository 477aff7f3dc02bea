package dev.perch.render.film;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** GIF's compression: growing codes of up to 12 bits, in blocks of up to 255 bytes. For one image. */
final class LzwEncoder {
    private static final int MAX_CODES = 1 << 12;
    private static final int BLOCK = 255;

    private final OutputStream out;
    private final int clear;
    private final int firstBits;
    /** For a code and the byte after it, the code of both; 0 if there is none yet. */
    private final short[] longer;

    private final byte[] block = new byte[BLOCK];
    private int blockLength;
    private int buffer;
    private int buffered;
    private int bits;
    private int next;

    LzwEncoder(OutputStream out, int depth) {
        this.out = out;
        clear = 1 << depth;
        firstBits = depth + 1;
        longer = new short[MAX_CODES << depth];
        start();
    }

    private void start() {
        bits = firstBits;
        next = clear + 2;
        Arrays.fill(longer, (short) 0);
    }

    void encode(byte[] indices) throws IOException {
        code(clear);
        int current = indices[0] & 255;
        for (int i = 1; i < indices.length; i++) {
            int pixel = indices[i] & 255;
            int slot = current * clear + pixel;
            if (longer[slot] != 0) {
                current = longer[slot];
                continue;
            }
            code(current);
            if (next == MAX_CODES) {
                code(clear);
                start();
            } else {
                longer[slot] = (short) next;
                grow();
            }
            current = pixel;
        }
        code(current);
        grow();
        code(clear + 1);
        finish();
    }

    /** As the reader does after each code, one code behind. */
    private void grow() {
        next = Math.min(MAX_CODES, next + 1);
        bits += next > 1 << bits ? 1 : 0;
    }

    private void code(int code) throws IOException {
        buffer |= code << buffered;
        buffered += bits;
        while (buffered >= 8) {
            put((byte) buffer);
            buffer >>>= 8;
            buffered -= 8;
        }
    }

    private void put(byte value) throws IOException {
        block[blockLength++] = value;
        if (blockLength == BLOCK) {
            flush();
        }
    }

    private void flush() throws IOException {
        if (blockLength > 0) {
            out.write(blockLength);
            out.write(block, 0, blockLength);
            blockLength = 0;
        }
    }

    private void finish() throws IOException {
        if (buffered > 0) {
            put((byte) buffer);
        }
        flush();
        out.write(0);
    }
}
