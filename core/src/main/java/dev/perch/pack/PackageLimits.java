package dev.perch.pack;

/**
 * Every limit that a stranger's package meets, in one value. All are inclusive.
 *
 * @param archiveBytes of a zip as it lies on disk: Codex's own limit for a pet
 * @param totalBytes of all entries of a zip together, inflated: three sheets of the largest size
 * @param entryBytes of one entry of a zip, inflated: four times the largest real sheet
 * @param entries of a zip, folders included: real pets have under 20
 * @param depth of a name in a zip, in parts: a folder, art in a folder, and one to spare
 * @param nameBytes of a name in a zip: fits every file system below any home
 * @param ratio of inflated to deflated bytes for entries above {@link #ratioFloorBytes}: images do not deflate, JSON not
 *     100 times
 * @param ratioFloorBytes below which the ratio does not matter: small files of blanks are harmless
 * @param trailingBytes after the end record of a zip, its comment included: what the format allows
 * @param manifestBytes of {@code pet.json}: the largest real one has 1.2 KiB
 * @param manifestDepth of nested JSON: real ones have 3
 * @param manifestString length of a string in characters: more than a bubble can show
 * @param xmlBytes of an XML file: a sheet of 3 MiB in base64
 * @param imageBytes of a sheet: Codex's own limit
 * @param imageSide width or height of a sheet in pixels: libwebp's own limit
 * @param imagePixels of a sheet: a v2 sheet at three times the size has 31.6 million
 * @param pngChunks of a PNG: encoders write under 600
 * @param pngSlackBytes that a PNG's data may inflate to beyond its raster: some encoders pad
 * @param webpFrames of an animated WebP, of which only the first is shown
 * @param webpFramePixels of all these frames together
 * @param childMillis wall time of the decode child: a sheet at three times the size takes 1.5 s
 * @param childHeapMiB heap of the decode child for a sheet of the usual size
 * @param childLargeHeapMiB heap of the decode child where the checked size asks for it
 * @param pageSide width or height of a texture page in pixels, at most 4,096: every GPU of the last 15 years takes 2,048
 * @param textureBytes of all pages of a pet together; more is scaled down
 * @param cellWidth the widest cell that may be asked for, in pixels: four times a Codex cell
 */
public record PackageLimits(
        int archiveBytes,
        int totalBytes,
        int entryBytes,
        int entries,
        int depth,
        int nameBytes,
        int ratio,
        int ratioFloorBytes,
        int trailingBytes,
        int manifestBytes,
        int manifestDepth,
        int manifestString,
        int xmlBytes,
        int imageBytes,
        int imageSide,
        int imagePixels,
        int pngChunks,
        int pngSlackBytes,
        int webpFrames,
        int webpFramePixels,
        int childMillis,
        int childHeapMiB,
        int childLargeHeapMiB,
        int pageSide,
        long textureBytes,
        int cellWidth) {
    private static final int KIB = 1024;
    private static final int MIB = 1024 * 1024;

    /** The limits that Perch ships with. */
    public static PackageLimits standard() {
        return new PackageLimits(
                20 * MIB,
                64 * MIB,
                16 * MIB,
                256,
                4,
                120,
                100,
                MIB,
                64 * KIB,
                64 * KIB,
                16,
                4096,
                4 * MIB,
                20 * MIB,
                16_384,
                40_000_000,
                1024,
                KIB,
                256,
                48_000_000,
                10_000,
                256,
                768,
                2048,
                64L * MIB,
                768);
    }

    /**
     * The same limits with other pages.
     *
     * @param side most pixels a side of a page, 256 to 4,096
     * @param bytes of all pages of a pet together
     */
    public PackageLimits withPages(int side, long bytes) {
        return new PackageLimits(
                archiveBytes,
                totalBytes,
                entryBytes,
                entries,
                depth,
                nameBytes,
                ratio,
                ratioFloorBytes,
                trailingBytes,
                manifestBytes,
                manifestDepth,
                manifestString,
                xmlBytes,
                imageBytes,
                imageSide,
                imagePixels,
                pngChunks,
                pngSlackBytes,
                webpFrames,
                webpFramePixels,
                childMillis,
                childHeapMiB,
                childLargeHeapMiB,
                side,
                bytes,
                cellWidth);
    }

    /** @throws IllegalArgumentException when pages could not be drawn on every GPU, or hold no cell */
    public PackageLimits {
        if (pageSide < 256 || pageSide > 4096) {
            throw new IllegalArgumentException("pages of " + pageSide + " a side");
        }
    }
}
