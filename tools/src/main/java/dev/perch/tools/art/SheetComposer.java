package dev.perch.tools.art;

/** Lays the cells of a character out as one sheet. */
public final class SheetComposer {

    /** Cells across a sheet. */
    public static final int COLUMNS = 8;
    /** Pixels across a cell at scale 1. */
    public static final int CELL_WIDTH = 192;
    /** Pixels down a cell at scale 1. */
    public static final int CELL_HEIGHT = 208;

    /** How many rows a sheet of this version has. */
    public int rows(int spriteVersion) {
        return spriteVersion >= 2 ? 11 : 9;
    }

    /** The whole sheet at a scale, as straight ARGB in which transparent pixels are 0. */
    public Cell compose(CharacterArt art, int scale) {
        int cellWidth = CELL_WIDTH * scale;
        int cellHeight = CELL_HEIGHT * scale;
        int rows = rows(art.spriteVersion());
        int width = COLUMNS * cellWidth;
        int[] sheet = new int[width * rows * cellHeight];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                if (art.used(row, column)) {
                    Cell cell = art.draw(row, column, scale);
                    if (cell.width() != cellWidth || cell.height() != cellHeight) {
                        throw new IllegalStateException(
                                art.id() + " drew a cell of the wrong size at row " + row + ", column " + column);
                    }
                    place(cell, sheet, width, column * cellWidth, row * cellHeight);
                }
            }
        }
        return new Cell(width, rows * cellHeight, sheet);
    }

    private static void place(Cell cell, int[] sheet, int sheetWidth, int left, int top) {
        for (int y = 0; y < cell.height(); y++) {
            for (int x = 0; x < cell.width(); x++) {
                int argb = cell.argb()[y * cell.width() + x];
                sheet[(top + y) * sheetWidth + left + x] = argb >>> 24 == 0 ? 0 : argb;
            }
        }
    }
}
