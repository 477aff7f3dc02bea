package dev.perch.tools.sheets;

import dev.perch.pack.Pixels;
import dev.perch.pack.WebpEncoder;
import dev.perch.render.RasterImage;
import dev.perch.render.film.ApngWriter;
import dev.perch.render.film.FilmWriter;
import dev.perch.render.film.GifWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** A state of a pet as a film of one pass that plays forever, at the times of its frames. */
public final class Films {
    /** For how long a held pose is shown in a film: slow enough to see each, quick enough to see the turn. */
    static final int HELD_MILLIS = 200;

    private final UnaryOperator<RasterImage> ground;

    /** @param ground puts something under each picture */
    public Films(UnaryOperator<RasterImage> ground) {
        this.ground = ground;
    }

    /** Animated PNG: every colour, every alpha. */
    public byte[] apng(List<ArtFrame> frames) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Pixels first = frames.get(0).pixels();
        roll(new ApngWriter(out, first.width(), first.height()), frames);
        return out.toByteArray();
    }

    /** GIF: 255 colours, alpha on or off. */
    public byte[] gif(List<ArtFrame> frames) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Pixels first = frames.get(0).pixels();
        roll(new GifWriter(out, first.width(), first.height()), frames);
        return out.toByteArray();
    }

    /** Animated WebP, lossless: each frame is written in the child of the encoder. */
    public byte[] webp(List<ArtFrame> frames, WebpEncoder encoder) throws IOException, InterruptedException {
        Pixels first = frames.get(0).pixels();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ByteBuffer head = chunk("VP8X", 10).putInt(0x12);
        put24(head, first.width() - 1);
        put24(head, first.height() - 1);
        body.writeBytes(drained(head));
        body.writeBytes(drained(chunk("ANIM", 6)));
        for (ArtFrame frame : frames) {
            byte[] still = encoder.encode(first.width(), first.height(), rgba(grounded(frame)));
            ByteBuffer anmf = chunk("ANMF", 16 + still.length - 12);
            put24(anmf, 0);
            put24(anmf, 0);
            put24(anmf, first.width() - 1);
            put24(anmf, first.height() - 1);
            put24(anmf, millis(frame));
            anmf.put((byte) 2).put(still, 12, still.length - 12);
            body.writeBytes(drained(anmf));
        }
        ByteBuffer file = ByteBuffer.allocate(12 + body.size()).order(ByteOrder.LITTLE_ENDIAN);
        file.put(bytes("RIFF")).putInt(4 + body.size()).put(bytes("WEBP")).put(body.toByteArray());
        return file.array();
    }

    private void roll(FilmWriter film, List<ArtFrame> frames) throws IOException {
        try (film) {
            for (ArtFrame frame : frames) {
                film.frame(grounded(frame), millis(frame));
            }
        }
    }

    static int millis(ArtFrame frame) {
        return frame.millis() > 0 ? frame.millis() : HELD_MILLIS;
    }

    private RasterImage grounded(ArtFrame frame) {
        return ground.apply(raster(frame.pixels()));
    }

    /** A picture to draw with. */
    public static RasterImage raster(Pixels pixels) {
        int[] argb = new int[pixels.width() * pixels.height()];
        ByteBuffer rgba = ByteBuffer.wrap(pixels.rgba());
        for (int i = 0; i < argb.length; i++) {
            argb[i] = Integer.rotateRight(rgba.getInt(i * 4), 8);
        }
        return RasterImage.ofStraightArgb(pixels.width(), pixels.height(), argb);
    }

    private static byte[] rgba(RasterImage image) {
        ByteBuffer rgba = ByteBuffer.allocate(image.width() * image.height() * 4);
        for (int argb : image.toStraightArgb()) {
            rgba.putInt(Integer.rotateLeft(argb, 8));
        }
        return rgba.array();
    }

    /** A chunk of RIFF with room for its body, padded to an even length. */
    private static ByteBuffer chunk(String type, int length) {
        return ByteBuffer.allocate(8 + length + (length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(bytes(type))
                .putInt(length);
    }

    /** All of it, with zeros where nothing was put. */
    private static byte[] drained(ByteBuffer chunk) {
        byte[] bytes = new byte[chunk.capacity()];
        chunk.rewind().get(bytes);
        return bytes;
    }

    private static void put24(ByteBuffer out, int value) {
        out.putShort((short) value).put((byte) (value >> 16));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
