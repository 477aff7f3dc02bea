package dev.perch.tools.art.pixel;

import dev.perch.tools.art.Cell;
import dev.perch.tools.art.CharacterArt;

/** Axo, a chubby axolotl drawn on a 48 by 52 pixel grid. */
public final class Axo implements CharacterArt {
    private static final int BLOCK = 4;

    /** Creates the character; it holds no state. */
    public Axo() {}

    @Override
    public String id() {
        return "axo";
    }

    @Override
    public String displayName() {
        return "Axo";
    }

    @Override
    public String description() {
        return "A chubby pixel-art axolotl with feathery gills and a finned tail.";
    }

    @Override
    public int spriteVersion() {
        return 1;
    }

    @Override
    public boolean used(int row, int column) {
        return row >= 0 && row < AxoFrames.COUNTS.length && column >= 0 && column < AxoFrames.COUNTS[row];
    }

    @Override
    public Cell draw(int row, int column, int scale) {
        PixelCanvas cell =
                used(row, column) ? AxoFrames.frame(row, column) : new PixelCanvas(AxoFront.WIDTH, AxoFront.HEIGHT);
        return cell.toCell(BLOCK * scale);
    }
}
