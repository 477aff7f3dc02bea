package dev.perch.tools.sheets;

import dev.perch.pack.CodexRows;
import dev.perch.pack.Pixels;
import dev.perch.render.film.PngWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a small author draws: a soft ball that bounces, looks around and differs in every picture. */
public final class Drawings {
    private Drawings() {}

    /** Folders of numbered pictures for all nine rows, and the gaze. */
    public static Path folder(Path folder, int width, int height, boolean gaze) throws IOException {
        for (CodexRows row : CodexRows.ALL) {
            for (int i = 0; i < row.millis().size(); i++) {
                png(
                        folder.resolve(row.name()).resolve((i + 1) + ".png"),
                        ball(width, height, i, row.name().hashCode()));
            }
        }
        for (int i = 0; i < 16 && gaze; i++) {
            png(folder.resolve("look").resolve((i + 1) + ".png"), looking(width, height, i));
        }
        if (gaze) {
            png(folder.resolve("neutral.png"), ball(width, height, 0, 7));
        }
        return folder;
    }

    /** A picture as PNG. */
    public static void png(Path file, Pixels pixels) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            PngWriter.writeRgba(pixels.width(), pixels.height(), pixels.rgba(), out);
        }
    }

    /** A ball with soft edges that stands at the bottom and stretches with the step. */
    public static Pixels ball(int width, int height, int step, int tint) {
        double radius = width * 0.3;
        double tall = radius * (1 + 0.04 * (step % 4));
        return shape(width, height, width / 2.0, height * 0.94 - tall, radius, tall, tint, step);
    }

    /** The ball with an eye in one of 16 directions, clockwise from up. */
    public static Pixels looking(int width, int height, int direction) {
        Pixels ball = ball(width, height, 0, 7);
        byte[] rgba = ball.rgba().clone();
        double angle = Math.toRadians(direction * 22.5);
        double eyeX = width / 2.0 + Math.sin(angle) * width * 0.15;
        double eyeY = height * 0.94 - width * 0.3 - Math.cos(angle) * width * 0.15;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (Math.hypot(x + 0.5 - eyeX, y + 0.5 - eyeY) < width * 0.06) {
                    int at = (y * width + x) * 4;
                    rgba[at] = 20;
                    rgba[at + 1] = 20;
                    rgba[at + 2] = 40;
                    rgba[at + 3] = (byte) 255;
                }
            }
        }
        return new Pixels(width, height, rgba);
    }

    private static Pixels shape(int width, int height, double cx, double cy, double rx, double ry, int tint, int step) {
        byte[] rgba = new byte[width * height * 4];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double far = Math.hypot((x + 0.5 - cx) / rx, (y + 0.5 - cy) / ry);
                int alpha = (int) Math.max(0, Math.min(255, (1 - far) * rx * 128 + 128));
                if (alpha > 0) {
                    int at = (y * width + x) * 4;
                    rgba[at] = (byte) (120 + (tint & 63) + x * 40 / width);
                    rgba[at + 1] = (byte) (90 + (tint >> 6 & 63) + y * 60 / height);
                    rgba[at + 2] = (byte) (140 + step * 6);
                    rgba[at + 3] = (byte) alpha;
                }
            }
        }
        return new Pixels(width, height, rgba);
    }
}
