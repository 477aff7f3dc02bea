package dev.perch.render;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.BubbleText;
import dev.perch.model.StatusSign;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever an agent says, the bubble stands, in bounded size and work. */
final class NastyTextTest {
    private static final List<String> NASTY = List.of(
            "",
            " ",
            "\n\n\n\n\n",
            "\0",
            "\uD800",
            "\uDC00\uD800",
            "\uFFFF\uFFFE\uFDD0",
            "\u202E\u202Dabc\u202C\u2066def\u2069",
            "Z\u0300\u0301\u0302\u0303".repeat(50),
            "\u0301".repeat(5000),
            "a".repeat(100_000),
            "word ".repeat(20_000),
            " ".repeat(100_000),
            "\u200B".repeat(100_000),
            "漢".repeat(100_000),
            "👩\u200D👩\u200D👧\u200D👦".repeat(1000),
            "🇦".repeat(999),
            "\uD83D\uDE80".repeat(1000),
            "\uFDFD\uFDFD\uFDFD",
            "𒐫𒐫𒐫",
            "ﷺ",
            "العربية שלום हिन्दी ไทย ქართული",
            "\u1100".repeat(300),
            "-".repeat(1000),
            "/".repeat(1000),
            "a-b/".repeat(1000),
            "\u00A0".repeat(1000),
            "\u00AD".repeat(1000),
            "((((((((((((((((((((((((((((((((((((((((((((((((((((",
            "。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。",
            "\uDB40\uDC41".repeat(100),
            "\uDBFF\uDFFF".repeat(100),
            "\u001B[31mred\u001B[0m %s %n {} ${x} <b>&amp;</b> \\u0000 ' OR 1=1");

    private final BubblePainter painter =
            new BubblePainter(new RasterTextures(), new FontStack(List.of(FontStack.bundled())), BubbleTheme.DARK);

    @AfterEach
    void free() {
        painter.dispose();
    }

    @TestFactory
    List<DynamicTest> nothingBreaksTheBubble() {
        return NASTY.stream()
                .map(text -> DynamicTest.dynamicTest(
                        text.length() + " of " + Integer.toHexString(text.hashCode()), () -> survives(text)))
                .toList();
    }

    @Test
    void randomCharactersAreSet() {
        campaign(new Random(7), 300);
    }

    @Tag("long")
    @Test
    void manyRandomCharactersAreSet() {
        campaign(new Random(8), 100_000);
    }

    @Test
    void absurdSizesAreClipped() {
        BubbleText text = BubbleText.of(StatusSign.BLOCKED, "A title", "and a body that is longer");
        for (int width : new int[] {Integer.MIN_VALUE, -1, 0, 1, 50, 100_000}) {
            for (float scale : new float[] {0, -1, 0.5f, 1.25f, 6, 1e9f, Float.NaN}) {
                BubbleLayout layout = painter.measure(text, width, scale);
                assertTrue(layout.width() > 0 && layout.height() > 0, width + " " + scale);
            }
        }
    }

    private void campaign(Random random, int rounds) {
        for (int i = 0; i < rounds; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(200);
            for (int k = 0; k < length; k++) {
                text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x300 : 0x110000));
            }
            survives(text.toString());
        }
    }

    private void survives(String text) {
        BubbleLayout layout =
                painter.measure(new BubbleText(text, text + " ", StatusSign.READY, true, text), 280, 1.5f);
        assertTrue(layout.width() <= 280, "width " + layout.width());
        assertTrue(layout.lines() <= 6, "lines " + layout.lines());
        assertTrue(layout.title().glyphs() <= 400, "glyphs " + layout.title().glyphs());
        assertTrue(layout.height() <= 210, "height " + layout.height());
    }
}
