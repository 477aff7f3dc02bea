package dev.perch.pack;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Spoils JSON, XML and expressions in ways that keep most of them readable; the same seed gives the same texts. */
public final class TextMutator {
    private static final List<String> WORDS = List.of(
            "0",
            "-1",
            "1e308",
            "2147483648",
            "99999999999999999999",
            "0.0000001",
            "null",
            "true",
            "[]",
            "{}",
            "\"\"",
            "\"idle\"",
            "\"../x\"",
            "\u202e",
            "\ud800",
            "((((((((((",
            "-----------",
            "1/0",
            "0%0",
            "screenW",
            "#{x}",
            "<a/>",
            "</animation>",
            "&lt;",
            ",",
            ":",
            "1,2,3",
            "-9999,-9999");

    private final Random random;

    /** One that begins with that seed. */
    public TextMutator(long seed) {
        random = new Random(seed);
    }

    /** A number below {@code bound}. */
    public int next(int bound) {
        return random.nextInt(bound);
    }

    /** The same text with one to four changes: numbers and values, or anything: pieces moved, left out, made many. */
    public String spoil(String good) {
        StringBuilder text = new StringBuilder(good);
        boolean gentle = next(2) == 0;
        for (int left = 1 + next(4); left > 0 && text.length() > 0; left--) {
            int at = next(text.length());
            int end = Math.min(text.length(), at + 1 + next(next(8) == 0 ? 400 : 12));
            switch (gentle ? 5 + next(2) : next(7)) {
                case 0 -> text.setCharAt(at, (char) (32 + next(96)));
                case 1 -> text.insert(at, WORDS.get(next(WORDS.size())));
                case 2 -> text.delete(at, end);
                case 3 -> text.insert(next(text.length()), text.substring(at, end));
                case 4 -> text.insert(at, text.substring(at, end).repeat(1 + next(60)));
                case 5 -> number(text, at);
                default -> value(text, at);
            }
        }
        return text.toString();
    }

    /** As bytes, a few of them no UTF-8. */
    byte[] spoil(byte[] good) {
        byte[] bad = spoil(new String(good, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        if (bad.length > 0 && next(20) == 0) {
            bad[next(bad.length)] = (byte) next(256);
        }
        return bad;
    }

    /** Another number in place of the next one. */
    private void number(StringBuilder text, int from) {
        int at = from;
        while (at < text.length() && !Character.isDigit(text.charAt(at))) {
            at++;
        }
        int end = at;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        text.replace(at, end, WORDS.get(next(6)));
    }

    /** Something else in place of what is between the next two quotes or brackets. */
    private void value(StringBuilder text, int from) {
        int at = next(2) == 0 ? text.indexOf("\"", from) : text.indexOf(">", from);
        int end = at < 0 ? -1 : Math.max(text.indexOf("\"", at + 1), text.indexOf("<", at + 1));
        if (at >= 0 && end > at) {
            text.replace(at + 1, end, WORDS.get(next(WORDS.size())));
        }
    }
}
