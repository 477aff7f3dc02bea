package dev.perch.render;

import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.utils.Disposable;
import dev.perch.model.PanelText;
import dev.perch.model.StatusSign;
import dev.perch.render.Typesetter.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures and draws panels: the card of a bubble with no tail, with lines and with items to choose. Render thread only. Drawing
 * allocates nothing.
 */
public final class PanelPainter implements Disposable {
    private static final int WHITE = 0xFFFFFFFF;
    private static final int PAD = 14;
    private static final int ITEM = 30;
    private static final int PARTING = 9;
    private static final int MARK = 18;
    private static final int CARD_PAD = 6;
    private static final int LEAST_WIDTH = 190;

    /** Of a card that is scrolled: what shows that there is more, and scrolls when the pointer rests there. */
    private static final int EDGE = 12;

    private final BubbleLook look;
    private final BubbleSkin skin;
    private final float scale;
    private final Patch plate;
    private final Patch up;
    private final Patch down;

    /**
     * A painter for one theme and scale.
     *
     * @param fonts stay the caller's, who keeps them while this measures
     */
    public PanelPainter(Textures textures, FontStack fonts, BubbleTheme theme, float scale) {
        look = new BubbleLook(theme, fonts, textures);
        skin = look.skin(scale);
        this.scale = scale;
        int edge = 2 * px(6) + 3;
        plate = patch(edge, edge, Shape.box(0, 0, edge, edge, px(6)));
        up = arrow(px(7), px(3));
        down = arrow(px(3), px(7));
    }

    /** A head of an arrow, as high as the edge of a card that is scrolled. */
    private Patch arrow(int sides, int middle) {
        float wide = 2 * px(5) + 1;
        float thick = 1.5f * scale;
        return patch(
                (int) wide,
                px(EDGE),
                Shape.line(thick, sides, wide / 2, middle, thick)
                        .and(Shape.line(wide / 2, middle, wide - thick, sides, thick)));
    }

