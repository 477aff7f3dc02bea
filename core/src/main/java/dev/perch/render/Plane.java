package dev.perch.render;

/** A value that slopes evenly over a triangle: {@code base + x * dx + y * dy}. */
final class Plane {
    double base;
    double dx;
    double dy;

    /** Lays the plane through three points. */
    void through(double x0, double y0, double a0, double x1, double y1, double a1, double x2, double y2, double a2) {
        double twiceArea = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
        dx = ((a1 - a0) * (y2 - y0) - (a2 - a0) * (y1 - y0)) / twiceArea;
        dy = ((a2 - a0) * (x1 - x0) - (a1 - a0) * (x2 - x0)) / twiceArea;
        base = a0 - dx * x0 - dy * y0;
    }

    void flat(double value) {
        base = value;
        dx = 0;
        dy = 0;
    }

    double at(double x, double y) {
        return base + x * dx + y * dy;
    }
}
