package dev.perch.text;

import java.util.Locale;

/**
 * Which characters a text of an outside system may hold: those that a reader sees, so that what is shown is what was
 * said. Refused are controls, bidirectional controls, characters of no width, tags, and what is no character at all.
 * The joiners U+200C and U+200D stay: Persian, Indic scripts and joined emoji need them. Private and unassigned code
 * points stay too: they are drawn as boxes, and what is unassigned depends on the age of the Java runtime.
 */
public final class VisibleText {
    private VisibleText() {}

    /**
     * The first character of {@code text} that is refused, or -1.
     *
     * @param lines whether line feeds, carriage returns and tabs are welcome
     */
    public static int firstForbidden(String text, boolean lines) {
        int index = 0;
        while (index < text.length()) {
            int point = text.codePointAt(index);
            if (isForbidden(point, lines)) {
                return point;
            }
            index += Character.charCount(point);
        }
        return -1;
    }

    /** A code point in the manner of {@code U+202E}. */
    public static String name(int point) {
        return String.format(Locale.ROOT, "U+%04X", point);
    }

    /** {@code text} for a line of a message: at most {@code points} code points, refused characters as their names. */
    public static String shown(String text, int points) {
        return shown(text, points, false);
    }

    /**
     * {@code text} with at most {@code points} characters of its own, then an ellipsis; refused characters as their names.
     *
     * @param lines whether line feeds, carriage returns and tabs stay
     */
    public static String shown(String text, int points, boolean lines) {
        StringBuilder out = new StringBuilder();
        int left = points;
        int index = 0;
        while (index < text.length() && left > 0) {
            int point = text.codePointAt(index);
            if (isForbidden(point, lines)) {
                out.append('<').append(name(point)).append('>');
            } else {
                out.appendCodePoint(point);
            }
            index += Character.charCount(point);
            left--;
        }
        return index < text.length() ? out.append('…').toString() : out.toString();
    }

    private static boolean isForbidden(int point, boolean lines) {
        if (point >= 0x20 && point < 0x7F) {
            return false;
        }
        if (point < 0x20) {
            return !(lines && (point == '\n' || point == '\r' || point == '\t'));
        }
        return point <= 0x9F || isUnseen(point) || isNoCharacter(point);
    }

    private static boolean isUnseen(int point) {
        return point == 0x061C // arabic letter mark
                || point == 0x180E // mongolian vowel separator
                || point == 0x200B // zero width space
                || point == 0x200E // left-to-right mark
                || point == 0x200F // right-to-left mark
                || (point >= 0x2028 && point <= 0x202E) // line and paragraph separators, embeddings, overrides
                || (point >= 0x2060 && point <= 0x206F) // word joiner, invisible operators, isolates
                || point == 0xFEFF // zero width no-break space
                || (point >= 0xFFF9 && point <= 0xFFFB) // annotations
                || (point >= 0xE0000 && point <= 0xE007F); // tags
    }

    private static boolean isNoCharacter(int point) {
        boolean unpairedSurrogate = point >= 0xD800 && point <= 0xDFFF;
        return unpairedSurrogate || (point >= 0xFDD0 && point <= 0xFDEF) || (point & 0xFFFE) == 0xFFFE;
    }
}
