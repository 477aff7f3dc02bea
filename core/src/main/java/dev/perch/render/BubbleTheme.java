package dev.perch.render;

import dev.perch.model.StatusSign;
import java.util.List;

/**
 * The colours of bubbles, {@code 0xRRGGBBAA}, not premultiplied. Text and signs are readable on the card by construction.
 *
 * @param card the ground, opaque
 * @param border around it: a hairline, or solid where contrast is high
 * @param shadow with the alpha that it has where it is darkest
 * @param title the title
 * @param body the text under it
 * @param note the small line at the end, and the sign of what is idle or stale
 * @param working accent of {@link StatusSign#WORKING}
 * @param needsInput accent of {@link StatusSign#NEEDS_INPUT}
 * @param blocked accent of {@link StatusSign#BLOCKED}
 * @param ready accent of {@link StatusSign#READY}
 * @param highContrast whether the border is broad and everything on the card has a contrast of 7
 */
public record BubbleTheme(
        int card,
        int border,
        int shadow,
        int title,
        int body,
        int note,
        int working,
        int needsInput,
        int blocked,
        int ready,
        boolean highContrast) {

    /** For light desktops. */
    public static final BubbleTheme LIGHT = new BubbleTheme(
            0xFFFFFFFF,
            0x1B233024,
            0x0B122047,
            0x191D24FF,
            0x414855FF,
            0x666E7BFF,
            0x2563EBFF,
            0xB45309FF,
            0xD3222AFF,
            0x15803DFF,
            false);

    /** For dark desktops. */
    public static final BubbleTheme DARK = new BubbleTheme(
            0x24272EFF,
            0xFFFFFF24,
            0x00000080,
            0xF3F5F8FF,
            0xBFC5D0FF,
            0x979EABFF,
            0x79B0FFFF,
            0xFBBF4BFF,
            0xFF8B85FF,
            0x62D48CFF,
            false);

    /** For light desktops of high contrast: no shadow, a black border. */
    public static final BubbleTheme LIGHT_CONTRAST = new BubbleTheme(
            0xFFFFFFFF,
            0x000000FF,
            0x00000000,
            0x000000FF,
            0x141414FF,
            0x333333FF,
            0x0A3AA8FF,
            0x6E2F00FF,
            0x96000FFF,
            0x0A4A1EFF,
            true);

    /** For dark desktops of high contrast: no shadow, a white border. */
    public static final BubbleTheme DARK_CONTRAST = new BubbleTheme(
            0x000000FF,
            0xFFFFFFFF,
            0x00000000,
            0xFFFFFFFF,
            0xF2F2F2FF,
            0xD6D6D6FF,
            0x9CC9FFFF,
            0xFFD479FF,
            0xFFADA8FF,
            0x8CF0AFFF,
            true);

    /** @throws IllegalArgumentException when a text or accent has too little contrast on the card, or the card is clear */
    public BubbleTheme {
        if ((card & 255) != 255) {
            throw new IllegalArgumentException("the card of a theme must be opaque");
        }
        double least = highContrast ? Contrast.STRONG : Contrast.READABLE;
        if (highContrast && ((border & 255) != 255 || Contrast.of(border, card) < least)) {
            throw new IllegalArgumentException("the border of a theme of high contrast must be seen");
        }
        for (int text : List.of(title, body, note, working, needsInput, blocked, ready)) {
            if ((text & 255) != 255 || Contrast.of(text, card) < least) {
                throw new IllegalArgumentException(String.format("#%08x cannot be read on #%08x", text, card));
            }
        }
    }

    /** The theme for a desktop. */
    public static BubbleTheme of(boolean dark, boolean highContrast) {
        if (highContrast) {
            return dark ? DARK_CONTRAST : LIGHT_CONTRAST;
        }
        return dark ? DARK : LIGHT;
    }

    /** The colour of a sign. */
    public int accent(StatusSign sign) {
        return switch (sign) {
            case NONE -> note;
            case WORKING -> working;
            case NEEDS_INPUT -> needsInput;
            case BLOCKED -> blocked;
            case READY -> ready;
        };
    }
}
