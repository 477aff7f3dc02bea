package dev.perch.pack;

import dev.perch.render.RasterImage;
import dev.perch.render.film.GifWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** The pictures of the packages of {@link Dialects}. */
final class DialectPictures {
    private DialectPictures() {}

    /** A block that goes to the right, each picture a hundredth of a second longer than the one before. */
    static byte[] gif(int pictures) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GifWriter film = new GifWriter(out, 30, 40)) {
            for (int i = 0; i < pictures; i++) {
                int[] argb = new int[30 * 40];
                for (int y = 10; y < 30; y++) {
                    Arrays.fill(argb, y * 30 + i % 20, y * 30 + i % 20 + 8, 0xffff8000);
                }
                film.frame(RasterImage.ofStraightArgb(30, 40, argb), 100 + 10 * (i % 20));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** Cells with a block each, of its own place and colour. */
    static byte[] blobs(int columns, int rows, int width, int height) {
        byte[] rgba = new byte[columns * width * rows * height * 4];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                block(
                        rgba,
                        columns * width,
                        column * width + 2 + column,
                        row * height + 4 + row,
                        9,
                        13,
                        column * 40,
                        row * 60);
            }
        }
        return TestPng.rgba(columns * width, rows * height, rgba).bytes();
    }

    private static void block(byte[] rgba, int stride, int x, int y, int width, int height, int red, int green) {
        for (int dy = 0; dy < height; dy++) {
            for (int dx = 0; dx < width; dx++) {
                int at = ((y + dy) * stride + x + dx) * 4;
                rgba[at] = (byte) red;
                rgba[at + 1] = (byte) green;
                rgba[at + 2] = (byte) (200 - 5 * dx);
                rgba[at + 3] = (byte) 255;
            }
        }
    }

    /** A figure that looks left, 64x64, of its own size. */
    static byte[] figure(int number) {
        byte[] rgba = new byte[64 * 64 * 4];
        block(rgba, 64, 14, 24 - number / 4, 30, 40, number * 5, 90);
        block(rgba, 64, 8, 34, 8, 8, 250, number * 5);
        return TestPng.rgba(64, 64, rgba).bytes();
    }

    /** Eight tiles on magenta. */
    static byte[] sheepSheet() {
        byte[] rgba = new byte[80 * 40 * 4];
        for (int i = 0; i < rgba.length; i += 4) {
            rgba[i] = (byte) 255;
            rgba[i + 2] = (byte) 255;
            rgba[i + 3] = (byte) 255;
        }
        for (int tile = 0; tile < 8; tile++) {
            block(rgba, 80, tile % 4 * 20 + 3 + tile, tile / 4 * 20 + 6, 8, 14, tile * 30, 160);
        }
        return TestPng.rgba(80, 40, rgba).bytes();
    }
}
