package dev.perch.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class PlainTextTest {
    private record Case(String what, String text, String expected) {}

    private static final List<Case> CASES = List.of(
            new Case("white space is single blanks", " a\t\n b\u2003\u3000c\u0085d\u2028 ", "a b c d"),
            new Case("a blank that holds together is kept", "5\u00A0min", "5\u00A0min"),
            new Case("controls are gone", "a\u0000b\u001B[31mc\u007F", "ab[31mc"),
            new Case("bidi controls are gone", "a\u202Eb\u2066c\u200F", "abc"),
            new Case("a lone surrogate shows as one", "a\uD83Db\uDC00", "a\uFFFDb\uFFFD"),
            new Case("an accent is composed", "e\u0301", "é"),
            new Case("two marks are enough", "x\u0323\u0302\u0301\u0300", "x\u0323\u0302"),
            new Case("a mark on nothing is gone", "\u0301 \u0301a", "a"),
            new Case("jamo are composed", "\u1112\u1161\u11AB", "한"),
            new Case("joined emoji are one", "👩\u200D💻!", "👩!"),
            new Case("a skin tone is not a picture of its own", "👋\uD83C\uDFFD", "👋"),
            new Case("a flag is one", "🇩🇪🇫🇷", "🇩🇫"),
            new Case("a variation selector is gone", "❤\uFE0F", "❤"),
            new Case("fillers are gone", "\u3164\u115Fa\u034F", "a"),
            new Case("tags are gone", "a\uDB40\uDC41\uDB40\uDC7F", "a"),
            new Case("nothing stays nothing", "", ""));

    @TestFactory
    List<DynamicTest> onlyWhatCanBeSeenIsTaken() {
        return CASES.stream()
                .map(c -> DynamicTest.dynamicTest(c.what, () -> assertEquals(c.expected, seen(c.text, 100))))
                .toList();
    }

    @Test
    void noMoreIsTakenThanWasAsked() {
        PlainText cut = PlainText.of("abc def", 4);
        assertEquals("abc d", seen("abc def", 4));
        assertTrue(cut.cut());
        assertFalse(PlainText.of("abc", 3).cut());
    }

    @Test
    void aTextOfNothingButBlanksIsLookedIntoOnlySoFar() {
        PlainText blank = PlainText.of(" ".repeat(1_000_000) + "x", 100);
        assertEquals(0, blank.codePoints().length);
        assertTrue(blank.cut());
    }

    private static String seen(String text, int most) {
        int[] characters = PlainText.of(text, most).codePoints();
        return new String(characters, 0, characters.length);
    }
}
