package dev.perch.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.render.LineBreaker.Line;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every character is one unit wide here, marks none, and the ellipsis one. */
final class LineBreakerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the quick brown fox     | 9  | 9 | the quick/brown fox",
                "the quick brown fox     | 10 | 9 | the quick/brown fox",
                "the quick brown fox     | 8  | 9 | the/quick/brown/fox",
                "abcdefghij              | 4  | 9 | abcd/efgh/ij",
                "ab abcdefghij x         | 4  | 9 | ab/abcd/efgh/ij x",
                "core-module ok          | 7  | 9 | core-/module/ok",
                "--release now           | 9  | 9 | --release/now",
                "at -5 degrees           | 4  | 9 | at/-5/degr/ees",
                "漢字仮名交文             | 3  | 9 | 漢字仮/名交文",
                "漢字、仮名               | 2  | 9 | 漢/字、/仮名",
                "「漢字」です             | 3  | 9 | 「漢/字」で/す",
                "漢abc字                  | 3  | 9 | 漢/abc/字",
                "안녕 세계                | 3  | 9 | 안녕/세계",
                "wait, what!             | 5  | 9 | wait,/what!",
                "one two three four      | 7  | 2 | one two/three…",
                "one two three four      | 4  | 2 | one/two…",
                "abcdefghij              | 4  | 1 | abc…",
                "one                     | 3  | 1 | one",
                "a                       | 0  | 9 | a",
                "ab                      | 0  | 9 | a/b",
            })
    void linesAreFilledFromTheLeft(String text, int width, int most, String expected) {
        assertEquals(expected, broken(text, width, most, false));
    }

    @Test
    void aPathIsPartedAfterItsSlashes() {
        assertEquals("src//main//java", broken("src/main/java", 5, 9, false));
    }

    @Test
    void aMarkIsNeverPartedFromItsLetter() {
        assertEquals("ae\u0302\u0301/bc", broken("ae\u0302\u0301bc", 2, 9, false));
        assertEquals("e\u0302\u0301/b", broken("e\u0302\u0301b", 0, 9, false));
        assertEquals("a…", broken("ae\u0302\u0301bcd", 2, 1, false));
    }

    @Test
    void aTextThatGoesOnElsewhereEndsInAnEllipsis() {
        assertEquals("one t…", broken("one two", 6, 1, true));
        assertEquals("one/two…", broken("one two", 4, 9, true));
    }

    @Test
    void nothingHasNoLines() {
        assertEquals("", broken("", 5, 3, false));
        assertEquals("", broken("", 5, 3, true));
    }

    @Test
    void linesCoverTheTextInOrder() {
        int[] text = "a bb  ccc dddd/eee漢字 f".codePoints().toArray();
        for (int width = 0; width < 20; width++) {
            int at = 0;
            for (Line line : lines(text, width, 99, false)) {
                assertTrue(line.start() >= at && line.end() > line.start(), "width " + width);
                for (int i = at; i < line.start(); i++) {
                    assertEquals(' ', text[i], "width " + width);
                }
                at = line.end();
            }
            assertEquals(text.length, at, "width " + width);
        }
    }

    private static String broken(String text, int width, int most, boolean more) {
        int[] characters = text.codePoints().toArray();
        return lines(characters, width, most, more).stream()
                .map(line -> new String(characters, line.start(), line.end() - line.start()) + (line.cut() ? "…" : ""))
                .collect(Collectors.joining("/"));
    }

    private static List<Line> lines(int[] text, int width, int most, boolean more) {
        float[] advances = new float[text.length];
        for (int i = 0; i < text.length; i++) {
            advances[i] = PlainText.isMark(text[i]) ? 0 : 1;
        }
        return new LineBreaker(text, advances, width).lines(most, 1, more);
    }
}
