package dev.perch.render;

import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.math.Affine2;
import com.badlogic.gdx.math.MathUtils;

/** The four corners of one quad in the layout of LibGDX's batches; from the bottom left up, right and down again. */
final class QuadVertices {
    /** Floats of a corner: x, y, packed colour, u, v. */
    static final int VERTEX = 5;

    /** Floats of a quad. */
    static final int LENGTH = 4 * VERTEX;

    final float[] values = new float[LENGTH];

    void color(float packed) {
        for (int corner = 0; corner < 4; corner++) {
            values[corner * VERTEX + 2] = packed;
        }
    }

    void rectangle(float x, float y, float width, float height) {
        float right = x + width;
        float top = y + height;
        position(0, x, y);
        position(1, x, top);
        position(2, right, top);
        position(3, right, y);
    }

    /** Scaled, then turned by degrees against the clock, both about the origin, which is relative to x and y. */
    void turned(
            float x,
            float y,
            float originX,
            float originY,
            float width,
            float height,
            float scaleX,
            float scaleY,
            float degrees) {
        float cos = degrees == 0 ? 1 : MathUtils.cosDeg(degrees);
        float sin = degrees == 0 ? 0 : MathUtils.sinDeg(degrees);
        float left = -originX * scaleX;
        float bottom = -originY * scaleY;
        float right = (width - originX) * scaleX;
        float top = (height - originY) * scaleY;
        float atX = x + originX;
        float atY = y + originY;
        position(0, cos * left - sin * bottom + atX, sin * left + cos * bottom + atY);
        position(1, cos * left - sin * top + atX, sin * left + cos * top + atY);
        position(2, cos * right - sin * top + atX, sin * right + cos * top + atY);
        position(3, cos * right - sin * bottom + atX, sin * right + cos * bottom + atY);
    }

    void transformed(float width, float height, Affine2 by) {
        position(0, by.m02, by.m12);
        position(1, by.m01 * height + by.m02, by.m11 * height + by.m12);
        position(2, by.m00 * width + by.m01 * height + by.m02, by.m10 * width + by.m11 * height + by.m12);
        position(3, by.m00 * width + by.m02, by.m10 * width + by.m12);
    }

    /** {@code u, v} belong to the bottom left corner. */
    void texture(float u, float v, float u2, float v2) {
        texture(0, u, v);
        texture(1, u, v2);
        texture(2, u2, v2);
        texture(3, u2, v);
    }

    /** A region that lies on its side in the texture. */
    void sideways(TextureRegion region, boolean clockwise) {
        if (clockwise) {
            texture(0, region.getU2(), region.getV2());
            texture(1, region.getU(), region.getV2());
            texture(2, region.getU(), region.getV());
            texture(3, region.getU2(), region.getV());
        } else {
            texture(0, region.getU(), region.getV());
            texture(1, region.getU2(), region.getV());
            texture(2, region.getU2(), region.getV2());
            texture(3, region.getU(), region.getV2());
        }
    }

    private void position(int corner, float x, float y) {
        values[corner * VERTEX] = x;
        values[corner * VERTEX + 1] = y;
    }

    private void texture(int corner, float u, float v) {
        values[corner * VERTEX + 3] = u;
        values[corner * VERTEX + 4] = v;
    }
}
