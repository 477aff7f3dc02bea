package dev.perch.runtime;

import dev.perch.link.PlainWords;
import dev.perch.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Text of an agent as it stands in a question: whole, blanks kept, and what is not seen as it is by its number, such as
 * {@code <U+202E>}. Two different texts are never shown alike.
 */
final class ShownText {
    private static final char FIXED_BLANK = '\u00A0';

    private ShownText() {}

    /** One line; a line feed shows as its number. */
    static String line(String text) {
        return line(text, point -> true);
    }

    /**
     * As above.
     *
     * @param drawable whether a font has a character; one that none has stands there by its number, too
     */
    static String line(String text, IntPredicate drawable) {
        StringBuilder out = new StringBuilder();
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int point = points[i];
            if (point == ' ') {
                boolean alone = i > 0 && i < points.length - 1 && points[i - 1] != ' ' && points[i + 1] != ' ';
                out.append(alone ? ' ' : FIXED_BLANK);
            } else if (looksLikeNumber(points, i) || !isPlain(point) || !drawable.test(point)) {
                out.append('<').append(VisibleText.name(point)).append('>');
            } else {
                out.appendCodePoint(point);
            }
        }
        return out.isEmpty() ? String.valueOf(FIXED_BLANK) : out.toString();
    }

    /** Whether a font has each character of a text, as far as it is not by its number anyway. */
    static boolean isReadable(String text, IntPredicate drawable) {
        return text.codePoints().allMatch(point -> drawable.test(point) || !isPlain(point));
    }

    private static boolean isPlain(int point) {
        boolean ascii = point > ' ' && point < 0x7F; // most of a long text is
        return ascii || PlainWords.fault(Character.toString(point), 1).isEmpty();
    }

    private static boolean looksLikeNumber(int[] points, int at) {
        return points[at] == '<' && at + 2 < points.length && points[at + 1] == 'U' && points[at + 2] == '+';
    }

    /** All lines, each no longer than that many characters. */
    static List<String> lines(String text, int most) {
        return lines(text, most, point -> true);
    }

    /** As above, with what no font has by its number. */
    static List<String> lines(String text, int most, IntPredicate drawable) {
        List<String> lines = new ArrayList<>();
        for (String one : text.split("\n", -1)) {
            String shown = line(one, drawable);
            int from = 0;
            while (shown.codePointCount(from, shown.length()) > most) {
                int to = shown.offsetByCodePoints(from, most);
                lines.add(shown.substring(from, to));
                from = to;
            }
            lines.add(shown.substring(from));
        }
        return lines;
    }
}
