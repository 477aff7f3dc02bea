package dev.perch.render;

/** Rasterises the card of a bubble: shadow, ground and hairline in one picture. */
final class CardPress {
    /* Two shadows: a wide faint one that lifts the card, a narrow one that draws its edge on a ground of its own colour. */
    private static final float WIDE_SIGMA = 5.5f;
    private static final float WIDE_DROP = 3;
    private static final float NARROW_SIGMA = 1.4f;
    private static final float NARROW_DROP = 1;
    private static final float NARROW_SHARE = 0.45f;
    /** Over so much of the margin, from outside, the shadow is faded: the tail's would reach farther. */
    private static final float FADE = 8;

    /* A sign of 16 units with a rim, and room for the shadow. */
    private static final int BADGE_EDGE = 34;
    private static final int BADGE_MARGIN = 5;
    private static final int MARK_EDGE = 28;

    private final BubbleMetrics metrics;
    private final BubbleTheme theme;
    private final Ink ink;

    CardPress(BubbleMetrics metrics, BubbleTheme theme, Ink ink) {
        this.metrics = metrics;
        this.theme = theme;
        this.ink = ink;
    }

    /** The smallest card, with its margin: corners, and a middle to stretch. */
    void card() {
        int edge = 2 * metrics.corner() + BubbleSkin.STRETCH;
        float near = metrics.margin();
        float far = edge - near;
        Shape border = Shape.box(0, 0, edge, edge, 0);
        press(edge, edge, Shape.box(near, near, far, far, metrics.radius()), border);
    }

    /** The piece of the lower or upper edge that the tail stands on, as high as a corner piece. */
    void tail(boolean down) {
        int width = metrics.tailPiece();
        int height = metrics.corner();
        int edge = down ? height - metrics.margin() : metrics.margin();
        int way = down ? 1 : -1;
        float middle = width / 2f;
        float half = metrics.tailWidth() * 0.75f;
        float root = edge - way * metrics.tailHeight() * 0.5f;
        float round = 1.6f * metrics.scale();
        Shape tail = Shape.triangle(
                middle - half + round,
                root,
                middle + half - round,
                root,
                middle,
                edge + way * (metrics.tailHeight() - round * 1.6f),
                round);
        Shape side = (x, y) -> way * (y - edge);
        Shape border = (x, y) -> Math.max(-y, y - height);
        press(width, height, side.melted(tail, 3 * metrics.scale()), border);
    }

    /** The ground of a badge: a disc with the card's border, and a margin for its shadow. */
    void badge() {
        disc(BADGE_EDGE);
    }

    /** The ground of a mark: a smaller one. */
    void mark() {
        disc(MARK_EDGE);
    }

    private void disc(float units) {
        float scale = metrics.scale();
        int edge = Math.round(units * scale);
        float middle = edge / 2f;
        Shape border = Shape.box(0, 0, edge, edge, 0);
        press(edge, edge, Shape.circle(middle, middle, (units / 2f - BADGE_MARGIN) * scale), border);
    }

    /** A small arrow down, in white. */
    void chevron() {
        float u = metrics.scale();
        int width = Math.round(10 * u);
        int height = Math.round(6 * u);
        white(
                width,
                height,
                Shape.line(1.5f * u, 1.5f * u, 5 * u, 4.5f * u, 1.6f * u)
                        .and(Shape.line(5 * u, 4.5f * u, 8.5f * u, 1.5f * u, 1.6f * u)));
    }

    /** The handle of a scroll bar, in white: two caps with a row to stretch between them. */
    void thumb() {
        int width = 2 * Math.max(1, Math.round(1.5f * metrics.scale()));
        white(width, width + 1, Shape.box(0, 0, width, width + 1, width / 2f));
    }

    private void white(int width, int height, Shape shape) {
        ink.clear(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                ink.white(x, y, Math.round(255 * shape.coverage(x + 0.5f, y + 0.5f)));
            }
        }
    }

    /** @param border the shadow ends at this one's edge */
    private void press(int width, int height, Shape shape, Shape border) {
        ink.clear(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float px = x + 0.5f;
                float py = y + 0.5f;
                float outside = shape.distance(px, py);
                if (outside > -0.5f) {
                    float shown = Math.min(1, -border.distance(px, py) / (FADE * metrics.scale()));
                    ink.over(x, y, theme.shadow(), shown * shadow(px, py, shape));
                }
                card(x, y, outside);
            }
        }
    }

    private void card(int x, int y, float outside) {
        float line = theme.highContrast() ? 2 * metrics.scale() : 0.5f + 0.5f * metrics.scale();
        float inside = Shape.coverage(outside);
        ink.over(x, y, theme.card(), inside);
        ink.over(x, y, theme.border(), inside * Shape.coverage(-outside - line));
    }

    private float shadow(float x, float y, Shape shape) {
        float scale = metrics.scale();
        float wide = blurred(shape.distance(x, y - WIDE_DROP * scale), WIDE_SIGMA * scale);
        float narrow = blurred(shape.distance(x, y - NARROW_DROP * scale), NARROW_SIGMA * scale);
        return 1 - (1 - wide) * (1 - NARROW_SHARE * narrow);
    }

    /** The edge of a half-plane under a Gaussian blur, which a bubble's edge is near enough to; 0 from 2.7 sigma on. */
    private static float blurred(float distance, float sigma) {
        float at = distance / sigma;
        if (at >= 2.7f) {
            return 0;
        }
        // Logistic stand-in for the normal distribution, within 0.01 (Tocher 1963).
        return (float) (1 / (1 + StrictMath.exp(1.702 * at)));
    }
}
