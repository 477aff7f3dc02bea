package dev.perch.render;

import dev.perch.model.StatusSign;
import java.util.EnumMap;
import java.util.Map;

/** The pictures that a bubble is put together from, for one theme and scale: card, tails and signs. */
final class BubbleSkin {
    /** Edge of the stretched part in the middle of the card's picture; only its middle pixel is used. */
    static final int STRETCH = 3;

    private final BubbleMetrics metrics;
    private final Patch card;
    private final Patch tailUp;
    private final Patch tailDown;
    private final Map<StatusSign, Patch> signs = new EnumMap<>(StatusSign.class);
    private final Patch stale;
    private final Patch badge;
    private final Patch mark;
    private final Patch inbox;
    private final Patch more;
    private final Patch thumb;

    BubbleSkin(BubbleMetrics metrics, BubbleTheme theme, UiSheet sheet) {
        this.metrics = metrics;
        Ink ink = new Ink();
        CardPress press = new CardPress(metrics, theme, ink);
        press.card();
        card = sheet.add(ink);
        press.tail(false);
        tailUp = sheet.add(ink);
        press.tail(true);
        tailDown = sheet.add(ink);
        for (StatusSign sign : StatusSign.values()) {
            StatusIcon.rasterise(sign, false, metrics.scale(), ink);
            signs.put(sign, sheet.add(ink));
        }
        StatusIcon.rasterise(StatusSign.NONE, true, metrics.scale(), ink);
        stale = sheet.add(ink);
        press.badge();
        badge = sheet.add(ink);
        press.mark();
        mark = sheet.add(ink);
        StatusIcon.rasteriseInbox(metrics.scale(), ink);
        inbox = sheet.add(ink);
        press.chevron();
        more = sheet.add(ink);
        press.thumb();
        thumb = sheet.add(ink);
    }

    BubbleMetrics metrics() {
        return metrics;
    }

    Patch sign(StatusSign sign, boolean isStale) {
        Patch patch = isStale ? stale : signs.get(sign);
        if (patch == null) {
            throw new IllegalStateException("no picture for " + sign);
        }
        return patch;
    }

    /** Edge of a badge. */
    int badgeEdge() {
        return badge.width();
    }

    /** Draws a badge: the ground of a card, with a sign on it in its accent. */
    void drawBadge(Canvas canvas, StatusSign sign, boolean isStale, int accent, int x, int y) {
        draw(canvas, badge, sign(sign, isStale), accent, x, y);
    }

    /** Edge of the mark that other programs may write. */
    int markEdge() {
        return mark.width();
    }

    /** Draws that mark: a small badge with an inbox. */
    void drawMark(Canvas canvas, int accent, int x, int y) {
        draw(canvas, mark, inbox, accent, x, y);
    }

    private static void draw(Canvas canvas, Patch ground, Patch picture, int accent, int x, int y) {
        canvas.tint(0xFFFFFFFF, 1);
        canvas.draw(ground, x, y);
        canvas.tint(accent, 1);
        int inset = (ground.width() - picture.width()) / 2;
        canvas.draw(picture, x + inset, y + inset);
        canvas.tint(0xFFFFFFFF, 1);
    }

    /** Draws what tells that there is more than is to be seen: an arrow where words are cut, else how far it is scrolled. */
    void drawHandle(Canvas canvas, BubbleLayout layout, BubblePose pose) {
        if (!layout.open() && layout.cut()) {
            int left = pose.x + pose.width - metrics.padX() - more.width();
            canvas.draw(more, left, pose.y + pose.height - (metrics.padBottom() + more.height()) / 2);
        } else if (layout.overflow() > 0) {
            int track = pose.height - 2 * metrics.padTop();
            int length = Math.max(2 * thumb.width(), track * layout.height() / (layout.height() + layout.overflow()));
            int top = pose.y + metrics.padTop() + (track - length) * pose.scroll / layout.overflow();
            pill(canvas, pose.x + pose.width - (metrics.padX() + thumb.width()) / 2, top, length);
        }
    }

    /** Draws the handle of a scroll bar, in the tint of the canvas. */
    void pill(Canvas canvas, int x, int y, int length) {
        int cap = thumb.width() / 2;
        int wide = thumb.width();
        int end = thumb.height() - cap;
        canvas.draw(thumb.texture(), thumb.x(), thumb.y(), wide, cap, x, y, wide, cap);
        canvas.draw(thumb.texture(), thumb.x(), thumb.y() + cap, wide, 1, x, y + cap, wide, length - 2f * cap);
        canvas.draw(thumb.texture(), thumb.x(), thumb.y() + end, wide, cap, x, y + length - cap, wide, cap);
    }

    /**
     * Draws a card.
     *
     * @param x left edge of the card, in whole pixels
     * @param y top edge
     * @param tailX the tail's tip, pixels from the left edge of the card; kept clear of the corners
     */
    void draw(Canvas canvas, int x, int y, int width, int height, BubbleTail tail, int tailX) {
        int corner = metrics.corner();
        int left = x - metrics.margin();
        int top = y - metrics.margin();
        int wide = width + 2 * metrics.margin();
        int high = height + 2 * metrics.margin();
        int piece = metrics.tailPiece();
        int tip = Math.max(corner, Math.min(wide - corner - piece, tailX + metrics.margin() - piece / 2));
        if (tail == BubbleTail.UP) {
            edge(canvas, 0, left, top, wide, tip);
            canvas.draw(tailUp, left + tip, top);
        } else {
            row(canvas, 0, corner, left, top, wide, corner);
        }
        row(canvas, corner + 1, 1, left, top + corner, wide, high - 2 * corner);
        int low = top + high - corner;
        if (tail == BubbleTail.DOWN) {
            edge(canvas, corner + STRETCH, left, low, wide, tip);
            canvas.draw(tailDown, left + tip, low);
        } else {
            row(canvas, corner + STRETCH, corner, left, low, wide, corner);
        }
    }

    /** A row of the card: corner or edge, stretched middle, corner or edge. */
    private void row(Canvas canvas, int sourceY, int sourceHeight, int left, int top, int wide, int high) {
        int corner = metrics.corner();
        part(canvas, 0, sourceY, corner, sourceHeight, left, top, corner, high);
        part(canvas, corner + 1, sourceY, 1, sourceHeight, left + corner, top, wide - 2 * corner, high);
        part(canvas, corner + STRETCH, sourceY, corner, sourceHeight, left + wide - corner, top, corner, high);
    }

    /** The row with the tail's place left open. */
    private void edge(Canvas canvas, int sourceY, int left, int top, int wide, int tip) {
        int corner = metrics.corner();
        int after = tip + metrics.tailPiece();
        part(canvas, 0, sourceY, corner, corner, left, top, corner, corner);
        part(canvas, corner + 1, sourceY, 1, corner, left + corner, top, tip - corner, corner);
        part(canvas, corner + 1, sourceY, 1, corner, left + after, top, wide - corner - after, corner);
        part(canvas, corner + STRETCH, sourceY, corner, corner, left + wide - corner, top, corner, corner);
    }

    private void part(Canvas canvas, int sx, int sy, int sw, int sh, int x, int y, int w, int h) {
        if (w > 0 && h > 0) {
            canvas.draw(card.texture(), card.x() + sx, card.y() + sy, sw, sh, x, y, w, h);
        }
    }
}
