package dev.perch.tools.art;

/** What a shape is filled with: one colour, or a gradient in the shape's own coordinates. */
public final class Paint {

    private static final int STEPS = 256;

    private final double ox;
    private final double oy;
    private final double ax;
    private final double ay;
    private final boolean radial;
    private final float[] ramp;

    private Paint(double ox, double oy, double ax, double ay, boolean radial, float[] ramp) {
        this.ox = ox;
        this.oy = oy;
        this.ax = ax;
        this.ay = ay;
        this.radial = radial;
        this.ramp = ramp;
    }

    /** One straight {@code 0xAARRGGBB} colour. */
    public static Paint solid(int argb) {
        float[] one = new float[4];
        mix(argb, argb, 0, one, 0);
        return new Paint(0, 0, 0, 0, false, one);
    }

    /** A gradient along the line between two points, colours evenly spaced. */
    public static Paint linear(double x0, double y0, double x1, double y1, int... colours) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double square = dx * dx + dy * dy;
        return new Paint(x0, y0, dx / square, dy / square, false, ramp(colours));
    }

    /** A gradient from a centre outwards, colours evenly spaced. */
    public static Paint radial(double cx, double cy, double radius, int... colours) {
        return oval(cx, cy, radius, radius, colours);
    }

    /** A gradient from a centre outwards in an ellipse, colours evenly spaced. */
    public static Paint oval(double cx, double cy, double rx, double ry, int... colours) {
        return new Paint(cx, cy, 1 / rx, 1 / ry, true, ramp(colours));
    }

    /** A colour with another alpha, 0 to 1. */
    public static int alpha(int argb, double alpha) {
        return (argb & 0xFFFFFF) | ((int) (alpha * 255 + 0.5) << 24);
    }

    /** A colour part of the way to another, 0 to 1. */
    public static int blend(int from, int to, double part) {
        int out = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            double a = from >>> shift & 0xFF;
            double b = to >>> shift & 0xFF;
            out |= (int) (a + (b - a) * part + 0.5) << shift;
        }
        return out;
    }

    /** The ramp of premultiplied r,g,b,a that {@link #index} points into. */
    float[] ramp() {
        return ramp;
    }

    /** Where in the ramp the colour at a point of the shape's coordinates starts. */
    int index(double x, double y) {
        if (ramp.length == 4) {
            return 0;
        }
        double u = (x - ox) * ax;
        double v = (y - oy) * ay;
        double t = radial ? StrictMath.sqrt(u * u + v * v) : u + v;
        int step = t <= 0 ? 0 : t >= 1 ? STEPS - 1 : (int) (t * (STEPS - 1) + 0.5);
        return step * 4;
    }

    private static float[] ramp(int[] colours) {
        float[] out = new float[STEPS * 4];
        int spans = colours.length - 1;
        for (int i = 0; i < STEPS; i++) {
            double at = (double) i / (STEPS - 1) * spans;
            int span = (int) at;
            if (span >= spans) {
                span = spans - 1;
            }
            mix(colours[span], colours[span + 1], at - span, out, i * 4);
        }
        return out;
    }

    private static void mix(int from, int to, double part, float[] out, int at) {
        double a = (channel(from, 24) * (1 - part) + channel(to, 24) * part) / 255;
        for (int i = 0; i < 3; i++) {
            int shift = 16 - 8 * i;
            out[at + i] = (float) ((channel(from, shift) * (1 - part) + channel(to, shift) * part) / 255 * a);
        }
        out[at + 3] = (float) a;
    }

    private static int channel(int argb, int shift) {
        return argb >>> shift & 0xFF;
    }
}
