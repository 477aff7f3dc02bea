package dev.perch.source;

import java.util.Arrays;

/** What a small file is as a whole, by its braces alone, before anybody asks what it says. */
enum JsonShape {
    /** One object, on however many lines. */
    ONE_OBJECT,
    /** The beginning of one object: its writer may still be at it. */
    UNFINISHED,
    /** Lines, or no JSON. */
    OTHER;

    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    static JsonShape of(byte[] bytes) {
        int begin = firstInk(bytes, startsWithBom(bytes) ? BOM.length : 0);
        if (begin == bytes.length || bytes[begin] != '{') {
            return OTHER;
        }
        int end = endOfObject(bytes, begin);
        if (end < 0) {
            return UNFINISHED;
        }
        return firstInk(bytes, end) == bytes.length ? ONE_OBJECT : OTHER;
    }

    /** The index behind the brace that closes the object at {@code begin}, or -1. */
    private static int endOfObject(byte[] bytes, int begin) {
        int depth = 0;
        int i = begin;
        while (i < bytes.length) {
            switch (bytes[i]) {
                case '"' -> i = endOfText(bytes, i);
                case '{' -> depth++;
                case '}' -> depth--;
                default -> {}
            }
            i++;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The index of the quote that closes the text at {@code begin}; the end of the bytes when there is none. */
    private static int endOfText(byte[] bytes, int begin) {
        int i = begin + 1;
        while (i < bytes.length && bytes[i] != '"') {
            i += bytes[i] == '\\' ? 2 : 1;
        }
        return i;
    }

    private static int firstInk(byte[] bytes, int from) {
        int i = from;
        while (i < bytes.length && SnapshotLines.isBlank(bytes, i, i + 1)) {
            i++;
        }
        return i;
    }

    private static boolean startsWithBom(byte[] bytes) {
        return bytes.length >= BOM.length && Arrays.equals(bytes, 0, BOM.length, BOM, 0, BOM.length);
    }
}
