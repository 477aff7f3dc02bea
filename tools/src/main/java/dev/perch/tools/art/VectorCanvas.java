package dev.perch.tools.art;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A small software canvas for vector shapes. It needs no graphics library and uses only exactly specified
 * arithmetic, so the same drawing gives the same pixels on every machine.
 */
public final class VectorCanvas {

    /* The clip that lets everything through. */
    private static final float[] OPEN = {};

    private final int width;
    private final int height;
    private final Deque<Affine> maps = new ArrayDeque<>();
    private final Deque<float[]> clips = new ArrayDeque<>();
    private final Deque<float[]> layers = new ArrayDeque<>();
    private Affine map = Affine.IDENTITY;
    private float[] clip = OPEN;
    private float[] pixels;

    /** An empty, transparent canvas of this many pixels. */
    public VectorCanvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new float[width * height * 4];
    }

    /** Draws what follows through {@code inner}, inside the current map, until {@link #restore}. */
    public void transform(Affine inner) {
        maps.push(map);
        map = map.of(inner);
    }

    /** Takes back the latest {@link #transform}. */
    public void restore() {
        map = maps.pop();
    }

    /** Keeps what follows inside a shape (and inside earlier clips) until {@link #unclip}. */
    public void clip(Path path) {
        Coverage cover = Coverage.of(path, map, width, height, 0);
        float[] mask = new float[width * height];
        for (int y = 0; y < cover.height; y++) {
            int row = cover.top + y;
            if (row < 0 || row >= height) {
                continue;
            }
            for (int x = 0; x < cover.width; x++) {
                int column = cover.left + x;
                if (column >= 0 && column < width) {
                    int at = row * width + column;
                    mask[at] = cover.part[y * cover.width + x] * (clip == OPEN ? 1 : clip[at]);
                }
            }
        }
        clips.push(clip);
        clip = mask;
    }

    /** Takes back the latest {@link #clip}. */
    public void unclip() {
        clip = clips.pop();
    }

    /** Draws what follows on a sheet of its own until it is laid down with {@link #lay} or {@link #layWithRim}. */
    public void layer() {
        layers.push(pixels);
        pixels = new float[width * height * 4];
    }

    /** Lays the latest layer over what was there before it. */
    public void lay(double opacity) {
        float[] top = pixels;
        pixels = layers.pop();
        for (int i = 0; i < top.length; i += 4) {
            if (top[i + 3] > 0) {
                over(i, top, i, (float) opacity);
            }
        }
    }

    /** Lays the latest layer with a soft rim of one colour around its silhouette, {@code reach} units wide. */
    public void layWithRim(int argb, double reach) {
        float[] alpha = new float[width * height];
        for (int i = 0; i < alpha.length; i++) {
            alpha[i] = pixels[4 * i + 3];
        }
        int radius = pixelsOf(reach);
        float[] line = new float[width > height ? width : height];
        for (int pass = 0; pass < 2; pass++) {
            for (int y = 0; y < height; y++) {
                Coverage.boxBlur(alpha, y * width, 1, width, radius, line);
            }
            for (int x = 0; x < width; x++) {
                Coverage.boxBlur(alpha, x, width, height, radius, line);
            }
        }
        float[] top = pixels;
        pixels = layers.pop();
        float[] rim = Paint.solid(argb).ramp();
        for (int i = 0; i < alpha.length; i++) {
            float strength = alpha[i] * 2.4f;
            if (strength > 0.02f) {
                over(4 * i, rim, 0, strength > 1 ? 1 : strength);
            }
            over(4 * i, top, 4 * i, 1);
        }
    }

    /** Fills a shape. */
    public void fill(Path path, Paint paint) {
        blend(Coverage.of(path, map, width, height, 0), paint);
    }

    /** Fills a shape with one straight {@code 0xAARRGGBB} colour. */
    public void fill(Path path, int argb) {
        fill(path, Paint.solid(argb));
    }

    /** Fills a shape whose edges fade over about {@code soft} units to both sides. */
    public void fillSoft(Path path, Paint paint, double soft) {
        int radius = pixelsOf(soft / 1.6);
        Coverage cover = Coverage.of(path, map, width, height, 3 * radius + 1);
        cover.blur(radius);
        blend(cover, paint);
    }

    /** Draws a line of even width with round joins and ends. */
    public void stroke(Path path, double lineWidth, int argb) {
        fill(Stroke.even(path, lineWidth), argb);
    }

    /** Draws a brush mark that thins out to both ends. */
    public void brush(Path path, double lineWidth, int argb) {
        fill(Stroke.tapered(path, lineWidth), argb);
    }

    /** The picture so far, as straight ARGB; fully transparent pixels are 0. */
    public Cell toCell() {
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            double a = pixels[4 * i + 3];
            int alpha = (int) (a * 255 + 0.5);
            if (alpha > 0) {
                argb[i] = (alpha > 255 ? 255 : alpha) << 24
                        | channel(pixels[4 * i] / a) << 16
                        | channel(pixels[4 * i + 1] / a) << 8
                        | channel(pixels[4 * i + 2] / a);
            }
        }
        return new Cell(width, height, argb);
    }

    private void blend(Coverage cover, Paint paint) {
        Affine back = map.inverse();
        float[] ramp = paint.ramp();
        for (int y = 0; y < cover.height; y++) {
            int row = cover.top + y;
            if (row < 0 || row >= height) {
                continue;
            }
            for (int x = 0; x < cover.width; x++) {
                int column = cover.left + x;
                float part = cover.part[y * cover.width + x];
                if (part <= 0 || column < 0 || column >= width) {
                    continue;
                }
                int at = row * width + column;
                if (clip != OPEN) {
                    part *= clip[at];
                }
                if (part > 0) {
                    int colour = paint.index(back.x(column + 0.5, row + 0.5), back.y(column + 0.5, row + 0.5));
                    over(4 * at, ramp, colour, part);
                }
            }
        }
    }

    private void over(int at, float[] source, int from, float part) {
        float rest = 1 - source[from + 3] * part;
        for (int i = 0; i < 4; i++) {
            pixels[at + i] = source[from + i] * part + pixels[at + i] * rest;
        }
    }

    private int pixelsOf(double units) {
        int radius = (int) (units * map.meanScale() + 0.5);
        return radius < 1 ? 1 : radius;
    }

    private static int channel(double v) {
        int c = (int) (v * 255 + 0.5);
        return c < 0 ? 0 : c > 255 ? 255 : c;
    }
}
