package dev.perch.render;

import dev.perch.render.Typesetter.Style;

/** The measures of a bubble at a scale, in whole pixels: design values at scale 1 times the scale. */
record BubbleMetrics(
        float scale,
        int radius,
        int padX,
        int padTop,
        int padBottom,
        int icon,
        int iconGap,
        int bodyGap,
        int noteGap,
        int margin,
        int tailWidth,
        int tailHeight,
        Style title,
        Style body,
        Style note) {

    static BubbleMetrics at(float scale) {
        return new BubbleMetrics(
                scale,
                px(12, scale),
                px(13, scale),
                px(10, scale),
                px(11, scale),
                px(StatusIcon.EDGE, scale),
                px(8, scale),
                px(1, scale),
                px(5, scale),
                px(20, scale),
                px(20, scale),
                px(10, scale),
                new Style(FontWeight.STRONG, px(14, scale), px(20, scale)),
                new Style(FontWeight.REGULAR, px(13, scale), px(18, scale)),
                new Style(FontWeight.REGULAR, px(11, scale), px(15, scale)));
    }

    private static int px(float design, float scale) {
        return Math.max(1, Math.round(design * scale));
    }

    /** Edge of the corner pieces of a card, the margin included. */
    int corner() {
        return margin + radius + 1;
    }

    /** Width of the piece of a card's edge that the tail stands on: the tail's shadow ends inside. */
    int tailPiece() {
        return tailWidth + 2 * margin;
    }

    /** Between the edge of a card and words that are scrolled. */
    int inset() {
        return Math.max(1, padTop / 2);
    }

    /** The lowest card that has room for a few lines. */
    int shortest() {
        return 2 * corner() + title.lineHeight();
    }

    /** The narrowest card that has room for its corners and the tail. */
    int narrowest() {
        return tailPiece() + 2 * (radius + 1);
    }
}
