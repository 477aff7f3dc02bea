package dev.perch.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A picture of a colour font, read in plain Java: PNG of at most 256 pixels an edge, with a palette or RGBA, 8 bits or fewer,
 * not interlaced. Fonts hold no others. Premultiplied.
 */
final class SmallPng {
    private static final int LARGEST = 256;
    private static final int PALETTE = 3;
    private static final int RGBA = 6;
    private static final int IHDR = 0x49484452;
    private static final int PLTE = 0x504C5445;
    private static final int TRNS = 0x74524E53;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;

    private final int width;
    private final int height;
    private final int depth;
    private final int kind;
    private final int[] palette = new int[256];
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private int[] pixels = new int[0];

    private SmallPng(ByteBuffer header) throws IOException {
        width = header.getInt();
        height = header.getInt();
        depth = header.get();
        kind = header.get();
        boolean plain = header.getShort() == 0 && header.get() == 0;
        boolean known =
                kind == PALETTE && depth >= 1 && depth <= 8 && (depth & depth - 1) == 0 || kind == RGBA && depth == 8;
        if (width < 1 || height < 1 || width > LARGEST || height > LARGEST || !plain || !known) {
            throw new IOException("not a picture of a colour font");
        }
        Arrays.fill(palette, 0xFF);
    }

    /**
     * Reads a picture.
     *
     * @throws IOException when it is another kind of PNG, or broken
     */
    static SmallPng read(ByteBuffer png) throws IOException {
        ByteBuffer in = png.duplicate().position(8);
        in.getInt();
        if (in.getInt() != IHDR) {
            throw new IOException("it does not begin with its header");
        }
        SmallPng picture = new SmallPng(in);
        in.getInt();
        for (int length = in.getInt(), name = in.getInt(); name != IEND; length = in.getInt(), name = in.getInt()) {
            picture.take(name, in.slice(in.position(), length));
            in.position(in.position() + length + 4);
        }
        picture.unpack();
        return picture;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The mean of the pixels under one of a picture of that size, {@code 0xRRGGBBAA}, premultiplied. */
    int mean(int x, int y, int wide, int high) {
        float left = (float) x * width / wide;
        float right = (float) (x + 1) * width / wide;
        float top = (float) y * height / high;
        float bottom = (float) (y + 1) * height / high;
        float[] sums = new float[4];
        float area = 0;
        for (int v = (int) top; v < Math.min(height, Math.ceil(bottom)); v++) {
            float tall = Math.min(v + 1, bottom) - Math.max(v, top);
            for (int u = (int) left; u < Math.min(width, Math.ceil(right)); u++) {
                float part = tall * (Math.min(u + 1, right) - Math.max(u, left));
                int pixel = pixels[v * width + u];
                for (int channel = 0; channel < 4; channel++) {
                    sums[channel] += part * (pixel >>> (24 - 8 * channel) & 255);
                }
                area += part;
            }
        }
        int mean = 0;
        for (float sum : sums) {
            mean = mean << 8 | Math.round(sum / area);
        }
        return mean;
    }

    private void take(int name, ByteBuffer chunk) {
        if (name == IDAT) {
            byte[] bytes = new byte[chunk.remaining()];
            chunk.get(bytes);
            packed.write(bytes, 0, bytes.length);
        }
        for (int i = 0; name == PLTE && chunk.remaining() >= 3 && i < 256; i++) {
            palette[i] = (chunk.get() & 255) << 24 | (chunk.get() & 255) << 16 | (chunk.get() & 255) << 8 | 255;
        }
        for (int i = 0; name == TRNS && kind == PALETTE && chunk.hasRemaining() && i < 256; i++) {
            palette[i] = palette[i] & ~255 | chunk.get() & 255;
        }
    }

    private void unpack() throws IOException {
        int step = kind == RGBA ? 4 : 1;
        int row = (width * step * depth + 7) / 8;
        byte[] lines = inflated((row + 1) * height);
        pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            int line = y * (row + 1);
            unfilter(lines, line, row, step);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = premultiplied(pixel(lines, line + 1, x));
            }
        }
    }

    private byte[] inflated(int bytes) throws IOException {
        Inflater inflater = new Inflater();
        try {
            byte[] out = new byte[bytes];
            inflater.setInput(packed.toByteArray());
            int at = 0;
            while (at < bytes) {
                int count = inflater.inflate(out, at, bytes - at);
                if (count == 0) {
                    throw new IOException("it ends too soon");
                }
                at += count;
            }
            return out;
        } catch (DataFormatException e) {
            throw new IOException("its pixels are broken", e);
        } finally {
            inflater.end();
        }
    }

    /** Undoes the filter of a line in place: the line above is plain already. */
    private static void unfilter(byte[] lines, int line, int row, int step) throws IOException {
        int filter = lines[line];
        int above = line - row - 1;
        for (int i = 1; i <= row; i++) {
            int left = i > step ? lines[line + i - step] & 255 : 0;
            int up = above >= 0 ? lines[above + i] & 255 : 0;
            int corner = above >= 0 && i > step ? lines[above + i - step] & 255 : 0;
            int guess = switch (filter) {
                case 0 -> 0;
                case 1 -> left;
                case 2 -> up;
                case 3 -> (left + up) / 2;
                case 4 -> nearest(left, up, corner);
                default -> throw new IOException("a line has filter " + filter);
            };
            lines[line + i] += (byte) guess;
        }
    }

    private static int nearest(int left, int up, int corner) {
        int byLeft = Math.abs(up - corner);
        int byUp = Math.abs(left - corner);
        int byCorner = Math.abs(left + up - 2 * corner);
        return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
    }

    private int pixel(byte[] lines, int line, int x) {
        if (kind == RGBA) {
            return ByteBuffer.wrap(lines).getInt(line + 4 * x);
        }
        int bit = x * depth;
        int shift = 8 - depth - bit % 8;
        return palette[lines[line + bit / 8] >> shift & (1 << depth) - 1];
    }

    private static int premultiplied(int rgba) {
        int alpha = rgba & 255;
        int out = alpha;
        for (int shift = 8; shift <= 24; shift += 8) {
            out |= ((rgba >>> shift & 255) * alpha + 127) / 255 << shift;
        }
        return out;
    }
}
