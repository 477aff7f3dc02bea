package dev.perch.render;

import java.text.Normalizer;

/**
 * A stranger's text made fit for setting: one paragraph of visible code points, in composed form.
 * White space is single blanks, none at the ends.
 */
final class PlainText {
    /** How far a text is looked into for something to see. */
    static final int FARTHEST = 4000;

    private static final int MOST_MARKS = 2;
    private static final int JOINER = 0x200D;
    private static final int REPLACEMENT = 0xFFFD;

    private final int[] codePoints;
    private final boolean cut;

    private PlainText(int[] codePoints, boolean cut) {
        this.codePoints = codePoints;
        this.cut = cut;
    }

    /**
     * Takes what can be seen of the text; never throws.
     *
     * @param most characters to take; what bounds the work for a text of any length
     */
    static PlainText of(String text, int most) {
        Gatherer gatherer = new Gatherer();
        int at = 0;
        int looked = 0;
        while (at < text.length() && gatherer.count < most && looked < FARTHEST) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            looked++;
            gatherer.take(codePoint);
        }
        String composed = Normalizer.normalize(gatherer.seen, Normalizer.Form.NFC);
        return new PlainText(composed.codePoints().toArray(), at < text.length());
    }

    /** The characters; a combining mark follows what it stands on. Not to be written to. */
    int[] codePoints() {
        return codePoints;
    }

    /** Whether there was more. */
    boolean cut() {
        return cut;
    }

    /** Whether the character stands on the one before it. */
    static boolean isMark(int codePoint) {
        return Character.getType(codePoint) == Character.NON_SPACING_MARK;
    }

    private static final class Gatherer {
        private final StringBuilder seen = new StringBuilder();
        private int count;
        private int marks;
        private int last = -1;
        private boolean blank;
        private boolean joined;
        private boolean halfFlag;

        void take(int codePoint) {
            if (isBlank(codePoint)) {
                blank = last >= 0;
                joined = false;
                return;
            }
            boolean wasJoined = joined;
            joined = codePoint == JOINER;
            if (isUnseen(codePoint)) {
                return;
            }
            if (isMark(codePoint)) {
                mark(codePoint);
            } else if (!(wasJoined && isPictograph(codePoint)) && !isSkinTone(codePoint) && !endsFlag(codePoint)) {
                put(Character.getType(codePoint) == Character.SURROGATE ? REPLACEMENT : codePoint);
            }
        }

        private void mark(int codePoint) {
            if (last >= 0 && !blank && marks < MOST_MARKS) {
                seen.appendCodePoint(codePoint);
                marks++;
                count++;
            }
        }

        private void put(int codePoint) {
            if (blank) {
                seen.append(' ');
                blank = false;
            }
            seen.appendCodePoint(codePoint);
            last = codePoint;
            count++;
            marks = 0;
        }

        private boolean endsFlag(int codePoint) {
            boolean letter = codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
            halfFlag = letter && !halfFlag;
            return letter && !halfFlag;
        }

        private boolean isSkinTone(int codePoint) {
            return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF && last >= 0 && !blank;
        }
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint)
                || codePoint == 0x85
                || (Character.getType(codePoint) == Character.SPACE_SEPARATOR
                        && codePoint != 0xA0
                        && codePoint != 0x202F);
    }

    private static boolean isUnseen(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.ENCLOSING_MARK
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF)
                || isFiller(codePoint);
    }

    private static boolean isFiller(int codePoint) {
        return codePoint == 0x34F
                || codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x3164
                || codePoint == 0xFFA0;
    }

    private static boolean isPictograph(int codePoint) {
        return Character.getType(codePoint) == Character.OTHER_SYMBOL;
    }
}
