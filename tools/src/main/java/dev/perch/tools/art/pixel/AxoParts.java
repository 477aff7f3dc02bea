package dev.perch.tools.art.pixel;

/** Hand-placed maps of Axo's body: head, trunk, feet, paws and tail. */
final class AxoParts {
    /** The head without a face, 26 by 20. */
    static final PixelCanvas HEAD = PixelCanvas.of("""
          .......bbbbbbbbbbbb.......
          .....bbbbbbbbbbbbbbbb.....
          ....bblllllllbbbbbbbbb....
          ...bblllllllllbbbbbbbbb...
          ..bbllhhlllllbbbbbbbbbbb..
          .bbblhhllllbbbbbbbbbbbbbb.
          .bbblllllbbbbbbbbbbbbbbbb.
          .bbbbllbbbbbbbbbbbbbbbbbb.
          .bbbbbbbbbbbbbbbbbbbbbbbb.
          bbbbbbbbbbbbbbbbbbbbbbbbbb
          bbbbbbbbbbbbbbbbbbbbbbbbbb
          bbbbbbbbbbbbbbbbbbbbbbbbbb
          bbbbbbbbbbbbbbbbbbbbbbbbbb
          bbbbbbbbbbbbbbbbbbbbbbbbbb
          bbbbbbbbbbbbbbbbbbbbbbbbbb
          bbbbbbbbbbbbbbbbbbbbbbbbbb
          .bbbbbbbbbbbbbbbbbbbbbbbb.
          ..bbbbbbbbbbbbbbbbbbbbbb..
          ....bbbbbbbbbbbbbbbbbb....
          .......bbbbbbbbbbbb.......
          """);

    /** The sitting trunk with its belly, 22 by 18. */
    static final PixelCanvas TRUNK = PixelCanvas.of("""
          .......bbbbbbbb.......
          .....bbbbbbbbbbbb.....
          ....bbbbbbbbbbbbbb....
          ...bbbbbbbbbbbbbbbb...
          ..bbbbbbhhhhhhbbbbbb..
          ..bbbbbhhhhhhhhbbbbb..
          .bbbbbhhhhhhhhhhbbbbb.
          .bbbbbhhhhhhhhhhbbbbb.
          .bbbbhhhhhhhhhhhhbbbb.
          bbbbbhhhhhhhhhhhhbbbbb
          bbbbbhhhhhhhhhhhhbbbbb
          bbbbbhhhhhhhhhhhhbbbbb
          bbbbbhhhhhhhhhhhhbbbbb
          bbbbbhhhhhhhhhhhhbbbbb
          bbbbbbhhhhhhhhhhbbbbbb
          .bbbbbbhhhhhhhhbbbbbb.
          ..bbbbbbbhhhhbbbbbbb..
          ....bbbbbbbbbbbbbb....
          """);

    /** A foot seen from the front, 8 by 5. */
    static final PixelCanvas FOOT = PixelCanvas.of("""
          ..llll..
          .bbbbbb.
          bbbbbbbb
          bbTbbTbb
          .bTbbTb.
          """);

    /** An open paw held up, pads to the viewer, 7 by 7. */
    static final PixelCanvas PAW = PixelCanvas.of("""
          .b.b.b.
          .blblb.
          bbbbbbb
          bbooobb
          bbooobb
          .bbbbb.
          ..bbb..
          """);

    /** The tail, curling up on the right, root at the lower left. */
    static final PixelCanvas TAIL = PixelCanvas.of("""
          ...........ooo.
          ..........obbo.
          .........oobbpo
          .........obbbpo
          ........oobbbpo
          .......oobbbtpo
          bbbbbbbbbbbbtpo
          bbbbbbbbbbbttpo
          bbbbbbbbbbttpo.
          bbbbbbbbbttppo.
          bbbbbbbttppoo..
          ttttttttppo....
          .oooooooo......
          """);

    /** The tail from the side, streaming to the left, root on the right. */
    static final PixelCanvas TAIL_SIDE = PixelCanvas.of("""
          ....ooooooo....
          ..ooobbbboooo..
          .oobbbbbbbbbbbb
          oobbbbbbbbbbbbb
          .opbbbbbbbbbbbb
          ..opttttttttbbb
          ...opppptttttbb
          .....oooppppo..
          """);

    private AxoParts() {}
}
