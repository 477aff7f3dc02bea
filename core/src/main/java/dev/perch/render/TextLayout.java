package dev.perch.render;

import com.badlogic.gdx.graphics.Texture;

/**
 * A text that is set: where each glyph stands. Immutable; lives as long as the sheet that its glyphs are on. Drawing
 * allocates nothing.
 */
final class TextLayout {
    private final Patch[] patches;
    private final int[] places;
    private final int width;
    private final int height;
    private final int lines;
    private final boolean cut;

    /**
     * A finished text.
     *
     * @param patches the glyphs with ink
     * @param places left and top of each, two by two, in pixels from the text's top left
     * @param cut whether it ends in an ellipsis
     */
    TextLayout(Patch[] patches, int[] places, int width, int height, int lines, boolean cut) {
        this.patches = patches;
        this.places = places;
        this.width = width;
        this.height = height;
        this.lines = lines;
        this.cut = cut;
    }

    /** Width of its longest line in pixels. */
    int width() {
        return width;
    }

    /** Lines times the height of a line, in pixels. */
    int height() {
        return height;
    }

    int lines() {
        return lines;
    }

    /** Whether something was left out. */
    boolean cut() {
        return cut;
    }

    /** How many glyphs are drawn. */
    int glyphs() {
        return patches.length;
    }

    /** Draws the glyphs that are on that texture, in the canvas' tint. */
    void draw(Canvas canvas, Texture page, float x, float y) {
        for (int i = 0; i < patches.length; i++) {
            if (patches[i].texture() == page) {
                canvas.draw(patches[i], x + places[2 * i], y + places[2 * i + 1]);
            }
        }
    }
}
