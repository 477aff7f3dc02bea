package dev.perch.render;

import dev.perch.model.PanelText;
import java.util.List;

/** A panel that is set: sizes in whole pixels, the shadow's margin not counted. Immutable; made by {@link PanelPainter}. */
public final class PanelLayout {
    private final PanelText text;
    private final TextLayout title;
    private final List<TextLayout> lines;
    private final List<Integer> lineTops;
    private final List<TextLayout> labels;
    private final List<TextLayout> notes;
    private final List<Integer> itemTops;
    private final List<Integer> itemHeights;
    private final int width;
    private final int height;
    private final int margin;

    PanelLayout(
            PanelText text,
            TextLayout title,
            List<TextLayout> lines,
            List<Integer> lineTops,
            List<TextLayout> labels,
            List<TextLayout> notes,
            List<Integer> itemTops,
            List<Integer> itemHeights,
            int width,
            int height,
            int margin) {
        this.text = text;
        this.title = title;
        this.lines = List.copyOf(lines);
        this.lineTops = List.copyOf(lineTops);
        this.labels = List.copyOf(labels);
        this.notes = List.copyOf(notes);
        this.itemTops = List.copyOf(itemTops);
        this.itemHeights = List.copyOf(itemHeights);
        this.width = width;
        this.height = height;
        this.margin = margin;
    }

    /** What it says. */
    public PanelText text() {
        return text;
    }

    /** Width of the card. */
    public int width() {
        return width;
    }

    /** Height of the card. */
    public int height() {
        return height;
    }

    /** How far the shadow reaches out of the card. */
    public int margin() {
        return margin;
    }

    /** The item at a place of the card, or -1. */
    public int itemAt(int x, int y) {
        for (int i = 0; i < itemTops.size(); i++) {
            int top = itemTops.get(i);
            if (x >= 0 && x < width && y >= top && y < top + itemHeights.get(i)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether each character of it is drawn as what it is: nothing gave way to an ellipsis, and a font has each of them. */
    public boolean whole() {
        return title.whole()
                && lines.stream().allMatch(TextLayout::whole)
                && labels.stream().allMatch(TextLayout::whole)
                && notes.stream().allMatch(TextLayout::whole);
    }

    TextLayout title() {
        return title;
    }

    List<TextLayout> lines() {
        return lines;
    }

    int lineTop(int line) {
        return lineTops.get(line);
    }

    List<TextLayout> labels() {
        return labels;
    }

    List<TextLayout> notes() {
        return notes;
    }

    int itemTop(int item) {
        return itemTops.get(item);
    }

    int itemHeight(int item) {
        return itemHeights.get(item);
    }
}
