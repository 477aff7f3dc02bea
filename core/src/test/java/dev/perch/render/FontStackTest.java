package dev.perch.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FontStackTest {
    private static final int HAN = 0x6F22;
    private static final int BEYOND_BMP = 0x20BB7;

    @Test
    void aCharacterComesFromTheFirstFontThatHasIt() {
        FontStack fonts = new FontStack(List.of(
                TinyFont.family("a", 500, 'x'),
                TinyFont.family("b", 700, 'x', HAN),
                TinyFont.family("c", 900, HAN, 'q')));
        assertEquals(5, advance(fonts, 'x'), 0.01);
        assertEquals(7, advance(fonts, HAN), 0.01);
        assertEquals(9, advance(fonts, 'q'), 0.01);
        fonts.dispose();
    }

    @Test
    void theBundledFontKeepsItsOwnLettersWhateverFollows() {
        FontStack fonts = new FontStack(List.of(FontStack.bundled(), TinyFont.family("wide", 2000, 'x', HAN)));
        assertNotEquals(20, advance(fonts, 'x'), 1);
        assertEquals(20, advance(fonts, HAN), 0.01);
        fonts.dispose();
    }

    @Test
    void aCodePointBeyondTheFirstPlaneIsFound() {
        FontStack fonts = new FontStack(List.of(FontStack.bundled(), TinyFont.family("b", 1000, BEYOND_BMP)));
        assertEquals(10, advance(fonts, BEYOND_BMP), 0.01);
        fonts.dispose();
    }

    @Test
    void aCharacterThatNoFontHasIsNotFound() {
        FontStack fonts = new FontStack(List.of(FontStack.bundled()));
        assertNull(fonts.find(FontWeight.REGULAR, 0x1F680));
        assertNull(fonts.find(FontWeight.STRONG, 0x10FFFF));
        fonts.dispose();
    }

    @Test
    void aBrokenFontIsNamedAndTheOthersServe() {
        FontFile broken = new FontFile("/fonts/broken.ttf", ByteBuffer.allocateDirect(100), 0);
        FontStack fonts = new FontStack(List.of(new FontFamily(broken, null), FontStack.bundled()));
        assertEquals(1, fonts.problems().size());
        assertTrue(fonts.problems().get(0).sentence().startsWith("/fonts/broken.ttf: "));
        assertNotNull(fonts.find(FontWeight.REGULAR, 'x'));
        fonts.dispose();
    }

    @Test
    void aStackWithNoUsableFontIsRefused() {
        FontFile broken = new FontFile("broken", ByteBuffer.allocateDirect(0), 0);
        assertThrows(IllegalArgumentException.class, () -> new FontStack(List.of(new FontFamily(broken, null))));
    }

    @Test
    void aFontWithoutAStrongSisterIsThickened() {
        FontStack fonts = new FontStack(List.of(TinyFont.family("a", 500, 'x')));
        assertTrue(inkOf(fonts, FontWeight.STRONG) > inkOf(fonts, FontWeight.REGULAR));
        fonts.dispose();
    }

    @Test
    void theBundledFontHasTheLettersOfEuropeAndTheSignsOfTheBubble() {
        FontStack fonts = new FontStack(List.of(FontStack.bundled()));
        "Ünïcödé Łódź Đặng Съешь ещё Ελλάδα €₽ → ✓ … · “”".codePoints().forEach(c -> {
            for (FontWeight weight : FontWeight.values()) {
                assertNotNull(fonts.find(weight, c), Character.getName(c));
            }
        });
        fonts.dispose();
    }

    private static float advance(FontStack fonts, int codePoint) {
        FontFace face = fonts.find(FontWeight.REGULAR, codePoint);
        assertNotNull(face);
        return face.advance(10, face.glyph(codePoint));
    }

    private static int inkOf(FontStack fonts, FontWeight weight) {
        FontFace face = fonts.find(weight, 'x');
        assertNotNull(face);
        Ink ink = new Ink();
        face.rasterise(20, face.glyph('x'), 0, ink);
        int sum = 0;
        for (int i = 0; i < ink.width() * ink.height(); i++) {
            sum += ink.rgba().get(4 * i) & 255;
        }
        return sum;
    }
}
