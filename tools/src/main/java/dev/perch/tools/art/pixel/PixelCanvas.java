package dev.perch.tools.art.pixel;

import dev.perch.tools.art.Cell;

/** A small palette-indexed picture: a sprite, a layer or a whole cell. Integer arithmetic only. */
final class PixelCanvas {
    private final int width;
    private final int height;
    private final byte[] pixels;

    PixelCanvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new byte[width * height];
    }

    /** Reads a sprite from text rows, one palette letter a pixel, dot for transparent. */
    static PixelCanvas of(String rows) {
        String[] lines = rows.strip().lines().toArray(String[]::new);
        int widest = 0;
        for (String line : lines) {
            widest = StrictMath.max(widest, line.strip().length());
        }
        PixelCanvas sprite = new PixelCanvas(widest, lines.length);
        for (int y = 0; y < lines.length; y++) {
            String line = lines[y].strip();
            for (int x = 0; x < line.length(); x++) {
                sprite.set(x, y, PixelPalette.index(line.charAt(x)));
            }
        }
        return sprite;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    byte get(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : pixels[y * width + x];
    }

    void set(int x, int y, byte colour) {
        if (x >= 0 && y >= 0 && x < width && y < height) {
            pixels[y * width + x] = colour;
        }
    }

    boolean filled(int x, int y) {
        return get(x, y) != PixelPalette.CLEAR;
    }

    /** Copies the opaque pixels of a sprite with its top left corner at (x, y). */
    void blit(PixelCanvas sprite, int x, int y) {
        for (int v = 0; v < sprite.height; v++) {
            for (int u = 0; u < sprite.width; u++) {
                if (sprite.filled(u, v)) {
                    set(x + u, y + v, sprite.get(u, v));
                }
            }
        }
    }

    /** Puts a layer on top at an offset: first its outline in the line colours, then its fill. */
    void stack(PixelCanvas layer, int x, int y) {
        int[][] steps = {{0, -1}, {-1, 0}, {1, 0}, {0, 1}};
        for (int v = -1; v <= layer.height; v++) {
            for (int u = -1; u <= layer.width; u++) {
                if (layer.filled(u, v)) {
                    continue;
                }
                for (int[] step : steps) {
                    byte near = layer.get(u + step[0], v + step[1]);
                    if (near != PixelPalette.CLEAR) {
                        set(x + u, y + v, PixelPalette.line(near));
                        break;
                    }
                }
            }
        }
        blit(layer, x, y);
    }

    /** Darkens, by one ramp step, what lies under a layer's silhouette placed at (x, y). */
    void castShadow(PixelCanvas layer, int x, int y) {
        for (int v = 0; v < layer.height; v++) {
            for (int u = 0; u < layer.width; u++) {
                byte here = get(x + u, y + v);
                if (layer.filled(u, v) && !PixelPalette.isLine(here)) {
                    set(x + u, y + v, PixelPalette.shade(here));
                }
            }
        }
    }

    /** Models the plain pixels of one colour as a lump lit from the upper left. */
    PixelCanvas modelled(byte colour, int depth) {
        PixelCanvas out = copy();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (get(x, y) != colour) {
                    continue;
                }
                boolean dark = !filled(x + 1, y + depth) || !filled(x + depth, y + 1);
                boolean light = !filled(x - 1, y - 1) && (!filled(x, y - 1) || !filled(x - 1, y));
                if (dark) {
                    out.set(x, y, PixelPalette.shade(colour));
                } else if (light) {
                    out.set(x, y, PixelPalette.lit(colour));
                }
            }
        }
        return out;
    }

    /** Turns every line pixel that touches the outside into ink, so that the silhouette is firm. */
    void firmEdge() {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean outside = !filled(x - 1, y) || !filled(x + 1, y) || !filled(x, y - 1) || !filled(x, y + 1);
                if (outside && PixelPalette.isLine(get(x, y))) {
                    set(x, y, PixelPalette.INK);
                }
            }
        }
    }

    /** Fills the ellipse inscribed in a box of whole pixels. */
    void ellipse(int left, int top, int wide, int high, byte colour) {
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                int dx = 2 * x + 1 - wide;
                int dy = 2 * y + 1 - high;
                if (dx * dx * high * high + dy * dy * wide * wide <= wide * wide * high * high) {
                    set(left + x, top + y, colour);
                }
            }
        }
    }

    /** Sweeps a round brush from one top left corner to another: a limb of even thickness. */
    void limb(int x0, int y0, int x1, int y1, int thick, byte colour) {
        int steps = StrictMath.max(StrictMath.max(StrictMath.abs(x1 - x0), StrictMath.abs(y1 - y0)), 1);
        for (int i = 0; i <= steps; i++) {
            int x = StrictMath.floorDiv(2 * (x1 - x0) * i + steps, 2 * steps);
            int y = StrictMath.floorDiv(2 * (y1 - y0) * i + steps, 2 * steps);
            ellipse(x0 + x, y0 + y, thick, thick, colour);
        }
    }

    /** The picture seen in a mirror. */
    PixelCanvas mirrored() {
        PixelCanvas out = new PixelCanvas(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out.set(width - 1 - x, y, get(x, y));
            }
        }
        return out;
    }

    /** The picture upside down. */
    PixelCanvas flipped() {
        PixelCanvas out = new PixelCanvas(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out.set(x, height - 1 - y, get(x, y));
            }
        }
        return out;
    }

    /** Grows or shrinks by whole columns and rows, repeated or dropped evenly. */
    PixelCanvas resized(int columns, int rows) {
        PixelCanvas out = new PixelCanvas(width + columns, height + rows);
        for (int y = 0; y < out.height; y++) {
            for (int x = 0; x < out.width; x++) {
                int u = (2 * x + 1) * width / (2 * out.width);
                int v = (2 * y + 1) * height / (2 * out.height);
                out.set(x, y, get(u, v));
            }
        }
        return out;
    }

    /** Shifts rows sideways, the top by {@code push} pixels and the bottom not at all. */
    PixelCanvas swayed(int push) {
        int room = StrictMath.abs(push);
        PixelCanvas out = new PixelCanvas(width + 2 * room, height);
        for (int y = 0; y < height; y++) {
            int shift = StrictMath.floorDiv(2 * push * (height - 1 - y) + height, 2 * height);
            for (int x = 0; x < width; x++) {
                out.set(x + room + shift, y, get(x, y));
            }
        }
        return out;
    }

    /** Shifts columns up or down, the left end by {@code push} pixels and the right not at all. */
    PixelCanvas wagged(int push) {
        int room = StrictMath.abs(push);
        PixelCanvas out = new PixelCanvas(width, height + 2 * room);
        for (int x = 0; x < width; x++) {
            int shift = StrictMath.floorDiv(2 * push * (width - 1 - x) + width, 2 * width);
            for (int y = 0; y < height; y++) {
                out.set(x, y + room + shift, get(x, y));
            }
        }
        return out;
    }

    /** An independent copy. */
    PixelCanvas copy() {
        PixelCanvas out = new PixelCanvas(width, height);
        System.arraycopy(pixels, 0, out.pixels, 0, pixels.length);
        return out;
    }

    /** The finished cell: every pixel becomes a block of {@code block} by {@code block}. */
    Cell toCell(int block) {
        int wide = width * block;
        int[] argb = new int[wide * height * block];
        for (int y = 0; y < height * block; y++) {
            for (int x = 0; x < wide; x++) {
                argb[y * wide + x] = PixelPalette.argb(get(x / block, y / block));
            }
        }
        return new Cell(wide, height * block, argb);
    }
}
