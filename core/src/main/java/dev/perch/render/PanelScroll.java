package dev.perch.render;

/**
 * How far a panel is scrolled that has no room on its card: by the wheel, by keys, and on and on while the pointer rests at an
 * edge. Render thread only.
 */
public final class PanelScroll {
    /** Between two rows while the pointer rests at an edge: ten in a second can be read on the way. */
    private static final long PACE_NANOS = 100_000_000;

    private PanelLayout layout;
    private int at;
    private int way;
    private long next = Long.MAX_VALUE;

    /** The top of a panel. */
    public PanelScroll(PanelLayout layout) {
        this.layout = layout;
    }

    /**
     * Another panel takes the place of this one.
     *
     * @param same whether it is much the same one, to be seen from where this one was
     */
    public void change(PanelLayout other, boolean same) {
        layout = other;
        at = same ? Math.min(at, other.hidden()) : 0;
        rest();
    }

    /** In pixels: 0 to {@link PanelLayout#hidden}. */
    public int at() {
        return at;
    }

    /** The item at a place of the card, or -1. */
    public int itemAt(int x, int y) {
        return layout.itemAt(x, y, at);
    }

    /** Goes on by a row, down, 1, or up, -1. @return whether there was more */
    public boolean turn(int towards) {
        return goTo(at + towards * layout.row());
    }

    /**
     * Goes no farther than it takes to have that item on the card, with all that is above the first where there is room for it.
     *
     * @param item -1: none
     */
    public void show(int item) {
        if (item >= 0) {
            int top = item == 0 ? 0 : layout.itemTop(item) - layout.edge();
            int bottom = layout.itemTop(item) + layout.itemHeight(item) + layout.edge() - layout.height();
            goTo(Math.max(bottom, Math.min(at, top)));
        }
    }

    private boolean goTo(int wished) {
        int before = at;
        at = Math.max(0, Math.min(layout.hidden(), wished));
        return at != before;
    }

    /** The pointer is at that height of the card: at an edge with more behind it, it goes on from now on. */
    public void point(int y, long nowNanos) {
        int towards = y < layout.edge() ? -1 : y >= layout.height() - layout.edge() ? 1 : 0;
        if (towards != way) {
            way = towards;
            next = towards == 0 ? Long.MAX_VALUE : nowNanos + PACE_NANOS;
        }
    }

    /** The pointer is elsewhere. */
    public void rest() {
        way = 0;
        next = Long.MAX_VALUE;
    }

    /** Brings it to that time. @return whether it has gone on */
    public boolean step(long nowNanos) {
        if (nowNanos < next) {
            return false;
        }
        boolean moved = turn(way);
        next = moved ? nowNanos + PACE_NANOS : Long.MAX_VALUE;
        return moved;
    }

    /** When it goes on by itself; {@link Long#MAX_VALUE}: it does not. */
    public long nextNanos() {
        return next;
    }
}