    /** A shape in white, to be tinted. */
    private Patch patch(int width, int height, Shape shape) {
        Ink ink = new Ink();
        ink.clear(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                ink.white(x, y, Math.round(255 * shape.coverage(x + 0.5f, y + 0.5f)));
            }
        }
        return look.sheet().add(ink);
    }

    private int px(int design) {
        return Math.max(1, Math.round(design * scale));
    }

    /** Sets a panel, no wider than so many pixels unless its items are, and no higher: what has no room is scrolled to. */
    public PanelLayout measure(PanelText text, int mostWidth, int mostHeight) {
        BubbleMetrics metrics = skin.metrics();
        int room = mostWidth - 2 * px(PAD);
        Typesetter setter = look.typesetter();
        TextLayout title = setter.setAll(text.title(), metrics.title(), room);
        List<TextLayout> lines = new ArrayList<>();
        List<Integer> lineTops = new ArrayList<>();
        int widest = title.width();
        int y = px(12) + (text.title().isEmpty() ? 0 : title.height() + px(4));
        for (PanelText.Line line : text.lines()) {
            TextLayout set = setter.setAll(line.text(), style(line.tone()), room);
            y += line.tone() == PanelText.Tone.TARGET ? px(3) : 0;
            lines.add(set);
            lineTops.add(y);
            y += set.height() + px(2);
            widest = Math.max(widest, set.width());
        }
        y += text.lines().isEmpty() && text.title().isEmpty() ? -px(5) : px(6);
        List<TextLayout> labels = new ArrayList<>();
        List<TextLayout> notes = new ArrayList<>();
        List<Integer> itemTops = new ArrayList<>();
        List<Integer> itemHeights = new ArrayList<>();
        for (PanelText.Item item : text.items()) {
            TextLayout set =
                    setter.setAll(item.label(), metrics.body(), item.sign() == null ? 10_000 : room - px(MARK));
            TextLayout note = setter.setAll(item.note(), metrics.note(), room - px(MARK));
            labels.add(set);
            notes.add(note);
            y += item.parted() ? px(PARTING) : 0;
            itemTops.add(y);
            int words = set.height() + note.height();
            int height = item.sign() == null ? Math.max(px(ITEM), words) : words + 2 * px(CARD_PAD);
            itemHeights.add(height);
            y += height;
            widest = Math.max(widest, Math.max(set.width(), note.width()) + px(MARK));
        }
        int width = Math.max(px(LEAST_WIDTH), widest + 2 * px(PAD));
        boolean whole = y + px(7) <= mostHeight;
        return new PanelLayout(
                text,
                title,
                lines,
                lineTops,
                labels,
                notes,
                itemTops,
                itemHeights,
                width,
                whole ? y + px(7) : mostHeight,
                metrics.margin(),
                whole ? 0 : y + px(EDGE) - mostHeight,
                whole ? 0 : px(EDGE),
                px(ITEM));
    }

    private Style style(PanelText.Tone tone) {
        BubbleMetrics metrics = skin.metrics();
        return switch (tone) {
            case BODY, WARNING -> metrics.body();
            case TARGET ->
                new Style(
                        FontWeight.STRONG,
                        metrics.body().pixels(),
                        metrics.body().lineHeight());
            case NOTE -> metrics.note();
        };
    }

    /**
     * Draws a panel; between the batch's begin and end, with blending of premultiplied colours.
     *
     * @param left edge of the card
     * @param top edge of the card
     * @param scrolled how far, 0 to {@link PanelLayout#hidden}
     * @param focused the item that has the keyboard or the pointer; -1: none
     * @param armed whether items but the first can be chosen yet
     */
    public void draw(Canvas canvas, PanelLayout layout, int left, int top, int scrolled, int focused, boolean armed) {
        BubbleTheme theme = look.theme();
        canvas.tint(WHITE, 1);
        skin.draw(canvas, left, top, layout.width(), layout.height(), BubbleTail.NONE, 0);
        int first = top + layout.edge();
        int end = top + layout.height() - layout.edge();
        if (focused >= 0) {
            int itemTop = top + layout.itemTop(focused) - scrolled;
            int from = Math.max(first, itemTop);
            canvas.tint(theme.working(), theme.highContrast() ? 0.35f : 0.16f);
            plate(
                    canvas,
                    left + px(6),
                    from,
                    layout.width() - 2 * px(6),
                    Math.min(end, itemTop + layout.itemHeight(focused)) - from);
        }
        canvas.clip(left, first, left + layout.width(), end);
        partings(canvas, layout, left, top - scrolled);
        for (int page = 0; page < look.sheet().pages(); page++) {
            words(canvas, layout, page, left, top - scrolled, armed);
        }
        canvas.unclip();
        canvas.tint(theme.note(), 1);
        int middle = left + (layout.width() - up.width()) / 2;
        if (scrolled > 0) {
            canvas.draw(up, middle, top);
        }
        if (scrolled < layout.hidden()) {
            canvas.draw(down, middle, end);
        }
        canvas.tint(WHITE, 1);
    }

    private void words(Canvas canvas, PanelLayout layout, int page, int left, int top, boolean armed) {
        BubbleTheme theme = look.theme();
        int x = left + px(PAD);
        Texture texture = look.sheet().page(page);
        paint(canvas, layout.title(), texture, theme.title(), 1, x, top + px(12));
        for (int i = 0; i < layout.lines().size(); i++) {
            PanelText.Tone tone = layout.text().lines().get(i).tone();
            paint(canvas, layout.lines().get(i), texture, colour(tone), 1, x, top + layout.lineTop(i));
        }
        for (int i = 0; i < layout.labels().size(); i++) {
            PanelText.Item item = layout.text().items().get(i);
            TextLayout label = layout.labels().get(i);
            boolean can = item.enabled() && (armed || i == 0);
            TextLayout note = layout.notes().get(i);
            int y = top + layout.itemTop(i) + (layout.itemHeight(i) - label.height() - note.height()) / 2;
            paint(canvas, label, texture, can ? theme.title() : theme.note(), can ? 1 : 0.6f, x + px(MARK), y);
            paint(canvas, note, texture, theme.note(), 1, x + px(MARK), y + label.height());
        }
    }

    private int colour(PanelText.Tone tone) {
        BubbleTheme theme = look.theme();
        return switch (tone) {
            case BODY -> theme.body();
            case TARGET -> theme.title();
            case WARNING -> theme.accent(StatusSign.BLOCKED);
            case NOTE -> theme.note();
        };
    }

    private static void paint(Canvas canvas, TextLayout text, Texture page, int colour, float alpha, int x, int y) {
        canvas.tint(colour, alpha);
        text.draw(canvas, page, false, x, y);
        canvas.tint(WHITE, alpha);
        text.draw(canvas, page, true, x, y);
    }

    private void partings(Canvas canvas, PanelLayout layout, int left, int top) {
        BubbleTheme theme = look.theme();
        for (int i = 0; i < layout.labels().size(); i++) {
            PanelText.Item item = layout.text().items().get(i);
            int itemTop = top + layout.itemTop(i);
            int parting = itemTop - px(PARTING) / 2 - 1;
            if (item.parted() && canvas.shows(parting, px(1))) {
                canvas.tint(theme.note(), 0.35f);
                fill(canvas, left + px(PAD), parting, layout.width() - 2 * px(PAD), px(1));
            }
            if (item.sign() != null) {
                Patch sign = skin.sign(item.sign(), false);
                canvas.tint(theme.accent(item.sign()), 1);
                canvas.draw(sign, left + px(PAD) - px(2), itemTop + px(CARD_PAD) + px(1));
            }
            int dot = px(7);
            int dotTop = itemTop + (layout.itemHeight(i) - dot) / 2;
            if (item.checked() && canvas.shows(dotTop, dot)) {
                canvas.tint(theme.working(), 1);
                plate(canvas, left + px(PAD) + px(3), dotTop, dot, dot);
            }
        }
    }

    private void fill(Canvas canvas, int x, int y, int width, int height) {
        int middle = plate.width() / 2;
        canvas.draw(plate.texture(), plate.x() + middle, plate.y() + middle, 1, 1, x, y, width, height);
    }

    /** The plate in nine pieces, or whole where it is smaller than its corners. */
    private void plate(Canvas canvas, int x, int y, int width, int height) {
        int corner = plate.width() / 2;
        if (width < plate.width() || height < plate.height()) {
            canvas.draw(plate.texture(), plate.x(), plate.y(), plate.width(), plate.height(), x, y, width, height);
            return;
        }
        int[] from = {0, corner, corner + 1};
        int[] size = {corner, 1, plate.width() - corner - 1};
        int[] xs = {x, x + corner, x + width - size[2]};
        int[] ws = {corner, width - corner - size[2], size[2]};
        int[] ys = {y, y + corner, y + height - size[2]};
        int[] hs = {corner, height - corner - size[2], size[2]};
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                canvas.draw(
                        plate.texture(),
                        plate.x() + from[column],
                        plate.y() + from[row],
                        size[column],
                        size[row],
                        xs[column],
                        ys[row],
                        ws[column],
                        hs[row]);
            }
        }
    }

    @Override
    public void dispose() {
        look.dispose();
    }
}
