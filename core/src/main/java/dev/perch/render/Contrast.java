package dev.perch.render;

/** Contrast of colours as WCAG 2.1 reckons it. Pure. */
final class Contrast {
    /** What WCAG 2.1 (1.4.3, level AA) asks of text of this size. */
    static final double READABLE = 4.5;

    /** What WCAG 2.1 (1.4.6, level AAA) asks of it. */
    static final double STRONG = 7;

    private Contrast() {}

    /** From 1, none, to 21, black on white. Alpha is not looked at. */
    static double of(int rgba, int otherRgba) {
        double a = luminance(rgba);
        double b = luminance(otherRgba);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgba) {
        return 0.2126 * linear(rgba >>> 24) + 0.7152 * linear(rgba >>> 16 & 255) + 0.0722 * linear(rgba >>> 8 & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
