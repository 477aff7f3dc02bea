package dev.perch.render;

import com.badlogic.gdx.graphics.g2d.freetype.FreeType;
import com.badlogic.gdx.utils.IntFloatMap;
import java.nio.ByteBuffer;

/**
 * One face of FreeType. Outlines are hinted upright only and rasterised at four times the width, so that a glyph can
 * stand at a quarter of a pixel with its shape unharmed. One thread at a time.
 */
final class OutlineFace implements FontFace {
    private static final int FLAGS = FreeType.FT_LOAD_TARGET_LIGHT | FreeType.FT_LOAD_NO_BITMAP;
    /** How much a face that has no strong sister is thickened, in em: the difference of Inter's stems at 400 and 600. */
    private static final float THICKENING = 0.035f;

    private final FreeType.Face face;
    private final boolean thicken;
    private final IntFloatMap advances = new IntFloatMap();
    private int size;

    OutlineFace(FreeType.Face face, boolean thicken) {
        this.face = face;
        this.thicken = thicken;
    }

    @Override
    public int glyph(int codePoint) {
        return face.getCharIndex(codePoint);
    }

    @Override
    public float advance(int pixels, int glyph) {
        int key = pixels << 20 ^ glyph;
        float known = advances.get(key, Float.NaN);
        if (Float.isNaN(known)) {
            known = load(pixels, glyph) ? face.getGlyph().getLinearHoriAdvance() / 65536f / FINE : 0;
            advances.put(key, known);
        }
        return known;
    }

    @Override
    public float kerning(int pixels, int left, int right) {
        if (!face.hasKerning()) {
            return 0;
        }
        resize(pixels);
        return face.getKerning(left, right, FreeType.FT_KERNING_UNFITTED) / 64f / FINE;
    }

    @Override
    public float ascent(int pixels) {
        resize(pixels);
        return face.getSize().getMetrics().getAscender() / 64f;
    }

    @Override
    public float descent(int pixels) {
        resize(pixels);
        return -face.getSize().getMetrics().getDescender() / 64f;
    }

    @Override
    public Bearing rasterise(int pixels, int glyph, int shift, Ink ink) {
        if (!load(pixels, glyph) || !face.getGlyph().renderGlyph(FreeType.FT_RENDER_MODE_NORMAL)) {
            ink.clear(0, 0);
            return Bearing.NONE;
        }
        FreeType.GlyphSlot slot = face.getGlyph();
        FreeType.Bitmap bitmap = slot.getBitmap();
        int rows = bitmap.getRows();
        int columns = bitmap.getWidth();
        if (rows == 0 || columns == 0 || bitmap.getPixelMode() != FreeType.FT_PIXEL_MODE_GRAY) {
            ink.clear(0, 0);
            return Bearing.NONE;
        }
        int smear = thicken ? Math.round(pixels * FINE * THICKENING) : 0;
        int left = slot.getBitmapLeft() + shift;
        int first = Math.floorDiv(left, FINE);
        int last = Math.floorDiv(left + columns + smear - 1, FINE);
        ink.clear(last - first + 1, rows);
        squeeze(bitmap, left - first * FINE, smear, ink);
        return new Bearing(first, slot.getBitmapTop());
    }

    /** Brings the wide bitmap to pixels: each is the mean of its four fine columns. */
    private static void squeeze(FreeType.Bitmap bitmap, int offset, int smear, Ink ink) {
        ByteBuffer coverage = bitmap.getBuffer();
        int columns = bitmap.getWidth();
        int pitch = bitmap.getPitch();
        for (int y = 0; y < ink.height(); y++) {
            for (int x = 0; x < ink.width(); x++) {
                int sum = 0;
                for (int fine = 0; fine < FINE; fine++) {
                    int column = x * FINE + fine - offset;
                    int most = 0;
                    for (int i = Math.max(0, column - smear); i <= Math.min(columns - 1, column); i++) {
                        most = Math.max(most, coverage.get(y * pitch + i) & 255);
                    }
                    sum += most;
                }
                ink.white(x, y, sum / FINE);
            }
        }
    }

    private boolean load(int pixels, int glyph) {
        resize(pixels);
        return face.loadGlyph(glyph, FLAGS);
    }

    private void resize(int pixels) {
        if (size != pixels) {
            size = pixels;
            face.setCharSize(0, pixels * 64, 72 * FINE, 72);
        }
    }

    @Override
    public boolean coloured() {
        return false;
    }
}
