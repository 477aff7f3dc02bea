package dev.perch.render;

import com.badlogic.gdx.utils.LongMap;
import com.badlogic.gdx.utils.ObjectIntMap;
import dev.perch.render.FontFace.Bearing;
import dev.perch.render.LineBreaker.Line;
import dev.perch.render.TextLayout.Piece;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets text: finds the faces, breaks lines, rasterises what is new, places glyphs to a fraction of a pixel. */
final class Typesetter {
    private static final int ELLIPSIS = '…';
    /** Larger text stands at halves of a pixel: finer is not seen and costs room. */
    private static final int LARGE = 22;
    /** More characters than an em of a line can hold: the narrowest of Inter, the dotless i and the bar, take 0.25 em. */
    private static final int MOST_PER_EM = 6;

    private final FontStack fonts;
    private final UiSheet sheet;
    private final Ink ink = new Ink();
    private final LongMap<Glyph> glyphs = new LongMap<>();
    private final ObjectIntMap<FontFace> numbers = new ObjectIntMap<>();

    Typesetter(FontStack fonts, UiSheet sheet) {
        this.fonts = fonts;
        this.sheet = sheet;
    }

    /**
     * How a text is set.
     *
     * @param weight of the letters
     * @param pixels size of the em
     * @param lineHeight pixels from baseline to baseline
     */
    record Style(FontWeight weight, int pixels, int lineHeight) {}

    /**
     * Sets one paragraph.
     *
     * @param text anything at all
     * @param width pixels a line may take; a single character may stand out of a line that is narrower than it
     * @param mostLines at least 1; what does not fit gives way to an ellipsis
     */
    TextLayout set(String text, Style style, float width, int mostLines) {
        PlainText plain = PlainText.of(text, mostLines * (int) Math.ceil(width / style.pixels() * MOST_PER_EM));
        int[] characters = plain.codePoints();
        @Nullable FontFace[] faces = faces(characters, style, width);
        float[] advances = advances(characters, faces, style);
        FontFace face = fonts.find(style.weight(), ELLIPSIS);
        float ellipsis = face == null ? 0 : face.advance(style.pixels(), face.glyph(ELLIPSIS));
        List<Line> lines = new LineBreaker(characters, advances, width).lines(mostLines, ellipsis, plain.cut());
        Setting setting = new Setting(style, characters, faces, advances, face);
        for (Line line : lines) {
            setting.line(line);
        }
        return setting.finish();
    }

    /** Sets all paragraphs of a text, whole. */
    TextLayout setAll(String text, Style style, float width) {
        List<TextLayout> paragraphs = new ArrayList<>();
        text.strip().lines().forEach(line -> paragraphs.add(set(line, style, width, PlainText.FARTHEST)));
        return TextLayout.stacked(paragraphs, style.lineHeight() / 2);
    }

    /** The face of each character; null where no font has it, or where it would be wider than the line. */
    private @Nullable FontFace[] faces(int[] characters, Style style, float width) {
        @Nullable FontFace[] faces = new @Nullable FontFace[characters.length];
        for (int i = 0; i < characters.length; i++) {
            FontFace face = fonts.find(style.weight(), characters[i]);
            if (face != null && face.advance(style.pixels(), face.glyph(characters[i])) <= width) {
                faces[i] = face;
            }
        }
        return faces;
    }

    private static float[] advances(int[] characters, @Nullable FontFace[] faces, Style style) {
        float[] advances = new float[characters.length];
        for (int i = 0; i < characters.length; i++) {
            FontFace face = faces[i];
            if (PlainText.isMark(characters[i])) {
                continue;
            }
            if (face == null) {
                advances[i] = Placeholder.advance(style.pixels());
                continue;
            }
            int glyph = face.glyph(characters[i]);
            advances[i] = face.advance(style.pixels(), glyph);
            if (i + 1 < characters.length && faces[i + 1] == face) {
                advances[i] += face.kerning(style.pixels(), glyph, face.glyph(characters[i + 1]));
            }
        }
        return advances;
    }

