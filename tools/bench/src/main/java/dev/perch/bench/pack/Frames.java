package dev.perch.bench.pack;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** The pictures that are packed, {@code state/01.png}, and what became of them. */
final class Frames {
    private final Map<String, BufferedImage> images = new LinkedHashMap<>();

    private Frames() {}

    static Frames of(Path folder) throws IOException {
        Frames frames = new Frames();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".png"))
                    .sorted(Comparator.comparing((Path file) -> String.valueOf(file.getParent()))
                            .thenComparing(file -> file.toString().length())
                            .thenComparing(file -> file))
                    .toList();
        }
        for (Path file : files) {
            frames.images.put(folder.relativize(file).toString(), ImageIO.read(file.toFile()));
        }
        return frames;
    }

    int count() {
        return images.size();
    }

    /** The name of a state's picture, from 0; empty when it has none. */
    String name(String state, int index) {
        return images.keySet().stream()
                .filter(name -> name.startsWith(state + "/"))
                .skip(index)
                .findFirst()
                .orElse("");
    }

    /** The sizes of the ink, "W H" a line, each different picture once: what is left to place. */
    String inkSizes() {
        Map<List<Integer>, int[]> inks = new LinkedHashMap<>();
        for (BufferedImage image : images.values()) {
            int[] ink = ink(image);
            int[] pixels = image.getRGB(ink[0], ink[1], ink[2], ink[3], null, 0, ink[2]);
            inks.putIfAbsent(Arrays.stream(pixels).boxed().toList(), ink);
        }
        StringBuilder sizes = new StringBuilder();
        inks.values()
                .forEach(ink -> sizes.append(ink[2]).append(' ').append(ink[3]).append('\n'));
        return sizes.toString();
    }

    private static int[] ink(BufferedImage image) {
        int left = image.getWidth();
        int top = image.getHeight();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) >>> 24 != 0) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return right == 0 ? new int[] {0, 0, 1, 1} : new int[] {left, top, right - left, bottom - top};
    }

    /** Whether a picture is, where anything can be seen, that part of a page, with clear pixels around. */
    boolean isWhole(String name, BufferedImage page, Cut cut) {
        @Nullable BufferedImage image = images.get(name);
        if (image == null) {
            return false;
        }
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int expected = image.getRGB(x, y);
                int inX = x - cut.offsetX();
                int inY = y - cut.offsetY();
                boolean inside = inX >= 0 && inY >= 0 && inX < cut.width() && inY < cut.height();
                int packed = inside ? page.getRGB(cut.x() + inX, cut.y() + inY) : 0;
                if (expected != packed && (expected | packed) >>> 24 != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Where on a page the ink lies, and where in the picture it was. */
    record Cut(int x, int y, int width, int height, int offsetX, int offsetY) {}
}
