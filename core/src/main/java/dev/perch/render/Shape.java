package dev.perch.render;

/** A shape by its distance function: how far a point lies outside of it, in pixels, negative inside. */
@FunctionalInterface
interface Shape {
    float distance(float x, float y);

    /** How much of the pixel around the point is inside, 0 to 1. */
    default float coverage(float x, float y) {
        return coverage(distance(x, y));
    }

    /** How much of a pixel is inside whose middle is that far outside. */
    static float coverage(float distance) {
        return Math.max(0, Math.min(1, 0.5f - distance));
    }

    /** A circle. */
    static Shape circle(float cx, float cy, float radius) {
        return (x, y) -> length(x - cx, y - cy) - radius;
    }

    /** A line with round ends. */
    static Shape line(float ax, float ay, float bx, float by, float thickness) {
        float dx = bx - ax;
        float dy = by - ay;
        float squared = dx * dx + dy * dy;
        return (x, y) -> {
            float along = squared == 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / squared));
            return length(x - ax - along * dx, y - ay - along * dy) - thickness / 2;
        };
    }

    /** A rectangle with round corners, by its edges. */
    static Shape box(float left, float top, float right, float bottom, float radius) {
        float cx = (left + right) / 2;
        float cy = (top + bottom) / 2;
        float rx = (right - left) / 2 - radius;
        float ry = (bottom - top) / 2 - radius;
        return (x, y) -> {
            float qx = Math.abs(x - cx) - rx;
            float qy = Math.abs(y - cy) - ry;
            float outside = length(Math.max(qx, 0), Math.max(qy, 0));
            return outside + Math.min(Math.max(qx, qy), 0) - radius;
        };
    }

    /** A triangle with round corners. */
    static Shape triangle(float ax, float ay, float bx, float by, float cx, float cy, float radius) {
        Shape ab = line(ax, ay, bx, by, 0);
        Shape bc = line(bx, by, cx, cy, 0);
        Shape ca = line(cx, cy, ax, ay, 0);
        return (x, y) -> {
            float edge = Math.min(ab.distance(x, y), Math.min(bc.distance(x, y), ca.distance(x, y)));
            boolean u = side(ax, ay, bx, by, x, y);
            boolean inside = u == side(bx, by, cx, cy, x, y) && u == side(cx, cy, ax, ay, x, y);
            return (inside ? -edge : edge) - radius;
        };
    }

    /** What {@link Math#hypot} answers, many times as fast and near enough. */
    private static float length(float x, float y) {
        return (float) Math.sqrt(x * x + y * y);
    }

    private static boolean side(float ax, float ay, float bx, float by, float x, float y) {
        return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0;
    }

    /** The outline of a shape, that thick, with the shape's edge in its middle. */
    default Shape outline(float thickness) {
        return (x, y) -> Math.abs(distance(x, y)) - thickness / 2;
    }

    /** Both shapes. */
    default Shape and(Shape other) {
        return (x, y) -> Math.min(distance(x, y), other.distance(x, y));
    }

    /** This shape with the other taken out. */
    default Shape without(Shape other) {
        return (x, y) -> Math.max(distance(x, y), -other.distance(x, y));
    }

    /** Both shapes, with the corner between them filled to a radius of about {@code soft}. */
    default Shape melted(Shape other, float soft) {
        return (x, y) -> {
            float a = distance(x, y);
            float b = other.distance(x, y);
            float h = Math.max(soft - Math.abs(a - b), 0) / soft;
            return Math.min(a, b) - h * h * soft / 4;
        };
    }
}
