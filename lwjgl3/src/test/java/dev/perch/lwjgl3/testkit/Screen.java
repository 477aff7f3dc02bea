package dev.perch.lwjgl3.testkit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** What is on the screen, as 0xRRGGBB a pixel. */
public record Screen(int width, int height, int[] rgb) {
    private static final int HEADER_SIZE = 0;
    private static final int WIDTH = 16;
    private static final int HEIGHT = 20;
    private static final int BYTES_PER_LINE = 48;
    private static final int COLOURS = 76;
    private static final int COLOUR_BYTES = 12;

    /** Reads the frame buffer file of Xvfb: an XWD dump, 32 bits a pixel, least significant byte first. */
    static Screen read(Path frameBuffer) {
        try {
            ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(frameBuffer));
            int width = file.getInt(WIDTH);
            int height = file.getInt(HEIGHT);
            int stride = file.getInt(BYTES_PER_LINE);
            int start = file.getInt(HEADER_SIZE) + file.getInt(COLOURS) * COLOUR_BYTES;
            file.order(ByteOrder.LITTLE_ENDIAN);
            int[] rgb = new int[width * height];
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = file.getInt(start + i / width * stride + i % width * 4) & 0xffffff;
            }
            return new Screen(width, height, rgb);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a PNG. */
    static Screen ofPng(Path png) {
        try {
            BufferedImage image = ImageIO.read(png.toFile());
            int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] &= 0xffffff;
            }
            return new Screen(image.getWidth(), image.getHeight(), rgb);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pixel there. */
    public int at(int x, int y) {
        return rgb[y * width + x];
    }

    /** Writes it as a PNG, to be looked at. */
    public void save(Path png) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, rgb, 0, width);
        try {
            Files.createDirectories(png.toAbsolutePath().getParent());
            ImageIO.write(image, "png", png.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