    private Glyph glyph(@Nullable FontFace face, int character, int pixels, int shift) {
        int glyph = face == null ? 0 : face.glyph(character);
        int fine = face == null || face.coloured() ? 0 : shift;
        long key = (long) number(face) << 52 | (long) pixels << 40 | (long) fine << 32 | glyph;
        Glyph known = glyphs.get(key);
        if (known == null) {
            known = rasterise(face, glyph, pixels, fine);
            glyphs.put(key, known);
        }
        return known;
    }

    private Glyph rasterise(@Nullable FontFace face, int glyph, int pixels, int shift) {
        Bearing bearing = face == null ? Placeholder.rasterise(pixels, ink) : face.rasterise(pixels, glyph, shift, ink);
        boolean drawn = ink.width() > 0 && UiSheet.fits(ink.width(), ink.height());
        boolean coloured = face != null && face.coloured();
        return new Glyph(drawn ? sheet.add(ink) : null, bearing.right(), bearing.up(), coloured);
    }

    private int number(@Nullable FontFace face) {
        if (face == null) {
            return 0;
        }
        int number = numbers.get(face, 0);
        if (number == 0) {
            number = numbers.size + 1;
            numbers.put(face, number);
        }
        return number;
    }

    /** One text on its way to a layout. */
    private final class Setting {
        private final Style style;
        private final int[] characters;
        private final @Nullable FontFace[] faces;
        private final float[] advances;
        private final @Nullable FontFace ellipsisFace;
        private final int steps;
        private final int ascent;
        private final List<Piece> white = new ArrayList<>();
        private final List<Piece> coloured = new ArrayList<>();
        private int lines;
        private float widest;
        private boolean cut;
        private boolean known = true;
        private float base;
        private float baseAdvance;

        Setting(
                Style style,
                int[] characters,
                @Nullable FontFace[] faces,
                float[] advances,
                @Nullable FontFace ellipsisFace) {
            this.style = style;
            this.characters = characters;
            this.faces = faces;
            this.advances = advances;
            this.ellipsisFace = ellipsisFace;
            steps = style.pixels() < LARGE ? 4 : 2;
            FontFace face = fonts.first(style.weight());
            float up = face.ascent(style.pixels());
            float text = up + face.descent(style.pixels());
            ascent = Math.round((style.lineHeight() - text) / 2 + up);
        }

        void line(Line line) {
            float pen = 0;
            for (int i = line.start(); i < line.end(); i++) {
                known &= faces[i] != null;
                if (PlainText.isMark(characters[i])) {
                    mark(i);
                } else {
                    base = pen;
                    baseAdvance = advances[i];
                    put(glyph(faces[i], characters[i], style.pixels(), fineShift(pen)), whole(pen));
                    pen += advances[i];
                }
            }
            if (line.cut() && ellipsisFace != null) {
                put(glyph(ellipsisFace, ELLIPSIS, style.pixels(), fineShift(pen)), whole(pen));
                pen += ellipsisFace.advance(style.pixels(), ellipsisFace.glyph(ELLIPSIS));
            }
            widest = Math.max(widest, pen);
            cut |= line.cut();
            lines++;
        }

        /** Marks that have no composed form stand in the middle over their letter. */
        private void mark(int i) {
            FontFace face = faces[i];
            Glyph glyph = face == null ? null : glyph(face, characters[i], style.pixels(), 0);
            Patch patch = glyph == null ? null : glyph.patch();
            if (glyph != null && patch != null) {
                put(glyph, Math.round(base + (baseAdvance - patch.width()) / 2) - glyph.right());
            }
        }

        private void put(Glyph glyph, int x) {
            Patch patch = glyph.patch();
            if (patch != null) {
                int top = lines * style.lineHeight() + ascent - glyph.up();
                (glyph.coloured() ? coloured : white).add(new Piece(patch, x + glyph.right(), top));
            }
        }

        private int whole(float pen) {
            return Math.floorDiv(Math.round(pen * steps), steps);
        }

        private int fineShift(float pen) {
            return Math.floorMod(Math.round(pen * steps), steps) * (FontFace.FINE / steps);
        }

        TextLayout finish() {
            int height = lines * style.lineHeight();
            return new TextLayout(white, coloured, (int) Math.ceil(widest), height, lines, cut, known);
        }
    }
}
