package dev.perch.tools.sheets;

import dev.perch.pack.Pixels;

/** Takes the alpha out of premultiplied colours; to multiply them again gives the same bytes. */
final class Straight {
    private Straight() {}

    static Pixels of(Pixels premultiplied) {
        byte[] out = premultiplied.rgba().clone();
        for (int i = 0; i < out.length; i += 4) {
            int alpha = out[i + 3] & 0xff;
            for (int c = i; c < i + 3; c++) {
                out[c] = alpha == 0 ? 0 : (byte) Math.min(255, ((out[c] & 0xff) * 255 + alpha / 2) / alpha);
            }
        }
        return new Pixels(premultiplied.width(), premultiplied.height(), out);
    }
}
