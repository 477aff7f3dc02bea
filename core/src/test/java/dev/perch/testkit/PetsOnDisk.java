package dev.perch.testkit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pets that a test puts on the disk. */
public final class PetsOnDisk {
    /** A manifest that names {@code sheet.png}. */
    public static final String MANIFEST = "{\"displayName\":\"Blob\",\"spritesheetPath\":\"sheet.png\"}";

    private PetsOnDisk() {}

    /** A pet that opens, in half the size of Codex's. */
    public static Path blob(Path folder, String manifest) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("sheet.png"), sheet(Color.ORANGE));
        Files.write(folder.resolve("pet.json"), manifest.getBytes(StandardCharsets.UTF_8));
        return folder;
    }

    /** A sheet of nine rows with a disc of that colour in each used cell. */
    public static byte[] sheet(Color colour) throws IOException {
        int[] used = {6, 8, 8, 4, 5, 8, 6, 6, 6};
        BufferedImage image = new BufferedImage(768, 936, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(colour);
        for (int row = 0; row < used.length; row++) {
            for (int column = 0; column < used[row]; column++) {
                pen.fillOval(column * 96 + 20, row * 104 + 20 + column, 50 + row, 60);
            }
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
