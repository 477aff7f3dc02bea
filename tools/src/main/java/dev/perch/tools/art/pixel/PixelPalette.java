package dev.perch.tools.art.pixel;

/**
 * The sixteen colours of the pixel pet. A colour is a small index; 0 is transparent. Every colour
 * knows which darker colour lines its shape and which colour a cast shadow turns it into.
 */
final class PixelPalette {
    static final byte CLEAR = 0;
    static final byte INK = 1;

    /** One letter per index, used in the sprite maps; index 0 is the dot. */
    private static final String LETTERS = ".KTtblhWrpowygcse";

    private static final int[] RGB = {
        0x000000, // . transparent
        0x251636, // K ink
        0x1c4f66, // T deep teal, line of the skin
        0x2f9394, // t skin shadow
        0x62cfae, // b skin
        0xa0efbd, // l skin light
        0xf6f5cf, // h cream belly and highlight
        0x7a1e55, // W wine, line of gills and gold
        0xc93767, // r gill shadow
        0xf66a74, // p gill
        0xffaa8c, // o gill light and cheeks
        0xffffff, // w white
        0xffd348, // y gold
        0xdd8430, // g gold shadow
        0x5fd4ff, // c screen glow and tears
        0x4b4a75, // s slate
        0xbabbd8, // e pale slate
    };

    private static final String LINES = ".KTTTTTWWWWsWWTKs";
    private static final String SHADE = ".KTTtblWWrpegWtKs";
    private static final String LIT = ".KTblhhWpoowyycew";

    private PixelPalette() {}

    /** The index of a map letter. */
    static byte index(char letter) {
        int at = letter == ' ' ? 0 : LETTERS.indexOf(letter);
        if (at < 0) {
            throw new IllegalArgumentException("no palette letter '" + letter + "'");
        }
        return (byte) at;
    }

    /** The colour that outlines a shape of this colour. */
    static byte line(byte colour) {
        return index(LINES.charAt(colour));
    }

    /** One step darker on the colour's own ramp. */
    static byte shade(byte colour) {
        return index(SHADE.charAt(colour));
    }

    /** One step lighter on the colour's own ramp. */
    static byte lit(byte colour) {
        return index(LIT.charAt(colour));
    }

    /** Whether the colour is one of the line colours that may border the outside. */
    static boolean isLine(byte colour) {
        return colour == INK || colour == index('T') || colour == index('W') || colour == index('s');
    }

    /** Straight ARGB; transparent is 0. */
    static int argb(byte colour) {
        return colour == CLEAR ? 0 : 0xff000000 | RGB[colour];
    }
}
