package dev.perch.tools.art;

/** The size of a cell that characters are drawn in. */
public final class SheetComposer {

    /** Pixels across a cell at scale 1. */
    public static final int CELL_WIDTH = 192;
    /** Pixels down a cell at scale 1. */
    public static final int CELL_HEIGHT = 208;

    private SheetComposer() {}
}
