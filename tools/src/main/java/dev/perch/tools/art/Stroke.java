package dev.perch.tools.art;

/** Turns lines into fillable shapes: round joins and ends, with an even or a tapering width. */
public final class Stroke {

    /** How wide the brush is at a fraction of the way along a contour, and in which direction it runs. */
    @FunctionalInterface
    public interface Width {
        /**
         * The full width here.
         *
         * @param along fraction of the points passed, 0 to 1
         * @param dx    unit direction of the line, x
         * @param dy    unit direction of the line, y
         */
        double at(double along, double dx, double dy);
    }

    private Stroke() {}

    /** An even stroke. */
    public static Path even(Path path, double width) {
        return brushed(path, (along, dx, dy) -> width);
    }

    /** A stroke that thins out to both ends, like a quick brush mark. */
    public static Path tapered(Path path, double width) {
        return brushed(path, (along, dx, dy) -> width * (0.25 + 0.75 * StrictMath.sin(StrictMath.PI * along)));
    }

    /** A stroke whose width the caller decides point by point. */
    public static Path brushed(Path path, Width width) {
        Path out = new Path();
        for (double[] c : path.contours()) {
            int n = c.length / 2;
            double lastX = 0;
            double lastY = 0;
            boolean first = true;
            for (int i = 0; i + 1 < n; i++) {
                double x0 = c[2 * i];
                double y0 = c[2 * i + 1];
                double x1 = c[2 * i + 2];
                double y1 = c[2 * i + 3];
                double dx = x1 - x0;
                double dy = y1 - y0;
                double length = StrictMath.sqrt(dx * dx + dy * dy);
                if (length < 1e-9) {
                    continue;
                }
                dx /= length;
                dy /= length;
                double h0 = width.at((double) i / (n - 1), dx, dy) / 2;
                double h1 = width.at((double) (i + 1) / (n - 1), dx, dy) / 2;
                quad(out, x0, y0, h0, x1, y1, h1, dx, dy);
                if (first || lastX * dx + lastY * dy < 0.9999) {
                    disc(out, x0, y0, h0);
                }
                if (i + 2 == n) {
                    disc(out, x1, y1, h1);
                }
                first = false;
                lastX = dx;
                lastY = dy;
            }
        }
        return out;
    }

    /* Every piece runs the same way round, so that the winding numbers of overlaps add up. */
    private static void quad(
            Path out, double x0, double y0, double h0, double x1, double y1, double h1, double dx, double dy) {
        out.moveTo(x0 + dy * h0, y0 - dx * h0)
                .lineTo(x1 + dy * h1, y1 - dx * h1)
                .lineTo(x1 - dy * h1, y1 + dx * h1)
                .lineTo(x0 - dy * h0, y0 + dx * h0);
    }

    private static void disc(Path out, double x, double y, double r) {
        int sides = 16;
        for (int i = 0; i < sides; i++) {
            double angle = 2 * StrictMath.PI * i / sides;
            double px = x + r * StrictMath.cos(angle);
            double py = y + r * StrictMath.sin(angle);
            if (i == 0) {
                out.moveTo(px, py);
            } else {
                out.lineTo(px, py);
            }
        }
    }
}
