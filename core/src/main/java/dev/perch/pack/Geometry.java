package dev.perch.pack;

import dev.perch.model.PetPackage;
import org.jspecify.annotations.Nullable;

/**
 * The grid of a sheet: cells of the shape of a Codex cell (192 to 208), whole pixels, at least 8 columns.
 *
 * @param rows 9 for v1, 11 for v2
 * @param columns at least {@link #COLUMNS}
 * @param cellWidth in pixels
 * @param cellHeight in pixels
 */
public record Geometry(int rows, int columns, int cellWidth, int cellHeight) {
    /** What to do about a sheet that fits neither. */
    public static final String SIZES =
            "make it 1536x1872 (v1) or 1536x2288 (v2), or a whole multiple of 96x117 or 96x143";

    /** How many columns are used, however many there are. */
    public static final int COLUMNS = 8;

    static final int V1_ROWS = 9;
    static final int V2_ROWS = 11;

    /**
     * The grid of a sheet of that size.
     *
     * @param version what the manifest says, heard only where both grids fit equally well
     * @return null when neither fits
     */
    public static @Nullable Geometry of(int width, int height, int version) {
        Geometry v1 = fit(width, height, V1_ROWS);
        Geometry v2 = fit(width, height, V2_ROWS);
        if (v1 == null || v2 == null) {
            return v1 == null ? v2 : v1;
        }
        boolean exact1 = v1.columns == COLUMNS;
        boolean exact2 = v2.columns == COLUMNS;
        if (exact1 != exact2) {
            return exact1 ? v1 : v2;
        }
        return version == 2 ? v2 : v1;
    }

    private static @Nullable Geometry fit(int width, int height, int rows) {
        if (height % rows != 0) {
            return null;
        }
        int cellHeight = height / rows;
        if (cellHeight * PetPackage.CELL_WIDTH % PetPackage.CELL_HEIGHT != 0) {
            return null;
        }
        int cellWidth = cellHeight * PetPackage.CELL_WIDTH / PetPackage.CELL_HEIGHT;
        if (width % cellWidth != 0 || width / cellWidth < COLUMNS) {
            return null;
        }
        return new Geometry(rows, width / cellWidth, cellWidth, cellHeight);
    }

    /** 1 or 2. */
    public int version() {
        return rows == V2_ROWS ? 2 : 1;
    }
}
