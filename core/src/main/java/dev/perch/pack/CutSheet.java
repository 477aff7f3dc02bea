package dev.perch.pack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A decoded sheet in pieces.
 *
 * @param cells 8 a row, row by row, straight alpha
 * @param hidden fully transparent pixels with a colour
 * @param opaque whether no pixel is transparent at all
 */
record CutSheet(List<Picture> cells, long hidden, boolean opaque) {
    /** Cuts a sheet, a row of cells at a time. */
    static CutSheet cut(RawSheet sheet, SheetImage image, Geometry grid) throws IOException {
        List<Picture> cells = new ArrayList<>();
        byte[] band = new byte[image.width() * grid.cellHeight() * 4];
        long hidden = 0;
        boolean opaque = true;
        for (int row = 0; row < grid.rows(); row++) {
            sheet.read(band, grid.cellHeight());
            for (int i = 0; i < band.length; i += 4) {
                if (band[i + 3] == 0 && (band[i] | band[i + 1] | band[i + 2]) != 0) {
                    hidden++;
                }
                opaque &= band[i + 3] == (byte) 255;
            }
            for (int column = 0; column < Geometry.COLUMNS; column++) {
                int left = column * grid.cellWidth();
                cells.add(Picture.trim(band, image.width(), left, grid.cellWidth(), grid.cellHeight()));
            }
        }
        return new CutSheet(List.copyOf(cells), hidden, opaque);
    }

    Picture cell(int row, int column) {
        return cells.get(row * Geometry.COLUMNS + column);
    }
}
