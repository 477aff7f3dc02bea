package dev.perch.render.film;

import dev.perch.render.RasterImage;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a picture as PNG: 8 bits a channel, straight alpha. The same pixels give the same bytes, on every JDK. */
public final class PngWriter {
    /** Raised whenever the same pixels would give other bytes than before. */
    public static final int VERSION = 2;

    private PngWriter() {}

    /** Writes the picture and leaves the stream open. */
    public static void write(RasterImage image, OutputStream out) throws IOException {
        byte[] data = PngRows.compress(image.toStraightArgb(), image.width(), Rect.of(image));
        write(image.width(), image.height(), data, out);
    }

    /**
     * Writes pixels as they stand and leaves the stream open.
     *
     * @param rgba {@code width * height * 4} bytes, straight alpha, rows from the top
     */
    public static void writeRgba(int width, int height, byte[] rgba, OutputStream out) throws IOException {
        write(width, height, PngRows.compress(rgba, width, height), out);
    }

    private static void write(int width, int height, byte[] data, OutputStream out) throws IOException {
        PngChunks chunks = new PngChunks(out);
        chunks.signature();
        chunks.header(width, height);
        chunks.write("IDAT", data);
        chunks.write("IEND", new byte[0]);
        out.flush();
    }
}
