package dev.perch.render.film;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.perch.render.RasterImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ApngWriterTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final RasterImage image = new RasterImage(20, 10);

    private record Chunk(String type, ByteBuffer data) {}

    /** A frame as it looks when it is on show, straight. */
    private record Shown(int[] argb, int numerator, int denominator) {}

    private List<Chunk> chunks() {
        ByteBuffer bytes = ByteBuffer.wrap(out.toByteArray());
        assertEquals(0x89504E470D0A1A0AL, bytes.getLong());
        List<Chunk> chunks = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] data = new byte[bytes.getInt()];
            byte[] type = new byte[4];
            bytes.get(type).get(data);
            CRC32 sum = new CRC32();
            sum.update(type);
            sum.update(data);
            assertEquals((int) sum.getValue(), bytes.getInt(), "checksum");
            chunks.add(new Chunk(new String(type, StandardCharsets.US_ASCII), ByteBuffer.wrap(data)));
        }
        return chunks;
    }

    /** Plays the file: each part is put on the canvas as a picture of its own. */
    private List<Shown> play() throws IOException {
        List<Shown> shown = new ArrayList<>();
        int[] canvas = new int[20 * 10];
        int sequence = 0;
        ByteBuffer control = ByteBuffer.allocate(0);
        for (Chunk chunk : chunks()) {
            if (chunk.type().equals("fcTL")) {
                control = chunk.data();
                assertEquals(sequence++, control.getInt());
            } else if (chunk.type().equals("fdAT") || chunk.type().equals("IDAT")) {
                if (chunk.type().equals("fdAT")) {
                    assertEquals(sequence++, chunk.data().getInt());
                }
                byte[] data = new byte[chunk.data().remaining()];
                chunk.data().get(data);
                paste(canvas, control, data);
                shown.add(new Shown(canvas.clone(), control.getShort() & 0xffff, control.getShort() & 0xffff));
                assertEquals(0, control.getShort(), "neither disposed of nor blended");
            }
        }
        return shown;
    }

    private static void paste(int[] canvas, ByteBuffer control, byte[] data) throws IOException {
        int width = control.getInt();
        int height = control.getInt();
        int x = control.getInt();
        int y = control.getInt();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        PngChunks alone = new PngChunks(png);
        alone.signature();
        alone.header(width, height);
        alone.write("IDAT", data);
        alone.write("IEND", new byte[0]);
        BufferedImage part = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
        part.getRGB(0, 0, width, height, canvas, y * 20 + x, 20);
    }

    @Test
    void framesKeepTheirPixelsAndTheirTimes() throws IOException {
        Random random = new Random(5);
        List<int[]> drawn = new ArrayList<>();
        int[] times = {280, 110, 1, 320, 65_535};
        try (ApngWriter writer = new ApngWriter(out, 20, 10)) {
            for (int time : times) {
                image.pixels()[random.nextInt(200)] = 0x40102030;
                image.pixels()[random.nextInt(200)] = 0xff000000 | random.nextInt(1 << 24);
                drawn.add(image.toStraightArgb());
                writer.frame(image, time);
            }
        }
        List<Shown> shown = play();

        assertEquals(times.length, shown.size());
        for (int i = 0; i < times.length; i++) {
            assertArrayEquals(drawn.get(i), shown.get(i).argb(), "frame " + i);
            assertEquals(times[i], shown.get(i).numerator());
            assertEquals(1000, shown.get(i).denominator());
        }
    }

    @Test
    void theFirstPictureIsThatOfAnyPngReaderAndTheFilmLoopsForEver() throws IOException {
        image.clear(0xff102030);
        try (ApngWriter writer = new ApngWriter(out, 20, 10)) {
            writer.frame(image, 100);
            image.clear(0);
            writer.frame(image, 100);
        }

        BufferedImage first = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertEquals(0xff102030, first.getRGB(19, 9));
        assertEquals(
                List.of("IHDR", "acTL", "fcTL", "IDAT", "fcTL", "fdAT", "IEND"),
                chunks().stream().map(Chunk::type).toList());
        ByteBuffer control = chunks().get(1).data();
        assertEquals(2, control.getInt());
        assertEquals(0, control.getInt());
    }

    @Test
    void equalFramesAreOneAndLongOnesSeveral() throws IOException {
        try (ApngWriter writer = new ApngWriter(out, 20, 10)) {
            writer.frame(image, 40);
            writer.frame(image, 60);
            image.clear(0xff000000);
            writer.frame(image, 100_000);
        }

        assertEquals(
                List.of(100, 65_535, 34_465),
                play().stream().map(Shown::numerator).toList());
    }

    @Test
    void aFilmWantsFramesOfItsSizeThatLast() {
        ApngWriter writer = new ApngWriter(out, 20, 10);
        assertThrows(IllegalStateException.class, writer::close);
        assertThrows(IllegalArgumentException.class, () -> writer.frame(image, 0));
        assertThrows(IllegalArgumentException.class, () -> writer.frame(new RasterImage(10, 20), 10));
    }
}
