package dev.perch.render;

import com.badlogic.gdx.graphics.Texture;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that is set: where each glyph stands. Immutable; lives as long as the sheet that its glyphs are on. Drawing
 * allocates nothing.
 */
final class TextLayout {
    private final List<Piece> white;
    private final List<Piece> coloured;
    private final int width;
    private final int height;
    private final int lines;
    private final boolean cut;
    private final boolean known;

    /**
     * A finished text.
     *
     * @param white the glyphs that take the text's colour
     * @param coloured those that have colours of their own
     * @param cut whether it ends in an ellipsis
     * @param known whether a font has each of its characters
     */
    TextLayout(List<Piece> white, List<Piece> coloured, int width, int height, int lines, boolean cut, boolean known) {
        this.white = List.copyOf(white);
        this.coloured = List.copyOf(coloured);
        this.width = width;
        this.height = height;
        this.lines = lines;
        this.cut = cut;
        this.known = known;
    }

    /** A glyph with ink, and where it stands: pixels from the text's top left. */
    record Piece(Patch patch, int left, int top) {
        Piece lower(int by) {
            return new Piece(patch, left, top + by);
        }
    }

    /** Paragraphs under each other; those without a line are a gap of that many pixels. */
    static TextLayout stacked(List<TextLayout> paragraphs, int gap) {
        List<Piece> white = new ArrayList<>();
        List<Piece> coloured = new ArrayList<>();
        int width = 0;
        int height = 0;
        int lines = 0;
        boolean cut = false;
        boolean known = true;
        for (TextLayout paragraph : paragraphs) {
            int top = height;
            paragraph.white.forEach(piece -> white.add(piece.lower(top)));
            paragraph.coloured.forEach(piece -> coloured.add(piece.lower(top)));
            width = Math.max(width, paragraph.width);
            height += paragraph.lines == 0 ? gap : paragraph.height;
            lines += paragraph.lines;
            cut |= paragraph.cut;
            known &= paragraph.known;
        }
        return new TextLayout(white, coloured, width, height, lines, cut, known);
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

    /** Whether each character is drawn, and as what it is. */
    boolean whole() {
        return known && !cut;
    }

    /** How many glyphs are drawn. */
    int glyphs() {
        return white.size() + coloured.size();
    }

    /** Draws the glyphs that are on that texture: those with colours of their own, or the others, in the canvas' tint. */
    void draw(Canvas canvas, Texture page, boolean inColour, int x, int y) {
        List<Piece> pieces = inColour ? coloured : white;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.patch.texture() == page) {
                canvas.draw(piece.patch, x + piece.left, y + piece.top);
            }
        }
    }
}
