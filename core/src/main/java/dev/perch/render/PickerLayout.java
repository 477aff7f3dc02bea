package dev.perch.render;

/**
 * Where the parts of the picker are, in pixels from the top left of its window.
 *
 * @param columns of pets
 * @param rows of pets in sight
 * @param scale pixels a design unit
 */
public record PickerLayout(int columns, int rows, float scale) {
    private static final int MOST_COLUMNS = 5;
    private static final int MOST_ROWS = 3;
    private static final int CELL_WIDTH = 112;
    private static final int CELL_HEIGHT = 136;
    private static final int PREVIEW = 88;
    private static final int SHADOW = 20;
    private static final int PAD = 14;
    private static final int HEAD = 34;
    private static final int FOOT = 58;

    /** The largest that an area has room for. */
    public static PickerLayout within(int width, int height, float scale) {
        int columns = (int) (width / scale - 2 * (SHADOW + PAD)) / CELL_WIDTH;
        int rows = (int) (height / scale - 2 * (SHADOW + PAD) - HEAD - FOOT) / CELL_HEIGHT;
        return new PickerLayout(
                Math.max(1, Math.min(MOST_COLUMNS, columns)), Math.max(1, Math.min(MOST_ROWS, rows)), scale);
    }

    /** Width of the window, the card's shadow included. */
    public int width() {
        return px(2 * (SHADOW + PAD) + columns * CELL_WIDTH);
    }

    /** Height of the window. */
    public int height() {
        return px(2 * (SHADOW + PAD) + HEAD + rows * CELL_HEIGHT + FOOT);
    }

    /** Width of a preview's cell. */
    public int previewWidth() {
        return px(PREVIEW);
    }

    /** Height of a preview's cell. */
    public int previewHeight() {
        return previewWidth() * 13 / 12;
    }

    /** Which column is there; may be none of the grid. */
    public int columnAt(int x) {
        return Math.floorDiv(x - left(), px(CELL_WIDTH));
    }

    /** Which row in sight is there; may be none of the grid. */
    public int rowAt(int y) {
        return Math.floorDiv(y - top(), px(CELL_HEIGHT));
    }

    int margin() {
        return px(SHADOW);
    }

    int left() {
        return px(SHADOW + PAD);
    }

    int head() {
        return px(SHADOW + PAD);
    }

    int top() {
        return px(SHADOW + PAD + HEAD);
    }

    int foot() {
        return top() + rows * px(CELL_HEIGHT) + px(8);
    }

    int cellWidth() {
        return px(CELL_WIDTH);
    }

    int cellHeight() {
        return px(CELL_HEIGHT);
    }

    int px(float design) {
        return Math.max(1, Math.round(design * scale));
    }
}
