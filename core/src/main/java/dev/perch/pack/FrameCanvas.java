package dev.perch.pack;

import java.util.Arrays;

/** The canvas of an animated picture, on which its frames are laid one after the other. */
final class FrameCanvas {
    /** What becomes of a frame before the next is laid. */
    enum After {
        KEEP,
        CLEAR,
        RESTORE
    }

    /** How large it is. */
    record Extent(int width, int height) {
        /** @throws Refusal when so many frames and one more are more than an animation may have */
        void checkRoom(String where, int frames, PackageLimits limits) throws Refusal {
            if (frames >= limits.webpFrames() || (frames + 1L) * width * height > limits.webpFramePixels()) {
                throw new Refusal(
                        where,
                        "is an animation of more than " + limits.webpFrames() + " frames or "
                                + limits.webpFramePixels() / 1_000_000 + " million pixels",
                        "make it shorter or smaller");
            }
        }

        boolean holds(int x, int y, int frameWidth, int frameHeight) {
            return x >= 0
                    && y >= 0
                    && frameWidth > 0
                    && frameHeight > 0
                    && (long) x + frameWidth <= width
                    && (long) y + frameHeight <= height;
        }
    }

    final Extent extent;
    private final int width;
    private byte[] rgba;

    FrameCanvas(int width, int height) {
        this.extent = new Extent(width, height);
        this.width = width;
        this.rgba = new byte[width * height * 4];
    }

    /** The whole canvas with that frame on it. */
    Pixels show(Pixels frame, int x, int y, boolean blend, After after) {
        byte[] before = after == After.RESTORE ? rgba.clone() : rgba;
        for (int row = 0; row < frame.height(); row++) {
            int to = ((y + row) * width + x) * 4;
            int from = row * frame.width() * 4;
            for (int i = 0; i < frame.width() * 4; i += 4) {
                lay(frame.rgba(), from + i, to + i, blend);
            }
        }
        Pixels shown = new Pixels(width, extent.height, rgba.clone());
        if (after == After.RESTORE) {
            rgba = before;
        } else if (after == After.CLEAR) {
            for (int row = 0; row < frame.height(); row++) {
                int at = ((y + row) * width + x) * 4;
                Arrays.fill(rgba, at, at + frame.width() * 4, (byte) 0);
            }
        }
        return shown;
    }

    private void lay(byte[] from, int at, int to, boolean blend) {
        int alpha = from[at + 3] & 0xff;
        int below = rgba[to + 3] & 0xff;
        if (!blend || alpha == 255 || below == 0) {
            if (blend && alpha == 0) {
                return;
            }
            System.arraycopy(from, at, rgba, to, 4);
            return;
        }
        if (alpha == 0) {
            return;
        }
        int under = below * (255 - alpha);
        int sum = alpha * 255 + under;
        for (int c = 0; c < 3; c++) {
            int mixed = (from[at + c] & 0xff) * alpha * 255 + (rgba[to + c] & 0xff) * under;
            rgba[to + c] = (byte) ((mixed + sum / 2) / sum);
        }
        rgba[to + 3] = (byte) ((sum + 127) / 255);
    }
}
