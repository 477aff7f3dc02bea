package dev.perch.pack;

import dev.perch.model.AlphaMask;
import dev.perch.model.Sprite;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lays premultiplied pictures out on pages, equal ink once.
 *
 * @param pages premultiplied RGBA
 * @param sprites where each picture went
 */
record PagePacker(List<Pixels> pages, Map<Picture, Sprite> sprites) {
    /*
    Padding is transparent, not a copy of the edge. A trimmed picture was surrounded by transparent pixels in its cell, so
    linear filtering must blend its rim with exactly those: that equals drawing the whole cell. A copied edge would end in a
    hard, jagged step at the quad's border instead. For that blend to be drawn in full, the sprite's rectangle is the ink
    and one transparent pixel around it, as far as the cell reaches; GAP more keep neighbours out of every bilinear sample.
    */
    private static final int RING = 1;
    private static final int GAP = 2;

    /** Pages begin this large and grow by as much while one is enough. */
    private static final int STEP = 128;

    /** What a picture may need on a page beyond its own size. */
    static final int PADDING = 2 * GAP;

    private record Placed(int page, int x, int y) {}

    /**
     * Packs pictures.
     *
     * @param pictures none empty, each no larger than a page with its padding
     * @param cellWidth that the pictures belong into
     * @param cellHeight that the pictures belong into
     * @param side most pixels a side of a page
     */
    static PagePacker pack(Collection<Picture> pictures, int cellWidth, int cellHeight, int side) {
        Set<Picture> distinct = new LinkedHashSet<>();
        for (Picture picture : pictures) {
            distinct.add(ringed(picture, cellWidth, cellHeight));
        }
        Set<Pixels> inks = new LinkedHashSet<>();
        distinct.forEach(picture -> inks.add(picture.pixels()));
        List<Pixels> order = new ArrayList<>(inks);
        order.sort(Comparator.comparingInt((Pixels p) -> Math.max(p.width(), p.height()))
                .thenComparingInt(p -> p.width() * p.height())
                .reversed());
        Map<Pixels, Placed> places = place(order, side);
        Map<Picture, Sprite> sprites = new LinkedHashMap<>();
        for (Picture picture : pictures) {
            Picture ring = ringed(picture, cellWidth, cellHeight);
            sprites.put(picture, sprite(ring, at(places, ring.pixels())));
        }
        return new PagePacker(paint(places), sprites);
    }

    private static Placed at(Map<Pixels, Placed> places, Pixels pixels) {
        Placed placed = places.get(pixels);
        if (placed == null) {
            throw new IllegalStateException("no place for " + pixels);
        }
        return placed;
    }

    private static Picture ringed(Picture picture, int cellWidth, int cellHeight) {
        Pixels ink = picture.pixels();
        int x = Math.max(0, picture.x() - RING);
        int y = Math.max(0, picture.y() - RING);
        int width = Math.min(cellWidth, picture.x() + ink.width() + RING) - x;
        int height = Math.min(cellHeight, picture.y() + ink.height() + RING) - y;
        byte[] out = new byte[width * height * 4];
        copy(ink, out, width, picture.x() - x, picture.y() - y);
        return new Picture(x, y, new Pixels(width, height, out));
    }

    private static void copy(Pixels from, byte[] to, int stride, int x, int y) {
        for (int row = 0; row < from.height(); row++) {
            int target = ((y + row) * stride + x) * 4;
            System.arraycopy(from.rgba(), row * from.width() * 4, to, target, from.width() * 4);
        }
    }

    private static Map<Pixels, Placed> place(List<Pixels> order, int side) {
        for (int edge = STEP; edge < side; edge += STEP) {
            Map<Pixels, Placed> places = onOnePage(order, edge);
            if (places != null) {
                return places;
            }
        }
        Map<Pixels, Placed> places = new LinkedHashMap<>();
        List<MaxRects> bins = new ArrayList<>();
        for (Pixels ink : order) {
            Placed placed = null;
            for (int page = 0; page < bins.size() && placed == null; page++) {
                placed = placeIn(bins.get(page), page, ink);
            }
            if (placed == null) {
                bins.add(bin(side));
                placed = placeIn(bins.get(bins.size() - 1), bins.size() - 1, ink);
            }
            if (placed == null) {
                throw new IllegalArgumentException(ink + " on a page of " + side);
            }
            places.put(ink, placed);
        }
        return places;
    }

    private static @Nullable Map<Pixels, Placed> onOnePage(List<Pixels> order, int edge) {
        long area = order.stream()
                .mapToLong(p -> (long) (p.width() + GAP) * (p.height() + GAP))
                .sum();
        if (area > (long) edge * edge) {
            return null;
        }
        MaxRects bin = bin(edge);
        Map<Pixels, Placed> places = new LinkedHashMap<>();
        for (Pixels ink : order) {
            Placed placed = placeIn(bin, 0, ink);
            if (placed == null) {
                return null;
            }
            places.put(ink, placed);
        }
        return places;
    }

    private static MaxRects bin(int edge) {
        return new MaxRects(edge - GAP, edge - GAP, MaxRects.Fit.SHORT_SIDE);
    }

    private static @Nullable Placed placeIn(MaxRects bin, int page, Pixels ink) {
        MaxRects.Rect rect = bin.place(ink.width() + GAP, ink.height() + GAP);
        return rect == null ? null : new Placed(page, rect.x() + GAP, rect.y() + GAP);
    }

    private static List<Pixels> paint(Map<Pixels, Placed> places) {
        int count = places.values().stream().mapToInt(Placed::page).max().orElse(0) + 1;
        List<Pixels> pages = new ArrayList<>();
        for (int page = 0; page < count; page++) {
            int width = 1;
            int height = 1;
            for (Map.Entry<Pixels, Placed> entry : places.entrySet()) {
                if (entry.getValue().page == page) {
                    width = Math.max(width, entry.getValue().x + entry.getKey().width() + GAP);
                    height =
                            Math.max(height, entry.getValue().y + entry.getKey().height() + GAP);
                }
            }
            byte[] rgba = new byte[width * height * 4];
            for (Map.Entry<Pixels, Placed> entry : places.entrySet()) {
                if (entry.getValue().page == page) {
                    copy(entry.getKey(), rgba, width, entry.getValue().x, entry.getValue().y);
                }
            }
            pages.add(new Pixels(width, height, rgba));
        }
        return List.copyOf(pages);
    }

    private static Sprite sprite(Picture ring, Placed at) {
        Pixels pixels = ring.pixels();
        long[] bits = new long[AlphaMask.words(pixels.width(), pixels.height())];
        for (int i = 0; i < pixels.width() * pixels.height(); i++) {
            if ((pixels.rgba()[i * 4 + 3] & 0xff) >= AlphaMask.SOLID_ALPHA) {
                bits[i >> 6] |= 1L << (i & 63);
            }
        }
        AlphaMask mask = new AlphaMask(pixels.width(), pixels.height(), bits);
        return new Sprite(at.page, at.x, at.y, pixels.width(), pixels.height(), ring.x(), ring.y(), mask);
    }

    /** Bytes of all pages. */
    long textureBytes() {
        return pages.stream().mapToLong(page -> page.rgba().length).sum();
    }
}
