package dev.perch.pack;

import dev.perch.api.CompatiblePetPackage;
import dev.perch.api.CompatiblePetPackage.Crop;
import dev.perch.api.CompatiblePetPackage.Frame;
import dev.perch.api.CompatiblePetPackage.Image;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a package that has all its frames on one sheet, a cell each.
 *
 * @param image the sheet
 * @param file its name
 * @param columns of cells
 * @param rows of cells
 * @param shown columns from the left that are looked at: those in use, and at least Codex's eight
 * @param cellWidth in the adapter's pixels
 * @param cellHeight in the adapter's pixels
 */
record Grid(Image image, String file, int columns, int rows, int shown, int cellWidth, int cellHeight) {
    private static final int CODEX_COLUMNS = 8;

    /** The grid, or null where the frames lie otherwise. */
    static @Nullable Grid of(CompatiblePetPackage pet, Artwork art) {
        if (art.pictures().size() != 1) {
            return null;
        }
        int width = pet.cellWidth();
        int height = pet.cellHeight();
        int used = CODEX_COLUMNS;
        for (List<Frame> frames : pet.clips().values()) {
            for (Frame frame : frames) {
                Crop crop = frame.crop();
                if (crop == null) {
                    return null;
                }
                boolean cell = crop.width() == width
                        && crop.height() == height
                        && crop.x() % width == 0
                        && crop.y() % height == 0
                        && frame.left() == 0
                        && frame.top() == 0;
                if (!cell) {
                    return null;
                }
                used = Math.max(used, crop.x() / width + 1);
            }
        }
        Image image = art.pictures().keySet().iterator().next();
        Artwork.Chosen chosen = art.pictures().values().iterator().next();
        int columns = chosen.image().width() / art.times() / width;
        int rows = chosen.image().height() / art.times() / height;
        return new Grid(image, chosen.file(), columns, rows, Math.min(used, columns), width, height);
    }

    /** All cells that are looked at, row by row. */
    List<Part> cells() {
        List<Part> cells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < shown; column++) {
                cells.add(cell(row, column));
            }
        }
        return cells;
    }

    Part cell(int row, int column) {
        return new Part(image, new Crop(column * cellWidth, row * cellHeight, cellWidth, cellHeight));
    }

    int row(Part part) {
        return part.crop().y() / cellHeight;
    }

    int column(Part part) {
        return part.crop().x() / cellWidth;
    }
}
