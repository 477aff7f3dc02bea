package dev.perch.pack.check;

import dev.perch.pack.DecodedPet;
import dev.perch.pack.Pixels;

/** Counts what is in the cells of a sheet. */
final class CellInks {
    /** Alpha from which a pixel counts as nearly opaque. */
    private static final int SOLID = 250;

    /** Alpha from which ink at the edge, or of a screen's colour, is seen. */
    private static final int SEEN = 16;

    /** Distance in RGB up to which a pixel is the screen itself, and up to which one at the rim is tinted by it. */
    private static final int SCREEN = 36;

    private static final int TINTED = 96;
    private static final int[][] SCREENS = {{0, 255, 0}, {255, 0, 255}};

    private final CellInk[] cells;
    private final int width;
    private final int height;

    private CellInks(CellInk[] cells, int width, int height) {
        this.cells = cells;
        this.width = width;
        this.height = height;
    }

    static CellInks of(DecodedPet.Sheet sheet) {
        CellInk[] cells = new CellInk[sheet.grid().rows() * Cells.COLUMNS];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = count(sheet.cell(i / Cells.COLUMNS, i % Cells.COLUMNS));
        }
        return new CellInks(cells, sheet.grid().cellWidth(), sheet.grid().cellHeight());
    }

    CellInk cell(int row, int column) {
        return cells[row * Cells.COLUMNS + column];
    }

    /** Pixels of a Codex cell as pixels of this sheet. */
    double scaled(double pixels) {
        return pixels * width / 192;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    private static CellInk count(Pixels cell) {
        int ink = 0;
        int solid = 0;
        int hidden = 0;
        long mass = 0;
        long moment = 0;
        int left = cell.width();
        int top = cell.height();
        int right = 0;
        int bottom = 0;
        int edge = 0;
        int screen = 0;
        int fringe = 0;
        byte[] rgba = cell.rgba();
        for (int y = 0; y < cell.height(); y++) {
            for (int x = 0; x < cell.width(); x++) {
                int at = (y * cell.width() + x) * 4;
                int alpha = rgba[at + 3] & 0xff;
                if (alpha == 0) {
                    hidden += (rgba[at] | rgba[at + 1] | rgba[at + 2]) != 0 ? 1 : 0;
                    continue;
                }
                ink++;
                solid += alpha >= SOLID ? 1 : 0;
                mass += alpha;
                moment += (long) alpha * (2 * x + 1);
                left = Math.min(left, x);
                right = Math.max(right, x + 1);
                top = Math.min(top, y);
                bottom = y + 1;
                boolean seen = alpha >= SEEN;
                boolean rim = x == 0 || y == 0 || x == cell.width() - 1 || y == cell.height() - 1;
                edge += seen && rim ? 1 : 0;
                int far = seen ? distance(rgba, at) : Integer.MAX_VALUE;
                screen += far <= SCREEN * SCREEN ? 1 : 0;
                fringe += far <= TINTED * TINTED && atRim(cell, x, y) ? 1 : 0;
            }
        }
        double middle = mass == 0 ? 0 : (double) moment / (2 * mass);
        return ink == 0
                ? new CellInk(0, 0, hidden, 0, 0, 0, 0, 0, 0, 0, 0, 0)
                : new CellInk(ink, solid, hidden, mass, middle, left, top, right, bottom, edge, screen, fringe);
    }

    /** The square of the distance to the nearer of the two screens. */
    private static int distance(byte[] rgba, int at) {
        int least = Integer.MAX_VALUE;
        for (int[] screen : SCREENS) {
            int sum = 0;
            for (int c = 0; c < 3; c++) {
                int d = (rgba[at + c] & 0xff) - screen[c];
                sum += d * d;
            }
            least = Math.min(least, sum);
        }
        return least;
    }

    private static boolean atRim(Pixels cell, int x, int y) {
        for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
                if (cell.alpha(x + dx, y + dy) == 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
