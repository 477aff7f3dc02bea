package dev.perch.render;

import dev.perch.render.FontFace.Bearing;

/** The empty box that stands for a character that no font has. */
final class Placeholder {
    private Placeholder() {}

    /** Advance in pixels for an em of that size. */
    static float advance(int pixels) {
        return pixels * 0.75f;
    }

    static Bearing rasterise(int pixels, Ink ink) {
        int width = Math.max(3, Math.round(pixels * 0.6f));
        int height = Math.max(3, Math.round(pixels * 0.72f));
        float thickness = Math.max(1, pixels / 14f);
        float inset = thickness / 2;
        Shape box = Shape.box(inset, inset, width - inset, height - inset, pixels / 8f)
                .outline(thickness);
        ink.clear(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                ink.white(x, y, Math.round(box.coverage(x + 0.5f, y + 0.5f) * 160));
            }
        }
        return new Bearing(Math.round(pixels * 0.07f), height);
    }
}
