package dev.perch.pack;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sealed pet was cut from.
 *
 * @param format the format of the package, such as {@code codex-pet-v2}
 * @param file the sheet, or the first of many pictures, relative to the package
 * @param type as in "lossless WebP"
 * @param width of the sheet in pixels
 * @param height of the sheet in pixels
 * @param columns of cells: at least 8 in a Codex sheet, of which 8 are used; 1 where the frames lie in no grid
 * @param rows of cells: 9 for v1, 11 for v2; 1 where the frames lie in no grid
 * @param declaredVersion {@code spriteVersionNumber} of the manifest, 1 where it has none, 0 where it is no whole number
 * @param hiddenPixels fully transparent pixels that still carry a colour: sealing drops it
 */
public record SheetFacts(
        String format,
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

    /** {@code spriteVersionNumber} of a manifest, as {@link #declaredVersion} tells it. */
    public static int declaredVersion(Map<String, @Nullable Object> manifest) {
        Object version = manifest.get("spriteVersionNumber");
        if (version == null) {
            return 1;
        }
        boolean whole = version instanceof Integer number && number >= 0 && number <= 999_999_999;
        return whole ? (Integer) version : 0;
    }
}
