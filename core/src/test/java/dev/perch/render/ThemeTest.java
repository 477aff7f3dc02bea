package dev.perch.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.StatusSign;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ThemeTest {
    @ParameterizedTest
    @CsvSource({
        "0x000000ff, 0xffffffff, 21.0",
        "0xffffffff, 0xffffffff, 1.0",
        "0x777777ff, 0xffffffff, 4.48",
        "0xff0000ff, 0xffffffff, 4.0",
        "0x0000ffff, 0x000000ff, 2.44"
    })
    void contrastIsThatOfWcag(String a, String b, double expected) {
        assertEquals(
                expected,
                Contrast.of(Integer.decode(a.substring(0, 8)) << 8, Integer.decode(b.substring(0, 8)) << 8),
                0.005);
    }

    @ParameterizedTest
    @EnumSource(StatusSign.class)
    void everySignCanBeReadInBothThemes(StatusSign sign) {
        for (BubbleTheme theme : new BubbleTheme[] {BubbleTheme.LIGHT, BubbleTheme.DARK}) {
            assertTrue(Contrast.of(theme.accent(sign), theme.card()) >= 4.5, sign + " on " + theme);
        }
    }

    @Test
    void theTextsCanBeReadAndAreGraded() {
        for (BubbleTheme theme : new BubbleTheme[] {BubbleTheme.LIGHT, BubbleTheme.DARK}) {
            double title = Contrast.of(theme.title(), theme.card());
            double body = Contrast.of(theme.body(), theme.card());
            double note = Contrast.of(theme.note(), theme.card());
            assertTrue(title > 12 && title > body && body > 7 && body > note && note >= 4.5, theme.toString());
        }
    }

    @Test
    void inHighContrastEverythingOnTheCardHasSevenToOneAndTheBorderIsSolid() {
        for (BubbleTheme theme : new BubbleTheme[] {BubbleTheme.LIGHT_CONTRAST, BubbleTheme.DARK_CONTRAST}) {
            for (StatusSign sign : StatusSign.values()) {
                assertTrue(Contrast.of(theme.accent(sign), theme.card()) >= 7, sign + " on " + theme);
            }
            for (int text : new int[] {theme.title(), theme.body(), theme.note(), theme.border()}) {
                assertTrue(Contrast.of(text, theme.card()) >= 7, theme.toString());
            }
            assertEquals(0, theme.shadow() & 255, "the card stands out without a shadow");
        }
    }

    @Test
    void noTwoSignsHaveTheSameColour() {
        Set<Integer> colours = new HashSet<>();
        for (StatusSign sign : StatusSign.values()) {
            assertTrue(colours.add(BubbleTheme.LIGHT.accent(sign)));
            assertTrue(colours.add(BubbleTheme.DARK.accent(sign)));
            assertTrue(colours.add(BubbleTheme.LIGHT_CONTRAST.accent(sign)));
            assertTrue(colours.add(BubbleTheme.DARK_CONTRAST.accent(sign)));
        }
    }

    @Test
    void aThemeThatCannotBeReadIsRefused() {
        int grey = 0x808080FF;
        int black = 0x000000FF;
        int white = 0xFFFFFFFF;
        assertThrows(
                IllegalArgumentException.class,
                () -> new BubbleTheme(white, grey, grey, black, grey, black, black, black, black, black, false));
        assertThrows(
                IllegalArgumentException.class,
                () -> new BubbleTheme(0xFFFFFF80, grey, grey, black, black, black, black, black, black, black, false));
    }
}
