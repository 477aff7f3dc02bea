package dev.perch.tools.art;

/**
 * A turned ball seen from the front. Features painted on it at a longitude and latitude move, foreshorten and
 * disappear round the side as a real ball's would.
 */
final class Ball {

    private final double cx;
    private final double cy;
    private final double radius;
    private final double[] yaw;
    private final double[] pitch;
    private final double[] roll;

    Ball(double cx, double cy, double radius, double yaw, double pitch, double roll) {
        this.cx = cx;
        this.cy = cy;
        this.radius = radius;
        this.yaw = sinCos(yaw);
        this.pitch = sinCos(pitch);
        this.roll = sinCos(roll);
    }

    double cx() {
        return cx;
    }

    double cy() {
        return cy;
    }

    double radius() {
        return radius;
    }

    /** Where a point of the ball (east, north, times the radius outwards) is: x, y and depth, 1 nearest. */
    double[] at(double east, double north, double out) {
        double[] e = sinCos(east);
        double[] n = sinCos(north);
        double[] v = turn(e[0] * n[1], n[0], e[1] * n[1]);
        return new double[] {cx + v[0] * radius * out, cy + v[1] * radius * out, v[2] * out};
    }

    /** The map from a flat patch, x east and y south in pixels, onto the ball's surface at a point. */
    Affine patch(double east, double north) {
        double[] e = sinCos(east);
        double[] n = sinCos(north);
        double[] at = at(east, north, 1);
        double[] right = turn(e[1], 0, -e[0]);
        double[] up = turn(-e[0] * n[0], n[1], -e[1] * n[0]);
        return new Affine(right[0], right[1], -up[0], -up[1], at[0], at[1]);
    }

    /* Turns x right, y up, z near into screen x, screen y (down), z. */
    private double[] turn(double x, double y, double z) {
        double y1 = y * pitch[1] + z * pitch[0];
        double z1 = z * pitch[1] - y * pitch[0];
        double x2 = x * yaw[1] + z1 * yaw[0];
        double z2 = z1 * yaw[1] - x * yaw[0];
        double sy = -y1;
        return new double[] {x2 * roll[1] - sy * roll[0], x2 * roll[0] + sy * roll[1], z2};
    }

    private static double[] sinCos(double degrees) {
        double r = Affine.radians(degrees);
        return new double[] {StrictMath.sin(r), StrictMath.cos(r)};
    }
}
