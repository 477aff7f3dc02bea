package dev.perch.render.film;

import dev.perch.render.RasterImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a GIF: one palette of 255 colours and transparent for the whole film, so that flat areas keep their colour from
 * frame to frame, no dithering, and of each frame only what changed. A pixel below half alpha is transparent, any other
 * is solid; on a backdrop all are solid. Times are rounded to 1/100 s, at the least {@value #LEAST_HUNDREDTHS} (players
 * slow down what is shorter), and the rounding is carried on, so that the film as a whole keeps its time. Frames wait
 * compressed in memory until the palette is known.
 */
public final class GifWriter implements FilmWriter {
    /** Of a frame, in 1/100 s. */
    static final int LEAST_HUNDREDTHS = 2;

    private static final int SOLID_ALPHA = 128;

    private final OutputStream out;
    private final int width;
    private final int height;
    private final @Nullable Integer backdrop;
    private final PaletteBuilder colors = new PaletteBuilder();
    private final List<Still> stills = new ArrayList<>();

    private record Still(PackedPixels pixels, long millis) {}

    private GifWriter(OutputStream out, int width, int height, @Nullable Integer backdrop) {
        this.out = out;
        this.width = width;
        this.height = height;
        this.backdrop = backdrop;
    }

    /** A film with transparent pixels. */
    public GifWriter(OutputStream out, int width, int height) {
        this(out, width, height, null);
    }

    /** A film on a plain colour, {@code 0xRRGGBB}: edges and shadows stay smooth. */
    public static GifWriter onBackdrop(OutputStream out, int width, int height, int rgb) {
        return new GifWriter(out, width, height, rgb & 0xffffff);
    }

    @Override
    public void frame(RasterImage image, int millis) {
        Films.check(image, width, height, millis);
        int[] solid = image.toStraightArgb();
        for (int i = 0; i < solid.length; i++) {
            solid[i] = solid(solid[i]);
        }
        colors.add(solid);
        int last = stills.size() - 1;
        PackedPixels packed = PackedPixels.of(solid);
        if (last >= 0 && stills.get(last).pixels().equals(packed)) {
            stills.set(last, new Still(packed, stills.get(last).millis() + millis));
        } else {
            stills.add(new Still(packed, millis));
        }
    }

    /** Opaque, or 0. */
    private int solid(int argb) {
        int alpha = argb >>> 24;
        if (backdrop == null) {
            return alpha < SOLID_ALPHA ? 0 : argb | 0xff000000;
        }
        int mixed = 0xff000000;
        for (int shift = 0; shift < 24; shift += 8) {
            int over = (argb >>> shift & 255) * alpha + (backdrop >>> shift & 255) * (255 - alpha);
            mixed |= (over + 127) / 255 << shift;
        }
        return mixed;
    }

    /** @throws IllegalStateException when there was no frame */
    @Override
    public void close() throws IOException {
        Films.checkNotEmpty(stills);
        Palette palette = colors.build();
        GifStream gif = new GifStream(out, width, height, palette);
        byte[] before = empty();
        byte[] first = palette.indices(stills.get(0).pixels().unpack());
        byte[] now = first;
        long spent = 0;
        long shown = 0;
        for (int i = 0; i < stills.size(); i++) {
            byte[] next = i + 1 < stills.size()
                    ? palette.indices(stills.get(i + 1).pixels().unpack())
                    : first;
            spent += stills.get(i).millis();
            long hundredths = Math.max(LEAST_HUNDREDTHS, (spent + 5) / 10 - shown);
            shown += hundredths;
            boolean wipe = uncovers(now, next);
            gif.frame(before, now, wipe, hundredths);
            before = wipe ? empty() : first;
            now = next;
        }
        gif.end();
    }

    private byte[] empty() {
        byte[] empty = new byte[width * height];
        Arrays.fill(empty, Palette.TRANSPARENT);
        return empty;
    }

    /** Whether a pixel becomes transparent: a GIF can say so only by wiping a whole frame. */
    private static boolean uncovers(byte[] now, byte[] next) {
        for (int i = 0; i < now.length; i++) {
            if (next[i] == Palette.TRANSPARENT && now[i] != Palette.TRANSPARENT) {
                return true;
            }
        }
        return false;
    }
}
