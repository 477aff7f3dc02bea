package dev.perch.tools.art;

import static dev.perch.tools.art.PipPalette.*;

/** Paints the round of Pip's body and head: coat, breast, belly and the light on them. */
final class PipBody {

    /* Loose brush marks in the coat: head or trunk, east and north, how far they run, width, light or dark. */
    private static final double[][] STROKES = {
        {1, -22, 72, -22, 16, 2.6, 1}, {1, 2, 70, 2, 14, 2.2, 1}, {1, 24, 70, 18, 14, 2.2, 1},
        {1, -64, 34, -6, 22, 2.6, 1}, {1, -74, 10, -2, 20, 2.4, 1}, {1, 64, 34, 6, 22, 2.2, 0},
        {1, 74, 10, 2, 20, 2.2, 0}, {1, -66, -16, 2, 18, 2.2, 0}, {1, -100, 24, -4, 24, 2.4, 1},
        {0, -66, 6, 4, 20, 2.6, 0}, {0, -84, -8, 6, 20, 2.6, 1}, {0, 66, 6, -4, 20, 2.6, 0},
        {0, -62, -26, 8, 16, 2.4, 0}, {0, 60, -26, -8, 16, 2.4, 0}, {0, -110, 4, 6, 20, 2.6, 1},
        {0, -100, -22, 8, 18, 2.6, 0}, {0, -80, 22, 3, 16, 2.4, 1},
    };

    private PipBody() {}

    static void paint(VectorCanvas canvas, PipRig rig) {
        canvas.fill(Stroke.brushed(rig.silhouette, (along, dx, dy) -> 4.6 + 0.9 * (dy * 0.5 - dx * 0.8)), LINE);
        canvas.clip(rig.silhouette);
        coat(canvas, rig);
        belly(canvas, rig);
        breast(canvas, rig);
        light(canvas, rig);
        canvas.unclip();
    }

    private static void coat(VectorCanvas canvas, PipRig rig) {
        canvas.fill(
                rig.silhouette,
                Paint.radial(
                        rig.head.cx() - 20, rig.head.cy() - 22, 120, BLUE_LIGHT, BLUE, BLUE, BLUE_DARK, BLUE_DEEP));
        double[] crown = rig.head.at(-14, 58, 1);
        canvas.fillSoft(Path.ellipse(crown[0], crown[1], 22, 9), Paint.solid(Paint.alpha(SKY, 0.65)), 8);
        for (double[] s : STROKES) {
            Ball ball = s[0] > 0 ? rig.head : rig.trunk;
            double[] a = ball.at(s[1], s[2], 0.99);
            double[] b = ball.at(s[1] + s[3] * 0.5, s[2] - s[4] * 0.7, 1.01);
            double[] c = ball.at(s[1] + s[3], s[2] - s[4], 0.99);
            if (a[2] > 0 && c[2] > 0) {
                canvas.brush(
                        new Path().moveTo(a[0], a[1]).quadTo(b[0], b[1], c[0], c[1]),
                        s[5],
                        s[6] > 0 ? 0x36A9DBFF : 0x301A2F6B);
            }
        }
    }

    private static void belly(VectorCanvas canvas, PipRig rig) {
        double[] at = rig.trunk.at(0, -30, 0.88);
        double wide = 40 * (0.45 + 0.55 * at[2]);
        canvas.fillSoft(Path.ellipse(at[0], at[1], wide + 2, 31), Paint.solid(Paint.alpha(LINE, 0.25)), 4);
        Path belly = Path.ellipse(at[0], at[1], wide, 29);
        canvas.fill(belly, Paint.radial(at[0] - 8, at[1] - 12, 48, CREAM_LIGHT, CREAM, CREAM_DARK));
        for (int i = -1; i <= 1; i++) {
            double[] p = rig.trunk.at(i * 16 + 2, -40 + i * i * 5, 0.97);
            canvas.brush(
                    new Path().moveTo(p[0] - 3, p[1] - 1).quadTo(p[0], p[1] + 3, p[0] + 3, p[1] - 1), 1.6, 0x80C99A6A);
        }
    }

    private static void breast(VectorCanvas canvas, PipRig rig) {
        double[] chin = rig.head.at(0, -26, 0.8);
        Path scallops = scallops(rig);
        canvas.fillSoft(rig.mask.under(Affine.translate(1, 3)), Paint.solid(Paint.alpha(LINE, 0.30)), 4);
        Paint coral = Paint.radial(chin[0] - 14, chin[1] - 26, 84, CORAL_LIGHT, CORAL, CORAL, CORAL_DARK);
        Path edge = Stroke.even(rig.mask, 4.5);
        canvas.fillSoft(
                edge,
                Paint.linear(
                        0,
                        rig.head.cy() - 30,
                        0,
                        rig.head.cy() + 26,
                        Paint.alpha(SKY, 0.7),
                        Paint.alpha(SKY, 0.35),
                        0x00A9DBFF),
                2);
        canvas.fill(scallops, coral);
        canvas.fill(rig.mask, coral);
        for (int row = 0; row < 3; row++) {
            for (int i = -2 + row % 2; i <= 2; i += 2) {
                double[] p = rig.trunk.at(i * 11, 10 - row * 12, 0.99);
                Path tick = new Path().moveTo(p[0] - 3.2, p[1] - 1).quadTo(p[0], p[1] + 3.4, p[0] + 3.2, p[1] - 1);
                canvas.brush(tick, 1.7, Paint.alpha(CORAL_DARK, 0.6));
            }
        }
    }

    /* Feather tips along the lower edge of the breast. */
    private static Path scallops(PipRig rig) {
        Path out = new Path();
        for (int i = -3; i <= 3; i++) {
            double drop = -25 + i * i * 1.5;
            double[] p = rig.trunk.at(i * 13.5, drop, 0.93);
            out.append(Path.ellipse(p[0], p[1], 6.4 * (0.4 + 0.6 * p[2]), 6.4));
        }
        return out;
    }

    private static void light(VectorCanvas canvas, PipRig rig) {
        double x = rig.head.cx();
        double y = rig.head.cy();
        Path collar = new Path().moveTo(x - 40, y + 25).quadTo(x, y + 55, x + 40, y + 25);
        canvas.fillSoft(Stroke.tapered(collar, 9), Paint.solid(Paint.alpha(0xFF3A1030, 0.30)), 6);
        Path shade = Stroke.even(rig.silhouette.under(Affine.translate(6, 7)), 22);
        canvas.fillSoft(
                shade,
                Paint.linear(
                        -40,
                        -120,
                        50,
                        0,
                        Paint.alpha(0xFF2A1458, 0),
                        Paint.alpha(0xFF2A1458, 0.28),
                        Paint.alpha(0xFF2A1458, 0.5)),
                7);
        Path rim = Stroke.even(rig.silhouette.under(Affine.translate(2.2, 2.6)), 4.6);
        canvas.fillSoft(
                rim,
                Paint.linear(
                        -50, -150, 10, -60, Paint.alpha(0xFFFFFFFF, 0.75), Paint.alpha(SKY, 0.4), Paint.alpha(SKY, 0)),
                2);
        Path bounce = Stroke.even(rig.silhouette.under(Affine.translate(-1.6, -1.6)), 3.4);
        canvas.fillSoft(
                bounce,
                Paint.linear(
                        10,
                        -80,
                        50,
                        -20,
                        Paint.alpha(0xFFFFD9A8, 0),
                        Paint.alpha(0xFFFFD9A8, 0.25),
                        Paint.alpha(0xFFFFD9A8, 0.55)),
                2);
    }
}
