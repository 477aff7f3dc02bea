package dev.perch.render;

/** Sums on pixels of {@code 0xAARRGGBB}, each rounded to the nearest. */
final class Argb {
    private Argb() {}

    static int premultiply(int straight) {
        int a = straight >>> 24;
        int r = over255((straight >> 16 & 255) * a);
        int g = over255((straight >> 8 & 255) * a);
        int b = over255((straight & 255) * a);
        return a << 24 | r << 16 | g << 8 | b;
    }

    /** Premultiplying the result again gives the same pixel, unless a channel was above the alpha. */
    static int straight(int premultiplied) {
        int a = premultiplied >>> 24;
        if (a == 255) {
            return premultiplied;
        }
        if (a == 0) {
            return 0;
        }
        int r = divide(premultiplied >> 16 & 255, a);
        int g = divide(premultiplied >> 8 & 255, a);
        int b = divide(premultiplied & 255, a);
        return a << 24 | r << 16 | g << 8 | b;
    }

    private static int divide(int channel, int alpha) {
        return Math.min(255, (channel * 255 + alpha / 2) / alpha);
    }

    /** {@code product / 255}, for a product of two bytes. */
    static int over255(int product) {
        int t = product + 128;
        return t + (t >> 8) >> 8;
    }
}
