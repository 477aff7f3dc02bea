package dev.perch.render;

import com.badlogic.gdx.graphics.Texture.TextureFilter;
import com.badlogic.gdx.math.Matrix4;
import com.badlogic.gdx.utils.NumberUtils;

/**
 * Paints quads of four vertices, each as the two triangles that OpenGL would be given: rows of texels are sampled,
 * tinted and blended.
 */
final class QuadPainter {
    /** A texture at its own size may be off by the rounding of floats. */
    private static final double OWN_SIZE = 1.0001;

    private final double[] x = new double[4];
    private final double[] y = new double[4];
    private final double[] u = new double[4];
    private final double[] v = new double[4];
    private final int[] color = new int[4];
    private final Edges edges = new Edges();
    private final Plane uPlane = new Plane();
    private final Plane vPlane = new Plane();
    private final Plane[] tints = {new Plane(), new Plane(), new Plane(), new Plane()};
    private int[] row = new int[0];

    /** Paints the quad at {@code vertices[offset]}; {@code projection} leads to OpenGL's cube of -1 to 1. */
    void paint(
            RasterImage target, RasterTexture texture, float[] vertices, int offset, Matrix4 projection, Blend blend) {
        if (row.length < target.width()) {
            row = new int[target.width()];
        }
        boolean drawable = true;
        for (int corner = 0; corner < 4; corner++) {
            int at = offset + corner * QuadVertices.VERTEX;
            place(corner, vertices[at], vertices[at + 1], projection.val, target);
            color[corner] = NumberUtils.floatToRawIntBits(vertices[at + 2]);
            u[corner] = (double) vertices[at + 3] * texture.getWidth();
            v[corner] = (double) vertices[at + 4] * texture.getHeight();
            drawable &= Math.abs(x[corner]) < Edges.FARTHEST && Math.abs(y[corner]) < Edges.FARTHEST;
        }
        if (drawable) {
            triangle(target, texture, 0, 1, 2, blend);
            triangle(target, texture, 2, 3, 0, blend);
        }
    }

    private void place(int corner, double px, double py, float[] m, RasterImage target) {
        double w = m[Matrix4.M30] * px + m[Matrix4.M31] * py + m[Matrix4.M33];
        double cubeX = (m[Matrix4.M00] * px + m[Matrix4.M01] * py + m[Matrix4.M03]) / w;
        double cubeY = (m[Matrix4.M10] * px + m[Matrix4.M11] * py + m[Matrix4.M13]) / w;
        x[corner] = (1 + cubeX) * target.width() / 2;
        y[corner] = (1 - cubeY) * target.height() / 2;
    }

    private void triangle(RasterImage target, RasterTexture texture, int i, int j, int k, Blend blend) {
        if (!edges.set(x[i], y[i], x[j], y[j], x[k], y[k], target.height())) {
            return;
        }
        slope(uPlane, u[i], u[j], u[k], i, j, k);
        slope(vPlane, v[i], v[j], v[k], i, j, k);
        boolean tinted = tint(i, j, k);
        boolean linear = filter(texture) == TextureFilter.Linear;
        for (int line = edges.first(); line <= edges.last(); line++) {
            long span = edges.span(line, target.width());
            int from = (int) (span >> 32);
            int n = (int) span - from;
            if (n > 0) {
                sample(texture, linear, from, line, n);
                if (tinted) {
                    multiply(from + 0.5, line + 0.5, n);
                }
                blend.row(row, n, target.pixels(), line * target.width() + from);
            }
        }
    }

    private void slope(Plane plane, double a, double b, double c, int i, int j, int k) {
        if (a == b && b == c) {
            plane.flat(a);
        } else {
            plane.through(x[i], y[i], a, x[j], y[j], b, x[k], y[k], c);
        }
    }

    /** Whether there is a colour to multiply with. */
    private boolean tint(int i, int j, int k) {
        if (Tint.isWhite(color[i]) && Tint.isWhite(color[j]) && Tint.isWhite(color[k])) {
            return false;
        }
        for (int c = 0; c < 4; c++) {
            slope(tints[c], Tint.channel(color[i], c), Tint.channel(color[j], c), Tint.channel(color[k], c), i, j, k);
        }
        return true;
    }

    /** OpenGL's choice: the one for shrinking if a step of one pixel is longer than a texel either way. */
    private TextureFilter filter(RasterTexture texture) {
        if (texture.getMinFilter() == texture.getMagFilter()) {
            return texture.getMagFilter();
        }
        double across = Math.hypot(uPlane.dx, vPlane.dx);
        double down = Math.hypot(uPlane.dy, vPlane.dy);
        return Math.max(across, down) > OWN_SIZE ? texture.getMinFilter() : texture.getMagFilter();
    }

    private void sample(RasterTexture texture, boolean linear, int from, int line, int n) {
        long atU = fixed(uPlane.at(from + 0.5, line + 0.5));
        long atV = fixed(vPlane.at(from + 0.5, line + 0.5));
        if (linear) {
            Sampler.linear(texture, row, n, atU, atV, fixed(uPlane.dx), fixed(vPlane.dx));
        } else {
            Sampler.nearest(texture, row, n, atU, atV, fixed(uPlane.dx), fixed(vPlane.dx));
        }
    }

    private static long fixed(double texels) {
        return Math.round(texels * Sampler.ONE);
    }

    private void multiply(double px, double py, int n) {
        Tint.multiply(
                row,
                n,
                tints[0].at(px, py),
                tints[1].at(px, py),
                tints[2].at(px, py),
                tints[3].at(px, py),
                tints[0].dx,
                tints[1].dx,
                tints[2].dx,
                tints[3].dx);
    }
}
