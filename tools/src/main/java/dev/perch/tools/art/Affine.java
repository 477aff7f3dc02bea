package dev.perch.tools.art;

/**
 * A 2D affine map: {@code x' = xx*x + xy*y + tx}, {@code y' = yx*x + yy*y + ty}.
 *
 * @param xx how much of x goes to x'
 * @param yx how much of x goes to y'
 * @param xy how much of y goes to x'
 * @param yy how much of y goes to y'
 * @param tx shift of x'
 * @param ty shift of y'
 */
public record Affine(double xx, double yx, double xy, double yy, double tx, double ty) {

    /** The map that changes nothing. */
    public static final Affine IDENTITY = new Affine(1, 0, 0, 1, 0, 0);

    /** A shift. */
    public static Affine translate(double x, double y) {
        return new Affine(1, 0, 0, 1, x, y);
    }

    /** A scaling about the origin. */
    public static Affine scale(double x, double y) {
        return new Affine(x, 0, 0, y, 0, 0);
    }

    /** A turn about the origin, clockwise on a screen whose y points down. */
    public static Affine rotate(double degrees) {
        double radians = radians(degrees);
        double c = StrictMath.cos(radians);
        double s = StrictMath.sin(radians);
        return new Affine(c, s, -s, c, 0, 0);
    }

    /** Degrees as radians, by one fixed formula. */
    static double radians(double degrees) {
        return degrees * (StrictMath.PI / 180);
    }

    /** The map that applies {@code inner} first and this one after it. */
    public Affine of(Affine inner) {
        return new Affine(
                xx * inner.xx + xy * inner.yx,
                yx * inner.xx + yy * inner.yx,
                xx * inner.xy + xy * inner.yy,
                yx * inner.xy + yy * inner.yy,
                xx * inner.tx + xy * inner.ty + tx,
                yx * inner.tx + yy * inner.ty + ty);
    }

    /** The x that a point is sent to. */
    public double x(double px, double py) {
        return xx * px + xy * py + tx;
    }

    /** The y that a point is sent to. */
    public double y(double px, double py) {
        return yx * px + yy * py + ty;
    }

    /** The map back; a flattened map gets one that sends everything near the origin. */
    public Affine inverse() {
        double det = xx * yy - xy * yx;
        if (det > -1e-9 && det < 1e-9) {
            det = 1e-9;
        }
        double a = yy / det;
        double b = -yx / det;
        double c = -xy / det;
        double d = xx / det;
        return new Affine(a, b, c, d, -(a * tx + c * ty), -(b * tx + d * ty));
    }

    /** The size that a length of 1 takes on average, used to size blurs. */
    public double meanScale() {
        double det = xx * yy - xy * yx;
        return StrictMath.sqrt(det < 0 ? -det : det);
    }
}
