package dev.perch.tools.sheets;

import dev.perch.pack.Pixels;

/**
 * Takes the alpha out of premultiplied colours. To multiply them again gives the same bytes, for every colour and alpha; so
 * what was multiplied once loses nothing more by going to and fro.
 */
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

    /** Colours multiplied by their alpha, as pages and textures hold them. */
    static Pixels multiplied(Pixels straight) {
        byte[] out = straight.rgba().clone();
        for (int i = 0; i < out.length; i += 4) {
            int alpha = out[i + 3] & 0xff;
            for (int c = i; c < i + 3 && alpha < 255; c++) {
                out[c] = (byte) (((out[c] & 0xff) * alpha + 127) / 255);
            }
        }
        return new Pixels(straight.width(), straight.height(), out);
    }
}
