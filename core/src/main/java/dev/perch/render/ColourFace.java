package dev.perch.render;

import com.badlogic.gdx.graphics.g2d.freetype.FreeType;
import java.io.IOException;
import java.nio.BufferUnderflowException;

/**
 * A face of coloured pictures, such as Noto Color Emoji: FreeType, which LibGDX builds without PNG, tells which glyph stands
 * for a character; the picture comes from {@link ColourStrike} and is brought to size here.
 */
final class ColourFace implements FontFace {
    private final FreeType.Face face;
    private final ColourStrike strike;

    ColourFace(FreeType.Face face, ColourStrike strike) {
        this.face = face;
        this.strike = strike;
    }

    @Override
    public int glyph(int codePoint) {
        int glyph = face.getCharIndex(codePoint);
        return strike.has(glyph) ? glyph : 0;
    }

    @Override
    public float advance(int pixels, int glyph) {
        return strike.advance(glyph) * (float) pixels / strike.em();
    }

    @Override
    public float kerning(int pixels, int left, int right) {
        return 0;
    }

    @Override
    public float ascent(int pixels) {
        return pixels;
    }

    @Override
    public float descent(int pixels) {
        return 0;
    }

    @Override
    public Bearing rasterise(int pixels, int glyph, int shift, Ink ink) {
        try {
            SmallPng picture = SmallPng.read(strike.png(glyph));
            float scale = (float) pixels / strike.em();
            int width = Math.max(1, Math.round(picture.width() * scale));
            int height = Math.max(1, Math.round(picture.height() * scale));
            ink.clear(width, height);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    ink.set(x, y, picture.mean(x, y, width, height));
                }
            }
            return new Bearing(Math.round(strike.right(glyph) * scale), Math.round(strike.up(glyph) * scale));
        } catch (IOException | BufferUnderflowException | IndexOutOfBoundsException e) {
            // A spoilt picture is left out: the line goes on without it.
            ink.clear(0, 0);
            return Bearing.NONE;
        }
    }

    @Override
    public boolean coloured() {
        return true;
    }
}
