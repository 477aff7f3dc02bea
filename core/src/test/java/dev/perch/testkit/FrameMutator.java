package dev.perch.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Spoils bytes: flips, cuts, doubles, swaps, and what parsers like least. */
public final class FrameMutator {
    private static final String[] NASTY = {
        "{",
        "}",
        "[",
        "]",
        "\"",
        "\\",
        "\\u0000",
        "\\ud800",
        "null",
        "1e999999999",
        "-",
        "\u0000",
        "\r\n",
        "\n",
        ":",
        ",",
        "true",
        "99999999999999999999999",
        "{\"a\":",
        "\ufeff",
        "\u202e",
        "  ",
        "\r\n\r\n",
        "Host: a\r\n"
    };

    private final Random random;

    public FrameMutator(long seed) {
        random = new Random(seed);
    }

    /** A spoilt copy. */
    public byte[] spoil(byte[] bytes) {
        byte[] spoilt = bytes.clone();
        for (int rounds = 1 + random.nextInt(4); rounds > 0 && spoilt.length > 0; rounds--) {
            spoilt = once(spoilt);
        }
        return spoilt;
    }

    private byte[] once(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(6)) {
            case 0 -> {
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                return bytes;
            }
            case 1 -> {
                bytes[at] = (byte) random.nextInt(256);
                return bytes;
            }
            case 2 -> {
                return spliced(bytes, at, new byte[0], random.nextInt(bytes.length - at + 1));
            }
            case 3 -> {
                int length = random.nextInt(Math.min(64, bytes.length - at) + 1);
                byte[] again = new byte[length];
                System.arraycopy(bytes, at, again, 0, length);
                return spliced(bytes, random.nextInt(bytes.length), again, 0);
            }
            default -> {
                byte[] nasty = NASTY[random.nextInt(NASTY.length)].getBytes(StandardCharsets.UTF_8);
                return spliced(
                        bytes, at, nasty, random.nextInt(3) == 0 ? Math.min(nasty.length, bytes.length - at) : 0);
            }
        }
    }

    private static byte[] spliced(byte[] bytes, int at, byte[] in, int out) {
        byte[] next = new byte[bytes.length + in.length - out];
        System.arraycopy(bytes, 0, next, 0, at);
        System.arraycopy(in, 0, next, at, in.length);
        System.arraycopy(bytes, at + out, next, at + in.length, bytes.length - at - out);
        return next;
    }
}
