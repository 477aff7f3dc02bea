package dev.perch.pack;

/**
 * What a sealed pet was cut from.
 *
 * @param file the sheet, relative to the package
 * @param type as in "lossless WebP"
 * @param width of the sheet in pixels
 * @param height of the sheet in pixels
 * @param columns of cells, at least 8, of which 8 are used
 * @param rows of cells: 9 for v1, 11 for v2
 * @param declaredVersion {@code spriteVersionNumber} of the manifest, 1 where it has none, 0 where it is no whole number
 * @param hiddenPixels fully transparent pixels that still carry a colour: sealing drops it
 */
public record SheetFacts(
        String file,
        String type,
        int width,
        int height,
        int columns,
        int rows,
        int declaredVersion,
        long hiddenPixels) {
    /** Width of a cell of the sheet in pixels. */
    public int cellWidth() {
        return width / columns;
    }

    /** Height of a cell of the sheet in pixels. */
    public int cellHeight() {
        return height / rows;
    }
}
