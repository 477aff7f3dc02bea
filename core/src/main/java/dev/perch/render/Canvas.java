package dev.perch.render;

import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.Batch;

/**
 * A batch seen from the top left of the window: y grows downwards here, upwards there, and this is the one place that
 * turns it over. Colours are premultiplied, as textures are. Render thread only; drawing allocates nothing.
 */
public final class Canvas {
    private final Batch batch;
    private final int height;
    private int clipLeft;
    private int clipTop;
    private int clipRight;
    private int clipBottom;

    /**
     * A canvas over a batch whose projection has one unit a pixel and its origin at the bottom left.
     *
     * @param height of the window in pixels
     */
    public Canvas(Batch batch, int height) {
        this.batch = batch;
        this.height = height;
        unclip();
    }

    /** From now on draws of patches only what is in that rectangle. */
    void clip(int left, int top, int right, int bottom) {
        clipLeft = left;
        clipTop = top;
        clipRight = right;
        clipBottom = bottom;
    }

    /** From now on draws patches whole. */
    void unclip() {
        clip(Integer.MIN_VALUE / 2, Integer.MIN_VALUE / 2, Integer.MAX_VALUE / 2, Integer.MAX_VALUE / 2);
    }

    /** Whether all of those rows are in the clip. */
    boolean shows(int y, int rows) {
        return y >= clipTop && y + rows <= clipBottom;
    }

    /** The batch underneath. */
    public Batch batch() {
        return batch;
    }

    /** The batch's y for a place that many pixels under the top of the window. */
    public float up(float y) {
        return height - y;
    }

    /**
     * Sets what is drawn next: the colour for white pictures, the tint for coloured ones.
     *
     * @param rgba {@code 0xRRGGBBAA}, not premultiplied
     * @param alpha 0 to 1, on top of the colour's own
     */
    public void tint(int rgba, float alpha) {
        float a = (rgba & 255) / 255f * alpha;
        float each = a / 255f;
        batch.setColor((rgba >>> 24) * each, (rgba >>> 16 & 255) * each, (rgba >>> 8 & 255) * each, a);
    }

    /** Draws a rectangle of a texture, given from the texture's top left, into one of the window. */
    public void draw(Texture texture, int sx, int sy, int sw, int sh, float x, float y, float w, float h) {
        batch.draw(texture, x, height - y - h, w, h, sx, sy, sw, sh, false, false);
    }

    /**
     * As {@link #draw(Texture, int, int, int, int, float, float, float, float)}, turned clockwise by degrees about a point of
     * the window.
     */
    public void drawTurned(
            Texture texture,
            int sx,
            int sy,
            int sw,
            int sh,
            float x,
            float y,
            float w,
            float h,
            float pivotX,
            float pivotY,
            float degrees) {
        float bottom = y + h;
        batch.draw(
                texture,
                x,
                height - bottom,
                pivotX - x,
                bottom - pivotY,
                w,
                h,
                1,
                1,
                -degrees,
                sx,
                sy,
                sw,
                sh,
                false,
                false);
    }

    /** Draws a patch in its own size, as far as it is in the clip. */
    void draw(Patch patch, int x, int y) {
        int left = Math.max(0, clipLeft - x);
        int top = Math.max(0, clipTop - y);
        int width = Math.min(patch.width(), clipRight - x) - left;
        int high = Math.min(patch.height(), clipBottom - y) - top;
        if (width > 0 && high > 0) {
            draw(patch.texture(), patch.x() + left, patch.y() + top, width, high, x + left, y + top, width, high);
        }
    }
}
