package dev.perch.bench.pack;

import dev.perch.render.film.PngWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** Sprites with soft edges, shading and grain: 40 states of 25, of which every tenth is a copy of the one before. */
final class DrawnFrames {
    private static final int WIDTH = 192;
    private static final int HEIGHT = 208;
    private static final int STATES = 40;
    private static final int FRAMES = 25;
    private static final int COPY = 10;

    private DrawnFrames() {}

    static void into(Path folder) throws IOException {
        byte[] rgba = {};
        for (int i = 0; i < STATES * FRAMES; i++) {
            rgba = i % COPY == COPY - 1 ? rgba : draw(new Random(i));
            Path file = folder.resolve(String.format(Locale.ROOT, "s%02d/%02d.png", i / FRAMES, i % FRAMES + 1));
            Files.createDirectories(file.getParent());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                PngWriter.writeRgba(WIDTH, HEIGHT, rgba, out);
            }
        }
    }

    private static byte[] draw(Random random) {
        double halfWidth = 45 + random.nextInt(40);
        double halfHeight = 55 + random.nextInt(42);
        double middle = 96 + random.nextInt(10);
        int tint = random.nextInt(1 << 24);
        byte[] rgba = new byte[WIDTH * HEIGHT * 4];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double far = Math.hypot((x - middle) / halfWidth, (y - 200 + halfHeight) / halfHeight);
                int alpha = channel((int) ((1 - far) * halfWidth * 128));
                if (alpha > 0) {
                    int shade = (int) (60 * Math.sin(x / 9.0) * Math.cos(y / 11.0)) + random.nextInt(6);
                    int at = (y * WIDTH + x) * 4;
                    rgba[at] = (byte) channel((tint >> 16) + shade);
                    rgba[at + 1] = (byte) channel((tint >> 8 & 255) + shade);
                    rgba[at + 2] = (byte) channel((tint & 255) - shade);
                    rgba[at + 3] = (byte) alpha;
                }
            }
        }
        return rgba;
    }

    private static int channel(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
