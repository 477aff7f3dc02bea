package dev.perch.render;

/** One face of a font. One thread at a time. */
sealed interface FontFace permits OutlineFace, ColourFace {
    /** Steps of a pixel across that glyphs are rasterised at. */
    int FINE = 4;

    /** The face's own number of the glyph, 0 when it has none. */
    int glyph(int codePoint);

    /** Advance in pixels at that size, unhinted. */
    float advance(int pixels, int glyph);

    /** What to add between two glyphs, in pixels. */
    float kerning(int pixels, int left, int right);

    /** Height above the baseline in pixels. */
    float ascent(int pixels);

    /** Depth under the baseline in pixels, positive. */
    float descent(int pixels);

    /**
     * Rasterises a glyph.
     *
     * @param shift how far right of a whole pixel the glyph stands, 0 to 3 fourths
     * @param ink where the picture goes; empty for a space
     * @return the place of the picture against the pen: how far right its left edge is, and how far up its top edge is
     */
    Bearing rasterise(int pixels, int glyph, int shift, Ink ink);

    /** Whether its pictures have colours of their own; others are white, to be tinted. */
    boolean coloured();

    /** Where a picture lies against the pen: pixels right of it, pixels above the baseline. */
    record Bearing(int right, int up) {
        static final Bearing NONE = new Bearing(0, 0);
    }
}
