package dev.perch.pack;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** A sheet drawn by code: in each used cell a soft disc of its own place, size and colour. */
final class TestSheet {
    final int cellWidth;
    final int cellHeight;
    final int columns;
    final int rows;
    final byte[] rgba;

    private TestSheet(int cellWidth, int columns, int rows) {
        this.cellWidth = cellWidth;
        this.cellHeight = cellWidth * 13 / 12;
        this.columns = columns;
        this.rows = rows;
        this.rgba = new byte[cellWidth * columns * cellHeight * rows * 4];
    }

    /** Nine rows; {@code cellWidth} is a multiple of 12. */
    static TestSheet v1(int cellWidth) {
        return drawn(new TestSheet(cellWidth, 8, 9), 1);
    }

    static TestSheet v2(int cellWidth) {
        return drawn(new TestSheet(cellWidth, 8, 11), 2);
    }

    static TestSheet wide(int cellWidth, int columns) {
        return drawn(new TestSheet(cellWidth, columns, 9), 1);
    }

    private static TestSheet drawn(TestSheet sheet, int version) {
        for (int row = 0; row < sheet.rows; row++) {
            for (int column = 0; column < 8; column++) {
                if (CodexRows.used(version, row, column)) {
                    sheet.disc(row, column);
                }
            }
        }
        return sheet;
    }

    int width() {
        return cellWidth * columns;
    }

    int height() {
        return cellHeight * rows;
    }

    TestSheet disc(int row, int column) {
        double radius = cellWidth * (0.2 + 0.01 * row);
        double centerX = cellWidth * (0.4 + 0.02 * column);
        double centerY = cellHeight * (0.4 + 0.015 * row);
        for (int y = 0; y < cellHeight; y++) {
            for (int x = 0; x < cellWidth; x++) {
                double distance = Math.hypot(x + 0.5 - centerX, y + 0.5 - centerY);
                int alpha = (int) Math.round(255 * Math.max(0, Math.min(1, (radius - distance) / 2 + 0.5)));
                if (alpha > 0) {
                    set(column * cellWidth + x, row * cellHeight + y, 20 + row * 20, 250 - column * 30, x * 5, alpha);
                }
            }
        }
        return this;
    }

    TestSheet clear(int row, int column) {
        for (int y = 0; y < cellHeight; y++) {
            int at = ((row * cellHeight + y) * width() + column * cellWidth) * 4;
            Arrays.fill(rgba, at, at + cellWidth * 4, (byte) 0);
        }
        return this;
    }

    void set(int x, int y, int red, int green, int blue, int alpha) {
        int at = (y * width() + x) * 4;
        rgba[at] = (byte) red;
        rgba[at + 1] = (byte) green;
        rgba[at + 2] = (byte) blue;
        rgba[at + 3] = (byte) alpha;
    }

    byte[] png() {
        return TestPng.rgba(width(), height(), rgba).bytes();
    }

    /** A cell, without any decoder. */
    Picture cell(int row, int column) {
        int bandBytes = width() * cellHeight * 4;
        byte[] band = Arrays.copyOfRange(rgba, row * bandBytes, (row + 1) * bandBytes);
        return Picture.trim(band, width(), column * cellWidth, cellWidth, cellHeight);
    }

    Cell cell() {
        return Cell.of(cellWidth, cellHeight);
    }

    /** A cell as it should be shown at scale 1, premultiplied. */
    byte[] shown(int row, int column) {
        return ShownCell.truth(rgba, width(), cellWidth, cellHeight, row, column);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
