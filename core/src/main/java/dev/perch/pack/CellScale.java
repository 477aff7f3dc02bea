package dev.perch.pack;

import dev.perch.model.PetPackage;

/**
 * From cells of a sheet to cells of a page: the same size, or smaller by exact area averaging, or, for pixel art, a whole
 * multiple of the art by nearest. Turns straight alpha into premultiplied.
 *
 * @param fromWidth of a cell of the sheet
 * @param fromHeight of a cell of the sheet
 * @param width of a cell of the page
 * @param height of a cell of the page
 * @param fromArt edge of one pixel of the art in the sheet, 0 for painted art
 * @param art edge of one pixel of the art in the page, 0 for painted art
 */
record CellScale(int fromWidth, int fromHeight, int width, int height, int fromArt, int art) {
    /**
     * The scale for a display that wants cells of that width.
     *
     * @param art edge of one pixel of the art in the sheet, 0 for painted art
     * @param wanted 0 for the sheet's own size; painted art is never made larger, pixel art gets the largest whole
     *     multiple within it
     */
    static CellScale of(Cell cell, int art, int wanted) {
        int width = cell.width();
        int height = cell.height();
        if (wanted == 0) {
            return new CellScale(width, height, width, height, art, art);
        }
        if (art > 0) {
            int times = Math.max(1, wanted / (width / art));
            return new CellScale(width, height, width / art * times, height / art * times, art, times);
        }
        if (wanted >= width) {
            return new CellScale(width, height, width, height, 0, 0);
        }
        int tall = (wanted * PetPackage.CELL_HEIGHT + PetPackage.CELL_WIDTH - 1) / PetPackage.CELL_WIDTH;
        return new CellScale(width, height, wanted, tall, 0, 0);
    }

    /** The picture in its new size, premultiplied and trimmed anew. */
    Picture apply(Picture picture) {
        if (picture.empty()) {
            return picture;
        }
        if (width == fromWidth && height == fromHeight) {
            return new Picture(picture.x(), picture.y(), premultiplied(picture.pixels()));
        }
        byte[] out = new byte[width * height * 4];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (art > 0) {
                    nearest(picture, x, y, out);
                } else {
                    average(picture, x, y, out);
                }
            }
        }
        return Picture.trim(out, width, 0, width, height);
    }

    private static Pixels premultiplied(Pixels straight) {
        byte[] out = straight.rgba().clone();
        for (int i = 0; i < out.length; i += 4) {
            premultiply(out, i);
        }
        return new Pixels(straight.width(), straight.height(), out);
    }

    private static void premultiply(byte[] rgba, int at) {
        int alpha = rgba[at + 3] & 0xff;
        for (int c = at; c < at + 3; c++) {
            rgba[c] = (byte) (((rgba[c] & 0xff) * alpha + 127) / 255);
        }
    }

    private void nearest(Picture picture, int x, int y, byte[] out) {
        int fromX = x / art * fromArt + fromArt / 2 - picture.x();
        int fromY = y / art * fromArt + fromArt / 2 - picture.y();
        Pixels pixels = picture.pixels();
        if (pixels.alpha(fromX, fromY) > 0) {
            int at = (y * width + x) * 4;
            System.arraycopy(pixels.rgba(), (fromY * pixels.width() + fromX) * 4, out, at, 4);
            premultiply(out, at);
        }
    }

    /* A pixel of the page covers fromWidth/width by fromHeight/height of the sheet; in units of 1/width and 1/height all
    weights are whole numbers, so that there is one rounding, at the end. */
    private void average(Picture picture, int x, int y, byte[] out) {
        Pixels pixels = picture.pixels();
        int x0 = Math.max(x * fromWidth / width, picture.x());
        int x1 = Math.min(((x + 1) * fromWidth - 1) / width, picture.x() + pixels.width() - 1);
        int y0 = Math.max(y * fromHeight / height, picture.y());
        int y1 = Math.min(((y + 1) * fromHeight - 1) / height, picture.y() + pixels.height() - 1);
        long r = 0;
        long g = 0;
        long b = 0;
        long a = 0;
        for (int sy = y0; sy <= y1; sy++) {
            long tall = overlap(sy, height, y, fromHeight);
            for (int sx = x0; sx <= x1; sx++) {
                int at = ((sy - picture.y()) * pixels.width() + sx - picture.x()) * 4;
                long weight = tall * overlap(sx, width, x, fromWidth) * (pixels.rgba()[at + 3] & 0xff);
                r += weight * (pixels.rgba()[at] & 0xff);
                g += weight * (pixels.rgba()[at + 1] & 0xff);
                b += weight * (pixels.rgba()[at + 2] & 0xff);
                a += weight;
            }
        }
        long whole = (long) fromWidth * fromHeight;
        int at = (y * width + x) * 4;
        out[at] = rounded(r, whole * 255);
        out[at + 1] = rounded(g, whole * 255);
        out[at + 2] = rounded(b, whole * 255);
        out[at + 3] = rounded(a, whole);
    }

    private static long overlap(int from, int times, int to, int fromTimes) {
        long first = Math.max((long) from * times, (long) to * fromTimes);
        long end = Math.min((from + 1L) * times, (to + 1L) * fromTimes);
        return end - first;
    }

    private static byte rounded(long sum, long whole) {
        return (byte) ((sum + whole / 2) / whole);
    }
}
