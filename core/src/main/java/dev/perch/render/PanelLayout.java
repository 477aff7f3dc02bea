package dev.perch.render;

import dev.perch.model.PanelText;
import java.util.List;

/**
 * A panel that is set: sizes in whole pixels, the shadow's margin not counted. What has no room on the card is scrolled to.
 * Immutable; made by {@link PanelPainter}.
 */
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
    private final int hidden;
    private final int edge;
    private final int row;

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
            int margin,
            int hidden,
            int edge,
            int row) {
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
        this.hidden = hidden;
        this.edge = edge;
        this.row = row;
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

    /** How far it can be scrolled; 0: all of it is on the card. */
    public int hidden() {
        return hidden;
    }

    /** How far a step of the wheel scrolls it: the height of an item of one line. */
    int row() {
        return row;
    }

    /** How much of the card, above and below what is scrolled, shows that there is more. */
    int edge() {
        return edge;
    }

    /** The item at a place of the card when it is scrolled so far, or -1. */
    int itemAt(int x, int y, int scrolled) {
        if (x < 0 || x >= width || y < edge || y >= height - edge) {
            return -1;
        }
        int at = y + scrolled;
        for (int i = 0; i < itemTops.size(); i++) {
            int top = itemTops.get(i);
            if (at >= top && at < top + itemHeights.get(i)) {
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
