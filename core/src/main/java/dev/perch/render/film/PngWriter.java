package dev.perch.render.film;

import dev.perch.render.RasterImage;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a picture as PNG: 8 bits a channel, straight alpha. The same pixels give the same bytes. */
public final class PngWriter {
    private PngWriter() {}

    /** Writes the picture and leaves the stream open. */
    public static void write(RasterImage image, OutputStream out) throws IOException {
        PngChunks chunks = new PngChunks(out);
        chunks.signature();
        chunks.header(image.width(), image.height());
        chunks.write("IDAT", PngRows.compress(image.toStraightArgb(), image.width(), Rect.of(image)));
        chunks.write("IEND", new byte[0]);
        out.flush();
    }
}
