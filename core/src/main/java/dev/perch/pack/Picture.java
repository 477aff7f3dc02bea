package dev.perch.pack;

/**
 * The ink of a cell, trimmed to what is not fully transparent.
 *
 * @param x of the ink in the cell
 * @param y of the ink in the cell
 * @param pixels 0x0 for an empty cell; what is fully transparent in it is all zero
 */
record Picture(int x, int y, Pixels pixels) {
    static final Picture EMPTY = new Picture(0, 0, new Pixels(0, 0, new byte[0]));

    boolean empty() {
        return pixels.width() == 0;
    }

    /**
     * Trims a cell.
     *
     * @param rgba an image that holds the cell
     * @param stride width of that image in pixels
     * @param left of the cell in it
     * @param width of the cell
     * @param height of the cell, which begins at the top of the image
     */
    static Picture trim(byte[] rgba, int stride, int left, int width, int height) {
        int x0 = width;
        int y0 = height;
        int x1 = -1;
        int y1 = -1;
        for (int y = 0; y < height; y++) {
            int at = (y * stride + left) * 4 + 3;
            for (int x = 0; x < width; x++, at += 4) {
                if (rgba[at] != 0) {
                    x0 = Math.min(x0, x);
                    x1 = Math.max(x1, x);
                    y0 = Math.min(y0, y);
                    y1 = y;
                }
            }
        }
        return x1 < 0 ? EMPTY : cut(rgba, stride, left, x0, y0, x1 - x0 + 1, y1 - y0 + 1);
    }

    private static Picture cut(byte[] rgba, int stride, int left, int x0, int y0, int width, int height) {
        byte[] ink = new byte[width * height * 4];
        for (int y = 0; y < height; y++) {
            System.arraycopy(rgba, ((y0 + y) * stride + left + x0) * 4, ink, y * width * 4, width * 4);
        }
        for (int i = 3; i < ink.length; i += 4) {
            if (ink[i] == 0) {
                ink[i - 3] = 0;
                ink[i - 2] = 0;
                ink[i - 1] = 0;
            }
        }
        return new Picture(x0, y0, new Pixels(width, height, ink));
    }

    /** The same ink turned over left to right in a cell of that width. */
    Picture mirrored(int cellWidth) {
        int width = pixels.width();
        byte[] from = pixels.rgba();
        byte[] to = new byte[from.length];
        for (int i = 0; i < from.length / 4; i++) {
            int turned = i / width * width + width - 1 - i % width;
            System.arraycopy(from, i * 4, to, turned * 4, 4);
        }
        return new Picture(cellWidth - x - width, y, new Pixels(width, pixels.height(), to));
    }

    /** The same ink elsewhere, without what then lies outside a cell of that size. */
    Picture movedInto(int dx, int dy, int cellWidth, int cellHeight) {
        int left = Math.max(0, x + dx);
        int top = Math.max(0, y + dy);
        int right = Math.min(cellWidth, x + dx + pixels.width());
        int bottom = Math.min(cellHeight, y + dy + pixels.height());
        if (right - left == pixels.width() && bottom - top == pixels.height()) {
            return new Picture(left, top, pixels);
        }
        if (right <= left || bottom <= top) {
            return EMPTY;
        }
        int width = right - left;
        byte[] to = new byte[width * (bottom - top) * 4];
        for (int row = top; row < bottom; row++) {
            int from = ((row - y - dy) * pixels.width() + left - x - dx) * 4;
            System.arraycopy(pixels.rgba(), from, to, (row - top) * width * 4, width * 4);
        }
        Picture inside = trim(to, width, 0, width, bottom - top);
        return inside.empty() ? EMPTY : new Picture(left + inside.x, top + inside.y, inside.pixels);
    }
}
