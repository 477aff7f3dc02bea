package dev.perch.tools.art;

/** Pip: a small round bird with a crest, a blue coat and a coral breast, painted from vector shapes. */
public final class Pip implements CharacterArt {

    private static final int[] FRAMES = {7, 8, 8, 4, 5, 8, 6, 6, 6, 8, 8};

    /** Pip as it comes with Perch. */
    public Pip() {}

    @Override
    public String id() {
        return "pip";
    }

    @Override
    public String displayName() {
        return "Pip";
    }

    @Override
    public String description() {
        return "A small round bird with a lively crest who keeps an eye on your agents.";
    }

    @Override
    public int spriteVersion() {
        return 2;
    }

    @Override
    public boolean used(int row, int column) {
        return row >= 0 && row < FRAMES.length && column >= 0 && column < FRAMES[row];
    }

    @Override
    public Cell draw(int row, int column, int scale) {
        if (!used(row, column)) {
            throw new IllegalArgumentException("no cell at row " + row + ", column " + column);
        }
        return PipPainter.paint(PipTimeline.row(row)[column], scale);
    }
}
