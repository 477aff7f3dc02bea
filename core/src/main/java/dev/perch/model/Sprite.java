package dev.perch.model;

/**
 * One picture of a pet: where its ink lies in a page, and where that ink belongs in the cell. Whole pixels from the top
 * left. A cell with no ink has a width and height of 0.
 *
 * @param page index into {@link PetPackage#pages}
 * @param x left edge in the page
 * @param y top edge in the page
 * @param width of the ink
 * @param height of the ink
 * @param offsetX of the ink in the cell
 * @param offsetY of the ink in the cell
 * @param mask the solid pixels of the ink
 */
public record Sprite(int page, int x, int y, int width, int height, int offsetX, int offsetY, AlphaMask mask) {}
