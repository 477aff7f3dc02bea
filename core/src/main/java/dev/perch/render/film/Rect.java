package dev.perch.render.film;

import dev.perch.render.RasterImage;

/** Pixels from the top left; never empty. */
record Rect(int x, int y, int width, int height) {
    static Rect of(RasterImage image) {
        return new Rect(0, 0, image.width(), image.height());
    }

    /** Where two pictures differ; one pixel at the top left when they do not. */
    static Rect difference(int[] before, int[] after, int width) {
        int left = width;
        int right = -1;
        int top = -1;
        int bottom = -1;
        for (int i = 0; i < after.length; i++) {
            if (before[i] != after[i]) {
                int x = i % width;
                left = Math.min(left, x);
                right = Math.max(right, x);
                bottom = i / width;
                top = top < 0 ? bottom : top;
            }
        }
        return right < 0 ? new Rect(0, 0, 1, 1) : new Rect(left, top, right - left + 1, bottom - top + 1);
    }
}
