package dev.perch.render.film;

import dev.perch.render.RasterImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes an animated PNG: true alpha, a time in milliseconds for every frame, and of each frame only the rectangle that
 * changed. Frames wait compressed in memory, because the file begins with their number.
 *
 * <p>anim8-gdx was looked at for this and for {@link GifWriter}: it has one frame rate for the whole film, wants natives
 * for its Pixmaps, and swallows I/O errors.
 */
public final class ApngWriter implements FilmWriter {
    /** A frame's time is a 16-bit fraction of a second; longer frames are shown in pieces. */
    private static final int LONGEST_MILLIS = 65_535;

    private final OutputStream out;
    private final int width;
    private final int height;
    private final List<Part> parts = new ArrayList<>();
    private int[] shown = new int[0];

    private record Part(Rect rect, byte[] data, int millis) {}

    /** Every frame is to have that size. */
    public ApngWriter(OutputStream out, int width, int height) {
        this.out = out;
        this.width = width;
        this.height = height;
    }

    @Override
    public void frame(RasterImage image, int millis) {
        Films.check(image, width, height, millis);
        int[] argb = image.toStraightArgb();
        int last = parts.size() - 1;
        if (last >= 0 && Arrays.equals(argb, shown) && parts.get(last).millis() + millis <= LONGEST_MILLIS) {
            Part part = parts.get(last);
            parts.set(last, new Part(part.rect(), part.data(), part.millis() + millis));
            return;
        }
        int left = millis;
        do {
            Rect rect = parts.isEmpty() ? Rect.of(image) : Rect.difference(shown, argb, width);
            parts.add(new Part(rect, PngRows.compress(argb, width, rect), Math.min(left, LONGEST_MILLIS)));
            shown = argb;
            left -= LONGEST_MILLIS;
        } while (left > 0);
    }

    /** @throws IllegalStateException when there was no frame */
    @Override
    public void close() throws IOException {
        Films.checkNotEmpty(parts);
        PngChunks chunks = new PngChunks(out);
        chunks.signature();
        chunks.header(width, height);
        chunks.write(
                "acTL", ByteBuffer.allocate(8).putInt(parts.size()).putInt(0).array());
        int sequence = 0;
        for (Part part : parts) {
            chunks.write("fcTL", control(part, sequence++));
            if (sequence == 1) {
                chunks.write("IDAT", part.data());
            } else {
                chunks.write("fdAT", ByteBuffer.allocate(4).putInt(sequence++).array(), part.data());
            }
        }
        chunks.write("IEND", new byte[0]);
        out.flush();
    }

    /** The pixels replace those beneath them and stay. */
    private static byte[] control(Part part, int sequence) {
        Rect rect = part.rect();
        return ByteBuffer.allocate(26)
                .putInt(sequence)
                .putInt(rect.width())
                .putInt(rect.height())
                .putInt(rect.x())
                .putInt(rect.y())
                .putShort((short) part.millis())
                .putShort((short) 1000)
                .put((byte) 0)
                .put((byte) 0)
                .array();
    }
}
