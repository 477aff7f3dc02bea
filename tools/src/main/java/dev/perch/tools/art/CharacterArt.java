package dev.perch.tools.art;

/** A character that can draw every cell of its Codex pet sheet. */
public interface CharacterArt {

    /** The pet's folder name and manifest id. */
    String id();

    /** The name a person reads. */
    String displayName();

    /** One sentence about the character, for the manifest. */
    String description();

    /** The sheet layout: 1 has nine rows, 2 adds the two look-direction rows. */
    int spriteVersion();

    /** Whether the sheet has a picture at this row and column; other cells stay transparent. */
    boolean used(int row, int column);

    /**
     * Draws one cell.
     *
     * @param row    sheet row, from 0
     * @param column sheet column, from 0
     * @param scale  1 for 192x208 pixels, 2 for 384x416
     * @return a new picture of {@code 192 * scale} by {@code 208 * scale} pixels
     */
    Cell draw(int row, int column, int scale);
}
