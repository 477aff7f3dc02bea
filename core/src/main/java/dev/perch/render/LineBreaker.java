package dev.perch.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Fills lines from the left: after blanks, after the hyphens and slashes of long words, and between ideographs; a word
 * longer than the line is broken anywhere. Pure, and linear in the length of the text.
 */
final class LineBreaker {
    private static final String NEVER_FIRST =
            "!),.:;?]}%…»’”‰′″℃、。〉》」』】〕〗〙〛〜ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ々〻！），．：；？］｝～％｠･・ﾞﾟ";
    private static final String NEVER_LAST = "([{«‘“〈《「『【〔〖〘〚（［｛｟＄￥￦$£¥";

    private final int[] text;
    private final float[] advances;
    private final float width;

    /**
     * A line of the text.
     *
     * @param start index of its first character
     * @param end index after its last, blanks at the end left out
     * @param cut whether an ellipsis follows
     */
    record Line(int start, int end, boolean cut) {}

    /**
     * Prepares a paragraph.
     *
     * @param text code points; single blanks, none at the ends
     * @param advances width of each, 0 for marks
     * @param width of a line
     */
    LineBreaker(int[] text, float[] advances, float width) {
        this.text = text;
        this.advances = advances;
        this.width = width;
    }

    /**
     * The lines; none for an empty text.
     *
     * @param mostLines at least 1
     * @param ellipsis width of the sign that ends the last line when something is left out
     * @param more whether the text goes on after what is here
     */
    List<Line> lines(int mostLines, float ellipsis, boolean more) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length) {
            int next = afterBlanks(next(start));
            boolean last = next >= text.length;
            if (lines.size() == mostLines - 1 && (!last || more)) {
                lines.add(cut(start, ellipsis));
                return lines;
            }
            lines.add(new Line(start, trimmed(start, next), false));
            start = next;
        }
        if (more && !lines.isEmpty()) {
            Line line = lines.remove(lines.size() - 1);
            lines.add(cut(line.start(), ellipsis));
        }
        return lines;
    }

    /** Where the line after this one starts. */
    private int next(int start) {
        float used = 0;
        int allowed = start;
        for (int i = start; i < text.length; i++) {
            if (i > start && mayBreak(i)) {
                allowed = i;
            }
            used += advances[i];
            if (used > width && text[i] != ' ') {
                return allowed > start ? allowed : anywhere(start, i);
            }
        }
        return text.length;
    }

    private int anywhere(int start, int overflow) {
        int at = overflow;
        while (at > start && PlainText.isMark(text[at])) {
            at--;
        }
        if (at > start) {
            return at;
        }
        do {
            at++;
        } while (at < text.length && PlainText.isMark(text[at]));
        return at;
    }

    private Line cut(int start, float ellipsis) {
        float used = ellipsis;
        int end = start;
        for (int i = start; i < text.length && used + advances[i] <= width; i++) {
            used += advances[i];
            end = i + 1;
        }
        while (end > start && end < text.length && PlainText.isMark(text[end])) {
            end--;
        }
        return new Line(start, trimmed(start, end), true);
    }

    private int afterBlanks(int at) {
        int start = at;
        while (start < text.length && text[start] == ' ') {
            start++;
        }
        return start;
    }

    private int trimmed(int start, int end) {
        int at = end;
        while (at > start && text[at - 1] == ' ') {
            at--;
        }
        return at;
    }

    /** Whether a line may start with this character. */
    private boolean mayBreak(int at) {
        int before = text[at - 1];
        int after = text[at];
        if (after == ' ' || PlainText.isMark(after)) {
            return false;
        }
        if (before == ' ') {
            return true;
        }
        if (NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0) {
            return false;
        }
        return isIdeograph(before) || isIdeograph(after) || joint(at);
    }

    /** Whether a long word may be parted here: after a hyphen or slash with letters on both sides. */
    private boolean joint(int at) {
        int before = text[at - 1];
        boolean hyphen = before == '-' || (before >= 0x2010 && before <= 0x2014);
        boolean slash = before == '/' || before == '\\';
        if (!(hyphen || slash) || at < 2 || !Character.isLetterOrDigit(text[at - 2])) {
            return false;
        }
        return hyphen ? Character.isLetter(text[at]) : Character.isLetterOrDigit(text[at]);
    }

    /** Ideographs, kana and pictographs: a line may break on either side. Korean is broken at its blanks. */
    private static boolean isIdeograph(int codePoint) {
        return (codePoint >= 0x2E80 && codePoint <= 0x30FF)
                || (codePoint >= 0x31F0 && codePoint <= 0xA4CF)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0xFF01 && codePoint <= 0xFF9F)
                || (codePoint >= 0x1F000 && codePoint <= 0x1FAFF)
                || (codePoint >= 0x20000 && codePoint <= 0x3FFFF);
    }
}
