package dev.perch.tools.sheets;

/**
 * How pictures are put on the pages of an atlas.
 *
 * @param side most pixels a side of a page, 64 to 16,384
 * @param padding clear pixels between two regions and at the edges, 0 to 64
 * @param extrude how often the outermost pixels of a region are repeated around it, 0 to 16
 * @param strip whether clear edges are cut off, and told in the atlas
 * @param alias whether equal pictures share a place
 * @param bleed whether clear pixels beside ink take its colour, so that smoothing shows no dark rim
 * @param premultiply whether colours are multiplied by their alpha
 * @param powerOfTwo whether sides of pages are powers of two
 */
public record AtlasSettings(
        int side,
        int padding,
        int extrude,
        boolean strip,
        boolean alias,
        boolean bleed,
        boolean premultiply,
        boolean powerOfTwo) {
    /** @throws IllegalArgumentException when a number is out of its range */
    public AtlasSettings {
        if (side < 64 || side > 16_384 || padding < 0 || padding > 64 || extrude < 0 || extrude > 16) {
            throw new IllegalArgumentException("pages of " + side + ", padding " + padding + ", extrude " + extrude);
        }
    }

    /** Pages of 2,048 with 2 clear pixels, stripped and aliased: what LibGDX's own packer does. */
    public static AtlasSettings standard() {
        return new AtlasSettings(2048, 2, 0, true, true, false, false, false);
    }
}
