package dev.perch.link;

import java.text.Normalizer;

/**
 * Texts of strangers that stand on the screen as they are: every character seen, no blank but single ones between words, one
 * spelling. What passes is drawn letter by letter as it was written, so that what is shown is what is meant.
 */
public final class PlainWords {
    private static final int MOST_MARKS = 2;

    private PlainWords() {}

    /**
     * Why a text is not plain, in one clause; empty: it is.
     *
     * @param most code points it may have
     */
    public static String fault(String text, int most) {
        int points = text.codePointCount(0, text.length());
        if (points == 0 || points > most) {
            return "has " + points + " characters, where 1 to " + most + " are allowed";
        }
        if (text.startsWith(" ") || text.endsWith(" ") || text.contains("  ")) {
            return "has blanks at an end or two in a row";
        }
        int marks = 0;
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            marks = isMark(characters[i]) ? marks + 1 : 0;
            boolean stands = marks == 0 || (marks <= MOST_MARKS && i >= marks && characters[i - marks] != ' ');
            if (!isPlain(characters[i]) || !stands) {
                return String.format("has the character U+%04X, which is not seen as it is", characters[i]);
            }
        }
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return "is not in composed form (NFC)";
        }
        return "";
    }

    /** Whether a character is a letter, digit, punctuation mark, symbol or the blank, and stands for itself. */
    private static boolean isPlain(int point) {
        if (point == ' ') {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.OTHER_SYMBOL,
                    Character.OTHER_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK -> !isFiller(point);
            case Character.MODIFIER_LETTER, Character.MODIFIER_SYMBOL -> point < 0x1F000;
            default -> false;
        };
    }

    private static boolean isMark(int point) {
        return Character.getType(point) == Character.NON_SPACING_MARK;
    }

    /** What draws nothing of its own: fillers, variation selectors, halves of flags, the blank of Braille. */
    private static boolean isFiller(int point) {
        return point == 0x34F
                || point == 0x115F
                || point == 0x1160
                || point == 0x17B4
                || point == 0x17B5
                || point == 0x2800
                || point == 0x3164
                || point == 0xFFA0
                || (point >= 0x180B && point <= 0x180F)
                || (point >= 0xFE00 && point <= 0xFE0F)
                || (point >= 0x1F1E6 && point <= 0x1F1FF)
                || (point >= 0xE0100 && point <= 0xE01EF);
    }
}
