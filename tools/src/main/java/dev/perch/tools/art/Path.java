package dev.perch.tools.art;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A vector shape: contours of points, curves already flattened. Build it with the chained calls. */
public final class Path {

    private static final int CURVE_STEPS = 16;
    /* How far along a feather is at its widest. */
    private static final double FULL = 0.62;

    private final List<double[]> contours = new ArrayList<>();
    private double[] points = new double[64];
    private int size;

    /** The finished contours, each as x,y pairs; a fill closes them by itself. */
    public List<double[]> contours() {
        flush();
        return contours;
    }

    /** Starts a new contour. */
    public Path moveTo(double x, double y) {
        flush();
        return add(x, y);
    }

    /** A straight line to a point. */
    public Path lineTo(double x, double y) {
        return add(x, y);
    }

    /** A quadratic curve to a point. */
    public Path quadTo(double cx, double cy, double x, double y) {
        double x0 = points[size - 2];
        double y0 = points[size - 1];
        for (int i = 1; i <= CURVE_STEPS; i++) {
            double t = (double) i / CURVE_STEPS;
            double u = 1 - t;
            add(u * u * x0 + 2 * u * t * cx + t * t * x, u * u * y0 + 2 * u * t * cy + t * t * y);
        }
        return this;
    }

    /** A cubic curve to a point. */
    public Path cubicTo(double ax, double ay, double bx, double by, double x, double y) {
        double x0 = points[size - 2];
        double y0 = points[size - 1];
        for (int i = 1; i <= CURVE_STEPS; i++) {
            double t = (double) i / CURVE_STEPS;
            double u = 1 - t;
            double a = u * u * u;
            double b = 3 * u * u * t;
            double c = 3 * u * t * t;
            double d = t * t * t;
            add(a * x0 + b * ax + c * bx + d * x, a * y0 + b * ay + c * by + d * y);
        }
        return this;
    }

    /** Joins the contour's end to its start. */
    public Path close() {
        if (size >= 2) {
            add(points[0], points[1]);
        }
        flush();
        return this;
    }

    /** Adds the contours of another path to this one. */
    public Path append(Path other) {
        flush();
        contours.addAll(other.contours());
        return this;
    }

    /** This shape sent through a map, as a new path. */
    public Path under(Affine map) {
        Path out = new Path();
        for (double[] c : contours()) {
            for (int i = 0; i < c.length; i += 2) {
                out.add(map.x(c[i], c[i + 1]), map.y(c[i], c[i + 1]));
            }
            out.flush();
        }
        return out;
    }

    /** An ellipse. */
    public static Path ellipse(double cx, double cy, double rx, double ry) {
        Path out = new Path();
        for (int i = 0; i < 48; i++) {
            double angle = 2 * StrictMath.PI * i / 48;
            out.add(cx + rx * StrictMath.cos(angle), cy + ry * StrictMath.sin(angle));
        }
        return out.close();
    }

    /** A rectangle with rounded corners. */
    public static Path roundRect(double x, double y, double w, double h, double r) {
        return new Path()
                .moveTo(x + r, y)
                .lineTo(x + w - r, y)
                .quadTo(x + w, y, x + w, y + r)
                .lineTo(x + w, y + h - r)
                .quadTo(x + w, y + h, x + w - r, y + h)
                .lineTo(x + r, y + h)
                .quadTo(x, y + h, x, y + h - r)
                .lineTo(x, y + r)
                .quadTo(x, y, x + r, y)
                .close();
    }

    /** A straight-sided shape through x,y pairs. */
    public static Path polygon(double... xy) {
        Path out = new Path();
        for (int i = 0; i < xy.length; i += 2) {
            out.add(xy[i], xy[i + 1]);
        }
        return out.close();
    }

    /** A smooth closed shape through x,y pairs (Catmull-Rom). */
    public static Path smooth(double... xy) {
        int n = xy.length / 2;
        Path out = new Path().moveTo(xy[0], xy[1]);
        for (int i = 0; i < n; i++) {
            int p = 2 * ((i + n - 1) % n);
            int a = 2 * i;
            int b = 2 * ((i + 1) % n);
            int q = 2 * ((i + 2) % n);
            out.cubicTo(
                    xy[a] + (xy[b] - xy[p]) / 6,
                    xy[a + 1] + (xy[b + 1] - xy[p + 1]) / 6,
                    xy[b] - (xy[q] - xy[a]) / 6,
                    xy[b + 1] - (xy[q + 1] - xy[a + 1]) / 6,
                    xy[b],
                    xy[b + 1]);
        }
        return out.close();
    }

    /** A feather along the curve from root over control point to tip: slim root, full middle, round tip. */
    public static Path feather(double x0, double y0, double cx, double cy, double x1, double y1, double width) {
        int n = 28;
        double[] left = new double[2 * (n + 1)];
        double[] right = new double[2 * (n + 1)];
        for (int i = 0; i <= n; i++) {
            double t = featherStep((double) i / n);
            double u = 1 - t;
            double x = u * u * x0 + 2 * u * t * cx + t * t * x1;
            double y = u * u * y0 + 2 * u * t * cy + t * t * y1;
            double dx = u * (cx - x0) + t * (x1 - cx);
            double dy = u * (cy - y0) + t * (y1 - cy);
            double length = StrictMath.sqrt(dx * dx + dy * dy) + 1e-9;
            double half = width * 0.5 * featherProfile(t);
            left[2 * i] = x - dy / length * half;
            left[2 * i + 1] = y + dx / length * half;
            right[2 * (n - i)] = x + dy / length * half;
            right[2 * (n - i) + 1] = y - dx / length * half;
        }
        Path out = new Path();
        for (int i = 0; i <= n; i++) {
            out.add(left[2 * i], left[2 * i + 1]);
        }
        for (int i = 0; i <= n; i++) {
            out.add(right[2 * i], right[2 * i + 1]);
        }
        return out.close();
    }

    /* Spreads the points of the outline so that they are close together round the tip. */
    private static double featherStep(double part) {
        if (part < 0.5) {
            return part * 2 * FULL;
        }
        return FULL + (1 - FULL) * StrictMath.sin(StrictMath.PI * (part - 0.5));
    }

    private static double featherProfile(double t) {
        if (t < FULL) {
            return 0.42 + 0.58 * StrictMath.sin(StrictMath.PI / 2 * t / FULL);
        }
        double k = (t - FULL) / (1 - FULL);
        return k >= 1 ? 0 : StrictMath.sqrt(1 - k * k);
    }

    private Path add(double x, double y) {
        if (size + 2 > points.length) {
            points = Arrays.copyOf(points, size * 2);
        }
        points[size++] = x;
        points[size++] = y;
        return this;
    }

    private void flush() {
        if (size > 0) {
            contours.add(Arrays.copyOf(points, size));
            size = 0;
        }
    }
}
