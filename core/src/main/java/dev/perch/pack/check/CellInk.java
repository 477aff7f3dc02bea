package dev.perch.pack.check;

/**
 * What a cell holds, counted once. Edges in pixels of the cell, right and bottom exclusive, 0 for an empty cell.
 *
 * @param ink pixels that are not fully transparent
 * @param solid pixels that are nearly opaque
 * @param hidden fully transparent pixels with a colour
 * @param mass sum of all alphas
 * @param middle centre of mass from the left
 * @param edge pixels of visible ink on the outermost ring
 * @param screen pixels of a screen's green or magenta
 * @param fringe such pixels at the rim of the figure
 */
record CellInk(
        int ink,
        int solid,
        int hidden,
        long mass,
        double middle,
        int left,
        int top,
        int right,
        int bottom,
        int edge,
        int screen,
        int fringe) {
    boolean empty() {
        return ink == 0;
    }

    int height() {
        return bottom - top;
    }

    int width() {
        return right - left;
    }
}
