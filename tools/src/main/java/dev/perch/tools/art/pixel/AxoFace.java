package dev.perch.tools.art.pixel;

/** Eyes and mouths, placed on the bare head. */
final class AxoFace {
    /** How the eyes look; each map is the left eye, the right eye is the same map or its mirror. */
    enum Eyes {
        OPEN("""
        .KKKK.
        KwwKKK
        KwwKKK
        KKKKKK
        KKKKtK
        KKKtbK
        .KKKK.
        """, 0, false),
        HALF("""
        TTTTTT
        KwwKKK
        KKKKKK
        KKKtbK
        .KKKK.
        """, 2, false),
        SHUT("""
        K....K
        KKKKKK
        .KKKK.
        """, 4, false),
        HAPPY("""
        ..KK..
        .KKKK.
        KK..KK
        K....K
        """, 1, false),
        WIDE("""
        .KKKK.
        KwwwKK
        KwwwKK
        KwwKKK
        KKKKKK
        KKKKtK
        KKKtbK
        .KKKK.
        """, -1, false),
        CROSS("""
        KK.KK
        KKKKK
        .KKK.
        KKKKK
        KK.KK
        """, 1, false),
        DOWN("""
        TT....
        .TTTT.
        ......
        KKKKKK
        KKKKKK
        KKKwwK
        KKKwwK
        KtbKKK
        .KKKK.
        """, -3, true),
        UP("""
        .KwwK.
        KKwwKK
        KKKKKK
        KKKKKK
        KKKKKK
        KKttKK
        .KKKK.
        """, -1, false),
        TIGHT("""
        KK...
        .KKK.
        ..KKK
        .KKK.
        KK...
        """, 1, true);

        private final String rows;
        private final int drop;
        private final boolean mirror;

        Eyes(String rows, int drop, boolean mirror) {
            this.rows = rows;
            this.drop = drop;
            this.mirror = mirror;
        }

        private PixelCanvas map() {
            return PixelCanvas.of(rows);
        }
    }

    /** The mouth, centred between the eyes. */
    enum Mouth {
        SMILE("""
        K....K
        .KKKK.
        """),
        GRIN("""
        KKKKKK
        KrrrrK
        .KppK.
        ..KK..
        """),
        OH("""
        .KK.
        KrrK
        KrrK
        .KK.
        """),
        FLAT("""
        KKKKKK
        """),
        TONGUE("""
        .KKKKKK.
        ....KppK
        .....KK.
        """),
        WAVY("""
        .KK..K.
        K..KKKK
        ....ppK
        ....rpK
        .....K.
        """),
        SAD("""
        .KKKK.
        K....K
        """);

        private final String rows;

        Mouth(String rows) {
            this.rows = rows;
        }

        private PixelCanvas map() {
            return PixelCanvas.of(rows);
        }
    }

    private static final PixelCanvas CHEEK = PixelCanvas.of("""
          .ooo
          oooo
          """);

    private AxoFace() {}

    /**
     * Draws a face on a head map.
     *
     * @param shiftX how far the face is turned to the right
     * @param shiftY how far it is turned down
     */
    static void draw(PixelCanvas head, Eyes eyes, Mouth mouth, int shiftX, int shiftY) {
        int middle = head.width() / 2 + shiftX;
        int top = head.height() / 2 - 2 + shiftY;
        int wide = eyes.map().width();
        head.blit(eyes.map(), middle - 4 - wide, top + eyes.drop);
        head.blit(eyes.mirror ? eyes.map().mirrored() : eyes.map(), middle + 4, top + eyes.drop);
        cheeksAndMouth(head, mouth, middle, top);
    }

    /** Draws a face turned well to the right: the far eye is narrower and nearer the edge. */
    static void drawTurned(PixelCanvas head, Eyes eyes, Mouth mouth, int shiftY) {
        int middle = head.width() / 2 + 3;
        int top = head.height() / 2 - 2 + shiftY;
        int wide = eyes.map().width();
        head.blit(eyes.map(), middle - 4 - wide, top + eyes.drop);
        head.blit(eyes.map().resized(-2, 0), middle + 3, top + eyes.drop);
        head.blit(CHEEK, middle - 12, top + 7);
        head.blit(mouth.map(), middle - mouth.map().width() / 2, top + 6);
    }

    private static void cheeksAndMouth(PixelCanvas head, Mouth mouth, int middle, int top) {
        head.blit(CHEEK, middle - 12, top + 7);
        head.blit(CHEEK.mirrored(), middle + 8, top + 7);
        head.blit(mouth.map(), middle - mouth.map().width() / 2, top + 6);
    }
}
