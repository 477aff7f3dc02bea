package dev.perch.render;

import com.badlogic.gdx.utils.Disposable;

/** Draws single lines of text, such as the names on a contact sheet. Render thread only; each new text is set anew. */
public final class LabelPainter implements Disposable {
    private final UiSheet sheet;
    private final Typesetter typesetter;
    private final FontStack fonts;

    /** @param fonts what text is set in; belongs to the painter from now on */
    public LabelPainter(Textures textures, FontStack fonts) {
        this.fonts = fonts;
        sheet = new UiSheet(textures);
        typesetter = new Typesetter(fonts, sheet);
    }

    /**
     * Draws a line.
     *
     * @param pixels size of the em
     * @param rgba {@code 0xRRGGBBAA}
     * @param x left edge
     * @param y top of the line, which is half as tall again as the em
     * @param width what does not fit gives way to an ellipsis
     * @return how wide it came out
     */
    public float draw(
            Canvas canvas, String text, FontWeight weight, int pixels, int rgba, float x, float y, float width) {
        TextLayout line = typesetter.set(text, new Typesetter.Style(weight, pixels, pixels + pixels / 2), width, 1);
        for (int i = 0; i < sheet.pages(); i++) {
            canvas.tint(rgba, 1);
            line.draw(canvas, sheet.page(i), false, Math.round(x), Math.round(y));
            canvas.tint(0xFFFFFFFF, 1);
            line.draw(canvas, sheet.page(i), true, Math.round(x), Math.round(y));
        }
        return line.width();
    }

    @Override
    public void dispose() {
        sheet.dispose();
        fonts.dispose();
    }
}
