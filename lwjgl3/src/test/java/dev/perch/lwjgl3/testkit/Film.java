package dev.perch.lwjgl3.testkit;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/**
 * Moments of a screen of 800x600 pixels, each with its words, as one picture: of each the part where the pet and its panels
 * are.
 */
public final class Film {
    private static final int LEFT = 110;
    private static final int TOP = 80;
    private static final int WIDTH = 800 - LEFT;
    private static final int HEIGHT = 600 - TOP;
    private static final int GAP = 4;
    private static final int COLUMNS = 3;

    /** The row under which there is only the pet. */
    private static final int PET = 455;

    private static final int STEADY_LOOKS = 8;

    private final Map<Integer, BufferedImage> moments = new TreeMap<>();
    private int[] last = new int[0];

    /** A film with no moments. */
    public Film() {}

    /** The next moment is to be another than this. */
    public void begin(XDesktop desktop) {
        last = above(desktop.screen());
    }

    /**
     * Waits until what is shown above the pet is another than in the moment before, and stays so for some looks; then takes it
     * in. Those of lower numbers come before it.
     */
    public void take(int number, String words, XDesktop desktop) {
        int[][] seen = {new int[0]};
        int[] looks = {0};
        Eventually.await(
                () -> {
                    int[] now = above(desktop.screen());
                    looks[0] = Arrays.equals(now, seen[0]) ? looks[0] + 1 : 0;
                    seen[0] = now;
                    return looks[0] >= STEADY_LOOKS && !Arrays.equals(now, last);
                },
                () -> "nothing else is shown for: " + words);
        last = seen[0];
        add(number, words, desktop.screen());
    }

    private static int[] above(Screen screen) {
        int[] part = new int[WIDTH * (PET - TOP)];
        for (int y = TOP; y < PET; y++) {
            System.arraycopy(screen.rgb(), y * screen.width() + LEFT, part, (y - TOP) * WIDTH, WIDTH);
        }
        return part;
    }

    /** Takes a moment in as it is. */
    public void add(int number, String words, Screen screen) {
        BufferedImage moment = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        int offset = TOP * screen.width() + LEFT;
        moment.setRGB(0, 0, WIDTH, HEIGHT, screen.rgb(), offset, screen.width());
        Graphics2D pen = moment.createGraphics();
        pen.setColor(new Color(0, 0, 0, 180));
        pen.fillRect(0, 0, WIDTH, 26);
        pen.setColor(Color.WHITE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        pen.drawString(number + "  " + words, 8, 18);
        pen.dispose();
        moments.put(number, moment);
    }

    /** Writes it as a PNG, to be looked at. */
    public void save(Path png) throws IOException {
        int rows = (moments.size() + COLUMNS - 1) / COLUMNS;
        BufferedImage all = new BufferedImage(
                COLUMNS * (WIDTH + GAP), Math.max(1, rows) * (HEIGHT + GAP), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = all.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, all.getWidth(), all.getHeight());
        int i = 0;
        for (BufferedImage moment : moments.values()) {
            pen.drawImage(moment, i % COLUMNS * (WIDTH + GAP), i / COLUMNS * (HEIGHT + GAP), null);
            i++;
        }
        pen.dispose();
        Files.createDirectories(png.toAbsolutePath().getParent());
        ImageIO.write(all, "png", png.toFile());
    }
}
