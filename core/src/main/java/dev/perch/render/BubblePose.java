package dev.perch.render;

/** How a bubble is drawn. One object, written anew with every step. Pixels of the window, from its top left. */
public final class BubblePose {
    /** Left edge of the card. */
    public int x;

    /** Top edge of the card. */
    public int y;

    /** Width of the card. */
    public int width;

    /** Height of the card, without the tail. */
    public int height;

    /** Which way the tail points. */
    public BubbleTail tail = BubbleTail.NONE;

    /** The tip of the tail, from the left edge of the card; kept clear of the corners. */
    public int tailX;

    /** How much of the bubble is to be seen, 0 to 1. */
    public float alpha = 1;

    /** How much of its words is to be seen, 0 to 1. */
    public float words = 1;

    /** How far its words are scrolled up. */
    public int scroll;

    /** Puts a bubble at rest there, as large as it was measured. */
    public void rest(BubbleLayout layout, int left, int top) {
        x = left;
        y = top;
        width = layout.width();
        height = layout.height();
        alpha = 1;
        words = 1;
        scroll = 0;
    }
}
