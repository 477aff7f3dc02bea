package dev.perch.render;

import dev.perch.model.StatusSign;

/** The pictures of the signs, in one colour, drawn from shapes on a square of 16 units. */
final class StatusIcon {
    /** Edge in pixels at scale 1. */
    static final int EDGE = 16;

    /** The same of the picture of an inbox. */
    private static final int INBOX_EDGE = 12;

    private static final int DASHES = 9;

    private StatusIcon() {}

    /**
     * Draws a sign in white.
     *
     * @param scale pixels a unit
     */
    static void rasterise(StatusSign sign, boolean stale, float scale, Ink ink) {
        int edge = Math.round(EDGE * scale);
        float unit = edge / (float) EDGE;
        Shape shape = stale ? dashedRing(unit) : shape(sign, unit);
        boolean comet = sign == StatusSign.WORKING && !stale;
        ink.clear(edge, edge);
        for (int y = 0; y < edge; y++) {
            for (int x = 0; x < edge; x++) {
                float px = x + 0.5f;
                float py = y + 0.5f;
                float fade = comet ? cometFade(px - 8 * unit, py - 8 * unit) : 1;
                ink.white(x, y, Math.round(255 * fade * shape.coverage(px, py)));
            }
        }
    }

    /** Draws, in white, an arrow down into an open tray: other programs may write. */
    static void rasteriseInbox(float scale, Ink ink) {
        int edge = Math.round(INBOX_EDGE * scale);
        float u = edge / (float) INBOX_EDGE;
        Shape shape = Shape.line(6 * u, 1.2f * u, 6 * u, 6.4f * u, 1.5f * u)
                .and(Shape.line(3.8f * u, 4.6f * u, 6 * u, 6.8f * u, 1.5f * u))
                .and(Shape.line(6 * u, 6.8f * u, 8.2f * u, 4.6f * u, 1.5f * u))
                .and(Shape.line(1.4f * u, 6.6f * u, 1.4f * u, 10.4f * u, 1.5f * u))
                .and(Shape.line(1.4f * u, 10.4f * u, 10.6f * u, 10.4f * u, 1.5f * u))
                .and(Shape.line(10.6f * u, 10.4f * u, 10.6f * u, 6.6f * u, 1.5f * u));
        ink.clear(edge, edge);
        for (int y = 0; y < edge; y++) {
            for (int x = 0; x < edge; x++) {
                ink.white(x, y, Math.round(255 * shape.coverage(x + 0.5f, y + 0.5f)));
            }
        }
    }

    private static Shape shape(StatusSign sign, float u) {
        return switch (sign) {
            case NONE -> Shape.circle(8 * u, 8 * u, 3 * u);
            case WORKING -> spinner(u);
            case NEEDS_INPUT -> question(u);
            case BLOCKED -> warning(u);
            case READY -> check(u);
        };
    }

    /** An open ring that fades from its round head, at the right, backwards to its tail. */
    private static Shape spinner(float u) {
        Shape ring = Shape.circle(8 * u, 8 * u, 5.7f * u).outline(2.6f * u);
        Shape head = Shape.circle(13.7f * u, 8 * u, 1.3f * u);
        Shape gap = (x, y) -> {
            float along = y - 8 * u;
            float across = x - 8 * u;
            return across < 0 ? u * 8 : Math.max(-along, along - across);
        };
        return ring.without(gap).and(head);
    }

    private static float cometFade(float x, float y) {
        double turn = StrictMath.atan2(y, x) / (2 * Math.PI);
        double age = turn < -0.05 ? -turn : turn < 0.02 ? 0 : 1 - turn;
        return (float) Math.max(0.2, 1 - 0.95 * age);
    }

    /** A speech balloon with a question mark left clear in it. */
    private static Shape question(float u) {
        Shape balloon = Shape.box(1.2f * u, 1 * u, 14.8f * u, 12.4f * u, 3.6f * u)
                .melted(Shape.triangle(4.2f * u, 11 * u, 8.4f * u, 11 * u, 4.4f * u, 14.6f * u, 0.5f * u), u);
        Shape hook = Shape.circle(8 * u, 5.3f * u, 1.9f * u).outline(1.5f * u);
        Shape open = Shape.box(0, 5.3f * u, 8 * u, 12 * u, 0);
        Shape stem = Shape.line(8 * u, 7.2f * u, 8 * u, 7.7f * u, 1.5f * u);
        Shape dot = Shape.circle(8 * u, 10.1f * u, 0.95f * u);
        return balloon.without(hook.without(open).and(stem).and(dot));
    }

    /** A warning triangle with an exclamation mark left clear in it. */
    private static Shape warning(float u) {
        Shape triangle = Shape.triangle(8 * u, 2.6f * u, 14 * u, 13 * u, 2 * u, 13 * u, 1.5f * u);
        Shape stem = Shape.line(8 * u, 5.9f * u, 8 * u, 8.7f * u, 1.6f * u);
        Shape dot = Shape.circle(8 * u, 11.4f * u, 1 * u);
        return triangle.without(stem.and(dot));
    }

    /** A disc with a check left clear in it. */
    private static Shape check(float u) {
        Shape disc = Shape.circle(8 * u, 8 * u, 7 * u);
        Shape stroke = Shape.line(4.9f * u, 8.3f * u, 7.1f * u, 10.5f * u, 1.7f * u)
                .and(Shape.line(7.1f * u, 10.5f * u, 11.2f * u, 5.7f * u, 1.7f * u));
        return disc.without(stroke);
    }

    private static Shape dashedRing(float u) {
        Shape ring = Shape.circle(8 * u, 8 * u, 6 * u).outline(1.8f * u);
        Shape dashes = (x, y) -> {
            double turn = StrictMath.atan2(y - 8 * u, x - 8 * u) / (2 * Math.PI) * DASHES;
            double fromMiddle = Math.abs(turn - Math.rint(turn));
            return (float) ((fromMiddle - 0.28) * 2 * Math.PI / DASHES * 6 * u);
        };
        return (x, y) -> Math.max(ring.distance(x, y), dashes.distance(x, y));
    }
}
