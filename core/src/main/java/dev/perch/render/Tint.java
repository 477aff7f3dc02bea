package dev.perch.render;

/**
 * The colour that texels are multiplied with, from LibGDX's packed colour: {@code 0xAABBGGRR} with an alpha whose lowest
 * bit is lost, so that 254 is full. A plane of it may slope over a triangle.
 */
final class Tint {
    /** A factor of one. Products with a byte fit an int. */
    private static final int ONE = 1 << 22;

    private static final int WHITE = 0xfeffffff;

    private Tint() {}

    static boolean isWhite(int packed) {
        return (packed & WHITE) == WHITE;
    }

    /** Channel 0 to 3 of the packed colour is red, green, blue, alpha; 0 to 1. */
    static double channel(int packed, int channel) {
        int value = packed >>> 8 * channel & 255;
        return channel == 3 ? Math.min(1, value / 254.0) : value / 255.0;
    }

    /** Multiplies {@code row[0..n)}; red, green, blue, alpha start at these and grow by those with every pixel. */
    static void multiply(
            int[] row, int n, double r, double g, double b, double a, double dr, double dg, double db, double da) {
        if (dr == 0 && dg == 0 && db == 0 && da == 0) {
            flat(row, n, factor(r), factor(g), factor(b), factor(a));
            return;
        }
        for (int i = 0; i < n; i++) {
            row[i] = product(row[i], factor(r + i * dr), factor(g + i * dg), factor(b + i * db), factor(a + i * da));
        }
    }

    private static void flat(int[] row, int n, int r, int g, int b, int a) {
        for (int i = 0; i < n; i++) {
            if (row[i] != 0) {
                row[i] = product(row[i], r, g, b, a);
            }
        }
    }

    private static int factor(double value) {
        return (int) (Math.max(0, Math.min(1, value)) * ONE + 0.5);
    }

    private static int product(int p, int r, int g, int b, int a) {
        return byteOf((p >>> 24) * a) << 24
                | byteOf((p >> 16 & 255) * r) << 16
                | byteOf((p >> 8 & 255) * g) << 8
                | byteOf((p & 255) * b);
    }

    private static int byteOf(int product) {
        return product + ONE / 2 >> 22;
    }
}
