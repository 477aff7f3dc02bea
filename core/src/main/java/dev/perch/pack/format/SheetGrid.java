package dev.perch.pack.format;

import dev.perch.api.CompatiblePetPackage.Crop;
import dev.perch.api.CompatiblePetPackage.Frame;
import dev.perch.api.CompatiblePetPackage.Image;
import java.util.ArrayList;
import java.util.List;

/**
 * A sheet of cells.
 *
 * @param image the sheet
 * @param columns of cells
 * @param rows of cells
 * @param cellWidth in pixels
 * @param cellHeight in pixels
 */
record SheetGrid(Image image, int columns, int rows, int cellWidth, int cellHeight) {
    Frame cell(int row, int column, int millis) {
        Crop crop = new Crop(column * cellWidth, row * cellHeight, cellWidth, cellHeight);
        return new Frame(image, crop, 0, 0, false, millis);
    }

    /** A cell by its number, row by row from 0. */
    Frame cell(int number, int millis) {
        return cell(number / columns, number % columns, millis);
    }

    boolean has(int number) {
        return number >= 0 && number < columns * rows;
    }

    /** The first cells of a row, with a time each. */
    List<Frame> row(int row, List<Integer> millis) {
        List<Frame> frames = new ArrayList<>();
        for (int column = 0; column < millis.size(); column++) {
            frames.add(cell(row, column, millis.get(column)));
        }
        return frames;
    }
}
