package dev.perch.tools.art.pixel;

/** The small things Axo handles and the marks that float about it. */
final class AxoProps {
    static final PixelCanvas SIGN = PixelCanvas.of("""
          ..yyyyyyyyy..
          .yyyyKKKyyyy.
          yyyyKKKKKyyyg
          yyyKKyyyKKyyg
          yyyKKyyyKKyyg
          yyyyyyyKKKyyg
          yyyyyyKKKyyyg
          yyyyyKKKyyyyg
          yyyyyKKyyyyyg
          yyyyyyyyyyyyg
          yyyyyKKyyyygg
          .yyyyKKyyygg.
          ..ggggggggg..
          .....gg......
          .....gg......
          .....gg......
          .....gg......
          .....gg......
          .....gg......
          """);
    static final PixelCanvas LAPTOP = PixelCanvas.of("""
          .cccccccccccccccccccc.
          eeeeeeeeeeeeeeeeeeeeee
          ewweeeeeeeeeeeeeeeeees
          ewweeeeeepeepeeeeeeees
          eweeeeeepppppreeeeeees
          eeeeeeeepppppreeeeeees
          eeeeeeeeepppreeeeeeees
          eeeeeeeeeepreeeeeeeess
          eeeeeeeeeeeeeeeeeeesss
          .ssssssssssssssssssss.
          """);
    static final PixelCanvas LAPTOP_BASE = PixelCanvas.of("""
          wwwwwwwwwwwwwwwwwwwwwwwwww
          eeeeeeeeeeeeeeeeeeeeeeeees
          .ssssssssssssssssssssssss.
          """);
    static final PixelCanvas PAPER = PixelCanvas.of("""
          wwwwwwwwwwwee..
          wwwwwwwwwwwewe.
          wweeeeewwwweeee
          wwwwwwwwwwwwwwe
          wwwwwwwwwwwwtte
          wwwwwwwwwwwttte
          wwwwwwwwwwtttwe
          wttwwwwwwtttwwe
          wtttwwwwtttwwwe
          wwtttwwtttwwwwe
          wwwttttttwwwwwe
          wwwwttttwwwwwwe
          wwwwwttwwwwwwwe
          wwwwwwwwwwwwwwe
          wweeeeeeeeewwwe
          wwwwwwwwwwwwwwe
          eeeeeeeeeeeeeee
          """);
    static final PixelCanvas STAR = PixelCanvas.of("""
          ..y..
          .yyy.
          yywyg
          .yyg.
          .g.g.
          """);
    static final PixelCanvas STAR_SMALL = PixelCanvas.of("""
          .y.
          ywg
          .g.
          """);
    static final PixelCanvas SPARK = PixelCanvas.of("""
          ..y..
          ..y..
          yywyy
          ..y..
          ..y..
          """);
    static final PixelCanvas SPARK_SMALL = PixelCanvas.of("""
          .y.
          ywy
          .y.
          """);
    static final PixelCanvas PUFF = PixelCanvas.of("""
          ..ww..
          .wwwee
          wwwwee
          .eeee.
          """);
    static final PixelCanvas PUFF_SMALL = PixelCanvas.of("""
          .we
          wee
          """);
    static final PixelCanvas BIT = PixelCanvas.of("""
          wc
          cc
          """);

    private AxoProps() {}
}
