package dev.perch.render;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The coloured pictures of a font, all of one size: its tables CBLC and CBDT, of which the forms that Noto Color Emoji has are
 * read (index formats 1 and 3, PNG with small metrics). Reads only what it is asked for; the font stays where it is mapped.
 */
final class ColourStrike {
    private static final int PNG_WITH_SMALL_METRICS = 17;
    private static final int METRICS_BYTES = 9;

    private final ByteBuffer font;
    private final int pictures;
    private final int em;
    private final List<Range> ranges;

    /** Glyphs that follow each other, and where in the font the places of their pictures are listed. */
    private record Range(int first, int last, int offsets, int offsetBytes, int pictures) {}

    private ColourStrike(ByteBuffer font, int pictures, int em, List<Range> ranges) {
        this.font = font;
        this.pictures = pictures;
        this.em = em;
        this.ranges = ranges;
    }

    /** The pictures of a font; null when it has none of these forms. */
    static @Nullable ColourStrike of(FontFile file) {
        ByteBuffer font = file.data().duplicate().order(ByteOrder.BIG_ENDIAN);
        try {
            int index = table(font, "CBLC");
            int pictures = table(font, "CBDT");
            if (index < 0 || pictures < 0 || font.getInt(index + 4) < 1) {
                return null;
            }
            int em = font.get(index + 8 + 45) & 255;
            List<Range> ranges = ranges(font, index);
            return em == 0 || ranges.isEmpty() ? null : new ColourStrike(font, pictures, em, ranges);
        } catch (IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static int table(ByteBuffer font, String name) {
        int tables = font.getShort(4) & 0xFFFF;
        for (int i = 0; i < tables; i++) {
            int entry = 12 + 16 * i;
            boolean same = true;
            for (int c = 0; c < name.length(); c++) {
                same &= font.get(entry + c) == name.charAt(c);
            }
            if (same) {
                return font.getInt(entry + 8);
            }
        }
        return -1;
    }

    private static List<Range> ranges(ByteBuffer font, int index) {
        int list = index + font.getInt(index + 8);
        int count = font.getInt(index + 8 + 8);
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < Math.min(count, 0xFFFF); i++) {
            int entry = list + 8 * i;
            int header = list + font.getInt(entry + 4);
            int form = font.getShort(header);
            boolean known = form == 1 || form == 3;
            if (known && font.getShort(header + 2) == PNG_WITH_SMALL_METRICS) {
                ranges.add(new Range(
                        font.getShort(entry) & 0xFFFF,
                        font.getShort(entry + 2) & 0xFFFF,
                        header + 8,
                        form == 1 ? 4 : 2,
                        font.getInt(header + 4)));
            }
        }
        return List.copyOf(ranges);
    }

    /** Pixels of the em that the pictures were made for. */
    int em() {
        return em;
    }

    boolean has(int glyph) {
        Range range = range(glyph);
        return range != null && place(range, glyph + 1) - place(range, glyph) > METRICS_BYTES;
    }

    /** Advance in the pictures' pixels. */
    int advance(int glyph) {
        return font.get(metrics(glyph) + 4) & 255;
    }

    /** How far right of the pen the picture begins, in its pixels. */
    int right(int glyph) {
        return font.get(metrics(glyph) + 2);
    }

    /** How far over the baseline the picture begins, in its pixels. */
    int up(int glyph) {
        return font.get(metrics(glyph) + 3);
    }

    /** The bytes of the picture. */
    ByteBuffer png(int glyph) {
        int at = metrics(glyph);
        return font.slice(at + METRICS_BYTES, font.getInt(at + 5));
    }

    private int metrics(int glyph) {
        Range range = range(glyph);
        if (range == null) {
            throw new IndexOutOfBoundsException("no picture for glyph " + glyph);
        }
        return pictures + place(range, glyph);
    }

    private int place(Range range, int glyph) {
        int at = range.offsets + (glyph - range.first) * range.offsetBytes;
        return range.pictures + (range.offsetBytes == 4 ? font.getInt(at) : font.getShort(at) & 0xFFFF);
    }

    private @Nullable Range range(int glyph) {
        for (Range range : ranges) {
            if (glyph >= range.first && glyph <= range.last) {
                return range;
            }
        }
        return null;
    }
}
