package dev.perch.tools.sheets;

import dev.perch.pack.Pixels;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a figure stands on its canvas, over all its pictures together: so it does not tremble when one of them has an arm
 * stretched out, and a jump stays a jump. In pixels of the canvas, right and bottom exclusive.
 *
 * @param left edge of the ink
 * @param top edge of the ink
 * @param right edge of the ink
 * @param bottom edge of the ink: the feet line
 * @param middle centre of mass, from the left
 */
record Anchor(int left, int top, int right, int bottom, double middle) {
    /** The anchor of pictures of one canvas; null where none has ink. */
    static @Nullable Anchor of(List<Pixels> pictures) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = 0;
        int bottom = 0;
        long mass = 0;
        long moment = 0;
        for (Pixels picture : pictures) {
            byte[] rgba = picture.rgba();
            for (int y = 0; y < picture.height(); y++) {
                for (int x = 0, at = y * picture.width() * 4 + 3; x < picture.width(); x++, at += 4) {
                    int alpha = rgba[at] & 0xff;
                    if (alpha > 0) {
                        left = Math.min(left, x);
                        right = Math.max(right, x + 1);
                        top = Math.min(top, y);
                        bottom = y + 1 > bottom ? y + 1 : bottom;
                        mass += alpha;
                        moment += (long) alpha * (2 * x + 1);
                    }
                }
            }
        }
        return mass == 0 ? null : new Anchor(left, top, right, bottom, (double) moment / (2 * mass));
    }
}
