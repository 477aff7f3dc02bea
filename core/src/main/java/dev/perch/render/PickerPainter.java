package dev.perch.render;

import com.badlogic.gdx.utils.Disposable;
import dev.perch.render.Typesetter.Style;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws the picker of pets: a card as bubbles have, a grid of pets, a line about the selected one. Render thread only. */
public final class PickerPainter implements Disposable {
    private static final int MOST_TEXTS = 400;
    private static final int WHITE = 0xFFFFFFFF;

    private final PickerLayout layout;
    private final Textures textures;
    private FontStack fonts;
    private BubbleLook look;
    private BubbleSkin skin;
    private Patch ground;
    private Patch ring;
    private final Map<Text, TextLayout> texts = new HashMap<>();

    private record Text(String text, Style style, int width, int lines) {}

    /** @param fonts what text is set in; belongs to the painter from now on */
    public PickerPainter(Textures textures, FontStack fonts, BubbleTheme theme, PickerLayout layout) {
        this.textures = textures;
        this.fonts = fonts;
        this.layout = layout;
        look = new BubbleLook(theme, fonts, textures);
        skin = look.skin(layout.scale());
        ground = box(look, layout, false);
        ring = box(look, layout, true);
    }

    /** Sets text in other fonts from now on. */
    public void setFonts(FontStack better) {
        FontStack before = fonts;
        BubbleLook old = look;
        fonts = better;
        look = new BubbleLook(old.theme(), better, textures);
        skin = look.skin(layout.scale());
        ground = box(look, layout, false);
        ring = box(look, layout, true);
        texts.clear();
        old.dispose();
        before.dispose();
    }

    /**
     * Draws it all.
     *
     * @param cells those in sight, row by row
     * @param head the line over them
     * @param keys what keys do, at the right of that line if there is room for it
     * @param line about the selected one
     * @param position how far down the rows in sight are, 0 to 1
     * @param share how much of all rows is in sight, 1: all
     */
    public void draw(
            Canvas canvas, List<PickerCell> cells, String head, String keys, String line, float position, float share) {
        int margin = layout.margin();
        int width = layout.width() - 2 * margin;
        canvas.tint(WHITE, 1);
        skin.draw(canvas, margin, margin, width, layout.height() - 2 * margin, BubbleTail.NONE, 0);
        BubbleMetrics metrics = skin.metrics();
        int room = layout.columns() * layout.cellWidth();
        TextLayout headText = set(head, metrics.title(), room - layout.px(2), 1);
        draw(canvas, headText, look.theme().title(), layout.left() + layout.px(2), layout.head());
        TextLayout keysText = set(keys, metrics.note(), room - headText.width() - layout.px(14), 1);
        if (!keysText.cut()) {
            int left = layout.left() + room - keysText.width();
            draw(canvas, keysText, look.theme().note(), left, layout.head() + layout.px(3));
        }
        for (int i = 0; i < cells.size(); i++) {
            int x = layout.left() + i % layout.columns() * layout.cellWidth();
            int y = layout.top() + i / layout.columns() * layout.cellHeight();
            cell(canvas, cells.get(i), x, y);
        }
        TextLayout about = set(line, metrics.body(), room - layout.px(4), 2);
        draw(canvas, about, look.theme().body(), layout.left() + layout.px(2), layout.foot());
        thumb(canvas, position, share);
        canvas.tint(WHITE, 1);
    }

    private void cell(Canvas canvas, PickerCell cell, int x, int y) {
        BubbleTheme theme = look.theme();
        int inset = layout.px(3);
        if (cell.selected()) {
            canvas.tint(theme.working(), theme.highContrast() ? 0 : 0.14f);
            canvas.draw(ground, x + inset, y + inset);
            canvas.tint(theme.working(), 1);
            canvas.draw(ring, x + inset, y + inset);
        }
        int left = x + (layout.cellWidth() - layout.previewWidth()) / 2;
        int top = y + layout.px(9);
        if (cell.preview() != null) {
            canvas.tint(WHITE, 1);
            int wide = layout.previewWidth();
            int high = layout.previewHeight();
            canvas.draw(cell.preview(), cell.frame() * wide, 0, wide, high, left, top, wide, high);
        } else {
            String word = cell.refused() ? "will not open" : "…";
            int colour = cell.refused() ? theme.blocked() : theme.note();
            centred(canvas, set(word, skin.metrics().note(), layout.previewWidth(), 2), colour, x, top + layout.px(36));
        }
        Style style = cell.worn() || cell.selected()
                ? new Style(
                        FontWeight.STRONG,
                        skin.metrics().body().pixels(),
                        skin.metrics().body().lineHeight())
                : skin.metrics().body();
        TextLayout label = set(cell.label(), style, layout.cellWidth() - layout.px(16), 1);
        int colour = cell.refused() ? theme.note() : cell.selected() ? theme.title() : theme.body();
        centred(canvas, label, colour, x, y + layout.cellHeight() - layout.px(9) - style.lineHeight());
        if (cell.favourite()) {
            TextLayout star = set("★", skin.metrics().title(), layout.px(24), 1);
            draw(
                    canvas,
                    star,
                    theme.needsInput(),
                    x + layout.cellWidth() - layout.px(10) - star.width(),
                    y + layout.px(6));
        }
        if (cell.worn()) {
            TextLayout dot = set("●", skin.metrics().note(), layout.px(24), 1);
            draw(canvas, dot, theme.ready(), x + layout.px(10), y + layout.px(8));
        }
    }

    private void thumb(Canvas canvas, float position, float share) {
        if (share >= 1) {
            return;
        }
        int track = layout.rows() * layout.cellHeight();
        int length = Math.max(layout.px(24), Math.round(track * share));
        canvas.tint(look.theme().note(), 0.6f);
        skin.pill(
                canvas,
                layout.width() - layout.margin() - layout.px(8),
                layout.top() + Math.round((track - length) * position),
                length);
    }

    private void centred(Canvas canvas, TextLayout text, int colour, int x, int y) {
        draw(canvas, text, colour, x + (layout.cellWidth() - text.width()) / 2, y);
    }

    private void draw(Canvas canvas, TextLayout text, int colour, int x, int y) {
        for (int i = 0; i < look.sheet().pages(); i++) {
            canvas.tint(colour, 1);
            text.draw(canvas, look.sheet().page(i), false, x, y);
            canvas.tint(WHITE, 1);
            text.draw(canvas, look.sheet().page(i), true, x, y);
        }
    }

    private TextLayout set(String text, Style style, int width, int lines) {
        if (texts.size() > MOST_TEXTS) {
            texts.clear();
        }
        return texts.computeIfAbsent(
                new Text(text, style, width, lines),
                wanted -> look.typesetter().set(wanted.text, wanted.style, wanted.width, wanted.lines));
    }

    /** The ground of a selected pet in white, or the line around it. */
    private static Patch box(BubbleLook look, PickerLayout layout, boolean outline) {
        int width = layout.cellWidth() - 2 * layout.px(3);
        int height = layout.cellHeight() - 2 * layout.px(3);
        float line = (look.theme().highContrast() ? 2 : 1.5f) * layout.scale();
        float half = line / 2;
        Shape shape = Shape.box(half, half, width - half, height - half, 10 * layout.scale());
        Shape drawn = outline ? shape.outline(line) : shape;
        Ink ink = new Ink();
        ink.clear(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                ink.white(x, y, Math.round(255 * drawn.coverage(x + 0.5f, y + 0.5f)));
            }
        }
        return look.sheet().add(ink);
    }

    @Override
    public void dispose() {
        look.dispose();
        fonts.dispose();
    }
}
