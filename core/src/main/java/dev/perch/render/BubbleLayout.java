package dev.perch.render;

import dev.perch.model.BubbleText;
import org.jspecify.annotations.Nullable;

/**
 * A bubble that is measured and set, ready to be drawn any number of times. Immutable; made by
 * {@link BubblePainter#measure}. All sizes are whole pixels.
 */
public final class BubbleLayout {
    private final BubbleText text;
    private final BubbleLook look;
    private final BubbleSkin skin;
    private final TextLayout title;
    private final @Nullable TextLayout body;
    private final @Nullable TextLayout note;
    private final boolean open;
    private final int width;
    private final int height;
    private final int overflow;

    /**
     * @param open whether all of the text was set
     * @param mostHeight of the card; a text that is longer is seen in part
     */
    BubbleLayout(
            BubbleText text,
            BubbleLook look,
            BubbleSkin skin,
            TextLayout title,
            @Nullable TextLayout body,
            @Nullable TextLayout note,
            boolean open,
            int mostHeight) {
        this.open = open;
        this.text = text;
        this.look = look;
        this.skin = skin;
        this.title = title;
        this.body = body;
        this.note = note;
        BubbleMetrics metrics = skin.metrics();
        int widest =
                Math.max(title.width(), Math.max(body == null ? 0 : body.width(), note == null ? 0 : note.width()));
        width = Math.max(metrics.narrowest(), textLeft() + widest + metrics.padX());
        int whole = noteTop() + (note == null ? 0 : note.height()) + metrics.padBottom();
        height = Math.min(whole, Math.max(mostHeight, metrics.shortest()));
        overflow = whole - height;
    }

    /** What it says. */
    public BubbleText text() {
        return text;
    }

    /** Width of the card. */
    public int width() {
        return width;
    }

    /** Height of the card, without the tail. */
    public int height() {
        return height;
    }

    /** Whether all of the text was set; else no more than a few lines. */
    public boolean open() {
        return open;
    }

    /** Whether some of the text was left out. */
    public boolean cut() {
        return title.cut() || (body != null && body.cut()) || (note != null && note.cut());
    }

    /** How many pixels of its text have no room on the card: so far it can be scrolled. */
    public int overflow() {
        return overflow;
    }

    /** A few lines of its text in pixels: what a notch of a wheel scrolls. */
    public int notch() {
        return 3 * skin.metrics().body().lineHeight();
    }

    /** How far the shadow and the tail reach out of the card, on each side. */
    public int margin() {
        return skin.metrics().margin();
    }

    /** How far the tip of the tail is from the card. */
    public int tailHeight() {
        return skin.metrics().tailHeight();
    }

    /** How many lines of text it has, title, body and note together. */
    public int lines() {
        TextLayout b = body;
        TextLayout n = note;
        return title.lines() + (b == null ? 0 : b.lines()) + (n == null ? 0 : n.lines());
    }

    BubbleLook look() {
        return look;
    }

    BubbleSkin skin() {
        return skin;
    }

    TextLayout title() {
        return title;
    }

    @Nullable
    TextLayout body() {
        return body;
    }

    @Nullable
    TextLayout note() {
        return note;
    }

    int textLeft() {
        BubbleMetrics metrics = skin.metrics();
        return metrics.padX() + metrics.icon() + metrics.iconGap();
    }

    int iconTop() {
        BubbleMetrics metrics = skin.metrics();
        return metrics.padTop() + (metrics.title().lineHeight() - metrics.icon()) / 2;
    }

    int bodyTop() {
        BubbleMetrics metrics = skin.metrics();
        return metrics.padTop() + (title.lines() == 0 ? 0 : title.height() + metrics.bodyGap());
    }

    int noteTop() {
        TextLayout b = body;
        BubbleMetrics metrics = skin.metrics();
        int end = b == null
                ? metrics.padTop() + Math.max(title.height(), metrics.title().lineHeight())
                : bodyTop() + Math.max(b.height(), metrics.title().lineHeight());
        return end + (note == null ? 0 : metrics.noteGap());
    }
}
