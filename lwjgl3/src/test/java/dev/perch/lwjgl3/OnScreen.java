package dev.perch.lwjgl3;

import dev.perch.lwjgl3.testkit.Screen;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.render.RasterImage;

/** The screen against a picture of the CPU renderer, composited over the desktop. */
final class OnScreen {
    private OnScreen() {}

    /** The largest difference of a channel. */
    static int worst(XDesktop desktop, RasterImage picture, int left, int top) {
        Screen screen = desktop.screen();
        int worst = 0;
        for (int y = Math.max(0, -top); y < Math.min(picture.height(), screen.height() - top); y++) {
            for (int x = Math.max(0, -left); x < Math.min(picture.width(), screen.width() - left); x++) {
                int below = desktop.background().at(left + x, top + y);
                worst = Math.max(worst, difference(picture.pixel(x, y), below, screen.at(left + x, top + y)));
            }
        }
        return worst;
    }

    private static int difference(int premultiplied, int below, int shown) {
        int rest = 255 - (premultiplied >>> 24);
        int worst = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double expected = (premultiplied >>> shift & 255) + (below >>> shift & 255) * rest / 255.0;
            worst = Math.max(worst, (int) Math.ceil(Math.abs(expected - (shown >>> shift & 255)) - 0.5));
        }
        return worst;
    }
}
