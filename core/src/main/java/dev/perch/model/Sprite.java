package dev.perch.model;

/**
 * One picture of a pet: where it lies in a page, and where it belongs in the cell. Whole pixels from the top left. The
 * rectangle is the ink with a clear ring of one pixel, so that smoothing at its edges blends with nothing. A cell with no
 * ink has a width and height of 0.
 *
 * @param page index into {@link PetPackage#pages}
 * @param x left edge in the page
 * @param y top edge in the page
 * @param width of the rectangle
 * @param height of the rectangle
 * @param offsetX of the rectangle in the cell
 * @param offsetY of the rectangle in the cell
 * @param mask the solid pixels of the rectangle
 */
public record Sprite(int page, int x, int y, int width, int height, int offsetX, int offsetY, AlphaMask mask) {}
