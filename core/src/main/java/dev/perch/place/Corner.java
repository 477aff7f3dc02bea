package dev.perch.place;

import dev.perch.model.Room;

/** A corner of a work area. */
public enum Corner {
    TOP_LEFT(false, false),
    TOP_RIGHT(true, false),
    BOTTOM_LEFT(false, true),
    BOTTOM_RIGHT(true, true);

    private final boolean right;
    private final boolean bottom;

    Corner(boolean right, boolean bottom) {
        this.right = right;
        this.bottom = bottom;
    }

    /** The corner of that area that a point is nearest to. */
    static Corner nearest(Room area, Spot point) {
        boolean right = 2L * point.x() >= (long) area.left() + area.right();
        boolean bottom = 2L * point.y() >= (long) area.top() + area.bottom();
        return values()[(bottom ? 2 : 0) + (right ? 1 : 0)];
    }

    /** How far a point lies inwards from this corner, sideways. */
    int dx(Room area, Spot point) {
        return right ? area.right() - point.x() : point.x() - area.left();
    }

    /** How far a point lies inwards from this corner, up or down. */
    int dy(Room area, Spot point) {
        return bottom ? area.bottom() - point.y() : point.y() - area.top();
    }

    /** The point that lies that far inwards from this corner. */
    Spot inwards(Room area, int dx, int dy) {
        return new Spot(right ? area.right() - dx : area.left() + dx, bottom ? area.bottom() - dy : area.top() + dy);
    }
}
