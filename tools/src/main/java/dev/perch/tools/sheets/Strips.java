package dev.perch.tools.sheets;

import dev.perch.pack.Pixels;
import java.util.ArrayList;
import java.util.List;

/** Pictures side by side, or one above the other, in one file. */
final class Strips {
    private Strips() {}

    /**
     * Cuts into so many frames of one size, along the side that can be cut so, else along the longer one; then what is
     * left over belongs to none.
     *
     * @param count at least 1
     */
    static List<ArtFrame> cut(String name, Pixels strip, int count) {
        boolean wide = strip.width() % count == 0;
        boolean tall = strip.height() % count == 0;
        boolean across = wide == tall ? strip.width() >= strip.height() : wide;
        int parts = Math.max(1, Math.min(count, Math.max(strip.width(), strip.height())));
        int width = across ? strip.width() / parts : strip.width();
        int height = across ? strip.height() : strip.height() / parts;
        List<ArtFrame> frames = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            Pixels frame = strip.crop(across ? i * width : 0, across ? 0 : i * height, width, height);
            frames.add(new ArtFrame(name + " frame " + (i + 1), frame, 0));
        }
        return frames;
    }
}
