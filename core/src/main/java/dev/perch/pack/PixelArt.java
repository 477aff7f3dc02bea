package dev.perch.pack;

import java.util.List;

/** Tells pixel art from painted art: whether all edges lie on a grid of whole blocks that begins at the cell's corner. */
final class PixelArt {
    /** Share of edges that may lie off the grid: what a lossy encoder does to flat blocks. */
    private static final double STRAY_EDGES = 0.002;

    /** Share of visible pixels that may be half transparent. */
    private static final double SOFT_PIXELS = 0.01;

    /** Difference of a channel, of 255, that makes an edge. */
    private static final int EDGE = 8;

    private final int cellWidth;
    private final int cellHeight;
    private final long[] edgesAtX;
    private final long[] edgesAtY;
    private long visible;
    private long soft;

    private PixelArt(int cellWidth, int cellHeight) {
        this.cellWidth = cellWidth;
        this.cellHeight = cellHeight;
        this.edgesAtX = new long[cellWidth + 1];
        this.edgesAtY = new long[cellHeight + 1];
    }

    /**
     * The edge of one pixel of the art.
     *
     * @param cells straight alpha
     * @return in pixels of the sheet, at least 2; 0 for painted art
     */
    static int blockOf(List<Picture> cells, int cellWidth, int cellHeight) {
        PixelArt count = new PixelArt(cellWidth, cellHeight);
        cells.forEach(count::add);
        return count.block();
    }

    private void add(Picture picture) {
        Pixels pixels = picture.pixels();
        for (int y = 0; y <= pixels.height(); y++) {
            for (int x = 0; x <= pixels.width(); x++) {
                if (x < pixels.width() && y < pixels.height()) {
                    int alpha = pixels.alpha(x, y);
                    visible += alpha > 0 ? 1 : 0;
                    soft += alpha > EDGE && alpha < 255 - EDGE ? 1 : 0;
                }
                if (y < pixels.height() && differ(pixels, x - 1, y, x, y)) {
                    edgesAtX[picture.x() + x]++;
                }
                if (x < pixels.width() && differ(pixels, x, y - 1, x, y)) {
                    edgesAtY[picture.y() + y]++;
                }
            }
        }
    }

    private static boolean differ(Pixels pixels, int x0, int y0, int x1, int y1) {
        int alpha0 = pixels.alpha(x0, y0);
        int alpha1 = pixels.alpha(x1, y1);
        if (Math.abs(alpha0 - alpha1) > EDGE) {
            return true;
        }
        if (alpha0 == 0 || alpha1 == 0) {
            return false;
        }
        int at0 = (y0 * pixels.width() + x0) * 4;
        int at1 = (y1 * pixels.width() + x1) * 4;
        for (int c = 0; c < 3; c++) {
            if (Math.abs((pixels.rgba()[at0 + c] & 0xff) - (pixels.rgba()[at1 + c] & 0xff)) > EDGE) {
                return true;
            }
        }
        return false;
    }

    private int block() {
        if (visible == 0 || soft > visible * SOFT_PIXELS) {
            return 0;
        }
        for (int block = Math.min(cellWidth, cellHeight); block > 1; block--) {
            if (cellWidth % block == 0 && cellHeight % block == 0 && onGrid(block)) {
                return block;
            }
        }
        return 0;
    }

    private boolean onGrid(int block) {
        long all = 0;
        long stray = 0;
        for (int x = 0; x < edgesAtX.length; x++) {
            all += edgesAtX[x];
            stray += x % block == 0 ? 0 : edgesAtX[x];
        }
        for (int y = 0; y < edgesAtY.length; y++) {
            all += edgesAtY[y];
            stray += y % block == 0 ? 0 : edgesAtY[y];
        }
        return all > 0 && stray <= all * STRAY_EDGES;
    }
}
