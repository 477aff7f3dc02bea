package dev.perch.tools.art;

import java.util.ArrayList;
import java.util.List;

/** Several ellipses melted into one soft outline, like clay. */
final class Blob {

    private static final int POINTS = 112;
    private static final double FAR = 160;

    private final double softness;
    private final List<double[]> parts = new ArrayList<>();

    /** A blob whose parts melt together over about {@code softness} units. */
    Blob(double softness) {
        this.softness = softness;
    }

    /** Adds an ellipse. */
    Blob add(double cx, double cy, double rx, double ry) {
        parts.add(new double[] {cx, cy, rx, ry});
        return this;
    }

    /** The outline as seen from a point inside, from which every part of it has to be visible. */
    Path trace(double fromX, double fromY) {
        Path out = new Path();
        for (int i = 0; i <= POINTS; i++) {
            double angle = 2 * StrictMath.PI * i / POINTS;
            double dx = StrictMath.cos(angle);
            double dy = StrictMath.sin(angle);
            double in = 0;
            double away = FAR;
            for (int step = 0; step < 22; step++) {
                double mid = (in + away) / 2;
                if (field(fromX + dx * mid, fromY + dy * mid) < 0) {
                    in = mid;
                } else {
                    away = mid;
                }
            }
            if (i == 0) {
                out.moveTo(fromX + dx * in, fromY + dy * in);
            } else {
                out.lineTo(fromX + dx * in, fromY + dy * in);
            }
        }
        return out;
    }

    /* Below zero inside; near the outline about the distance to it. */
    private double field(double x, double y) {
        double least = 1e9;
        for (double[] p : parts) {
            double u = (x - p[0]) / p[2];
            double v = (y - p[1]) / p[3];
            double small = p[2] < p[3] ? p[2] : p[3];
            double d = (StrictMath.sqrt(u * u + v * v) - 1) * small;
            double gap = d < least ? least - d : d - least;
            double melt = gap < softness ? (softness - gap) * (softness - gap) / (4 * softness) : 0;
            least = (d < least ? d : least) - melt;
        }
        return least;
    }
}
