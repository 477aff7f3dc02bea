package dev.perch.pack;

/**
 * The box of a pet's frames, grown to the shape of a Codex cell: the art stands at the bottom, in the middle.
 *
 * @param width in pixels of the art
 * @param height in pixels of the art
 * @param left how far the adapter's own box lies inside
 * @param top the same, down
 */
record Cell(int width, int height, int left, int top) {
    private static final int ACROSS = 12;
    private static final int DOWN = 13;

    /** The cell for a box of that size. */
    static Cell of(int width, int height) {
        if (width * DOWN == height * ACROSS) {
            return new Cell(width, height, 0, 0);
        }
        int unit = Math.max((width + ACROSS - 1) / ACROSS, (height + DOWN - 1) / DOWN);
        return new Cell(unit * ACROSS, unit * DOWN, (unit * ACROSS - width) / 2, unit * DOWN - height);
    }

    Cell times(int factor) {
        return new Cell(width * factor, height * factor, left * factor, top * factor);
    }
}
