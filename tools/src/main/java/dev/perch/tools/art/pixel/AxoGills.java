package dev.perch.tools.art.pixel;

import java.util.List;

/** The feathery gill fronds, as seen on the left of the head, from upright (0) to hanging (5). */
final class AxoGills {
    private static final PixelCanvas UPRIGHT = PixelCanvas.of("""
          ..oo...
          .oppo..
          .oppo..
          oopproo
          .opprpo
          ..pprp.
          .oppro.
          .ooprpo
          ...prp.
          ...rrr.
          """);
    private static final PixelCanvas SLANTED = PixelCanvas.of("""
          .ooo.....
          opppo.o..
          opprppoo.
          .oprrpo..
          .ooprrppo
          .oppprrp.
          ..oo.prrp
          .....pprr
          ......prr
          """);
    private static final PixelCanvas LEVEL = PixelCanvas.of("""
          .oo.oo...
          opppppo..
          opprpppoo
          .oprrrppp
          ..oopprrr
          ...oooppr
          .....oo..
          """);

    /** The lift of a frond folded away behind the head. */
    static final int FOLDED = 99;

    private static final PixelCanvas LIMP = PixelCanvas.of("""
          ..rrr..
          .oprr..
          oopprp.
          .opprpo
          .opprpo
          oopprp.
          .oppro.
          .opprpo
          ..oppo.
          ...oo..
          """);

    /** One frond map with the pixel that sits on the head; a standing one leans sideways. */
    private record Frond(PixelCanvas map, int rootX, int rootY, boolean standing) {}

    private static final List<Frond> FRONDS = List.of(
            new Frond(UPRIGHT, 4, 9, true),
            new Frond(SLANTED, 8, 8, false),
            new Frond(LEVEL, 8, 4, false),
            new Frond(LEVEL.flipped(), 8, 2, false),
            new Frond(SLANTED.flipped(), 8, 0, false),
            new Frond(LIMP, 3, 0, true));

    private AxoGills() {}

    /**
     * Draws one left frond at its root; a right one when {@code mirrored}.
     *
     * @param lift ten times the number of the map, plus how many pixels its tip hangs lower
     */
    static void draw(PixelCanvas cell, int lift, int rootX, int rootY, boolean mirrored) {
        if (lift == FOLDED) {
            return;
        }
        int number = StrictMath.floorDiv(lift + 5, 10);
        int hang = lift - 10 * number;
        Frond frond = FRONDS.get(number);
        PixelCanvas map = frond.map;
        int x = frond.rootX;
        int y = frond.rootY;
        if (!frond.standing) {
            map = map.wagged(hang);
            y += StrictMath.abs(hang);
        } else if (number == 0) {
            map = map.swayed(-hang);
            x += StrictMath.abs(hang);
        } else {
            map = map.flipped().swayed(hang).flipped();
            x += StrictMath.abs(hang);
        }
        if (mirrored) {
            map = map.mirrored();
            x = map.width() - 1 - x;
        }
        cell.stack(map, rootX - x, rootY - y);
    }
}
