package dev.perch.render.film;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** The pixels of a PNG: rows of RGBA, each by the filter that leaves the least to say, deflated. */
final class PngRows {
    private static final int FILTERS = 5;

    private final int length;
    private byte[] above;
    private byte[] line;
    private byte[] best;
    private byte[] tried;

    private PngRows(int width) {
        length = width * 4;
        above = new byte[length];
        line = new byte[length];
        best = new byte[length + 1];
        tried = new byte[length + 1];
    }

    /** A rectangle of a picture of straight {@code 0xAARRGGBB}, whose rows are {@code stride} pixels long. */
    static byte[] compress(int[] argb, int stride, Rect rect) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, 8192)) {
            PngRows rows = new PngRows(rect.width());
            for (int y = rect.y(); y < rect.y() + rect.height(); y++) {
                out.write(rows.filtered(argb, y * stride + rect.x()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /** The row that begins at {@code from}, after the number of its filter. */
    private byte[] filtered(int[] argb, int from) {
        swapLines();
        for (int i = 0; i < length; i += 4) {
            int p = argb[from + i / 4];
            line[i] = (byte) (p >> 16);
            line[i + 1] = (byte) (p >> 8);
            line[i + 2] = (byte) p;
            line[i + 3] = (byte) (p >>> 24);
        }
        int least = Integer.MAX_VALUE;
        for (int filter = 0; filter < FILTERS; filter++) {
            int cost = apply(filter);
            if (cost < least) {
                least = cost;
                byte[] swap = best;
                best = tried;
                tried = swap;
            }
        }
        return best;
    }

    private void swapLines() {
        byte[] swap = above;
        above = line;
        line = swap;
    }

    /** Fills {@link #tried}; the sum of its distances from zero. */
    private int apply(int filter) {
        tried[0] = (byte) filter;
        int cost = 0;
        for (int i = 0; i < length; i++) {
            int left = i < 4 ? 0 : line[i - 4] & 255;
            int up = above[i] & 255;
            int corner = i < 4 ? 0 : above[i - 4] & 255;
            byte rest = (byte) (line[i] - expected(filter, left, up, corner));
            tried[i + 1] = rest;
            cost += Math.abs(rest);
        }
        return cost;
    }

    private static int expected(int filter, int left, int up, int corner) {
        return switch (filter) {
            case 0 -> 0;
            case 1 -> left;
            case 2 -> up;
            case 3 -> left + up >> 1;
            default -> paeth(left, up, corner);
        };
    }

    private static int paeth(int left, int up, int corner) {
        int estimate = left + up - corner;
        int toLeft = Math.abs(estimate - left);
        int toUp = Math.abs(estimate - up);
        int toCorner = Math.abs(estimate - corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }
}
