package dev.perch.tools.art;

import static dev.perch.tools.art.PipPalette.*;

/** Paints what Pip has with it. */
final class PipProps {

    private final VectorCanvas canvas;
    private final PipRig rig;
    private final PipWing right;

    PipProps(VectorCanvas canvas, PipRig rig, PipWing right) {
        this.canvas = canvas;
        this.rig = rig;
        this.right = right;
    }

    /** What is behind the bird, in cell coordinates. */
    void behind() {
        if (rig.pose.prop() == PipProp.CLOUD) {
            feather(0.3, 27, -1);
            feather(0.8, 166, 1);
        }
    }

    /** What lies over the body but under the wings, in body coordinates. */
    void beforeWings() {
        switch (rig.pose.prop()) {
            case PAPER -> paper();
            case CLOUD -> tear();
            default -> {}
        }
    }

    /** What hangs from a wing, in body coordinates. */
    void held() {
        if (rig.pose.prop() == PipProp.BELL) {
            bell();
        }
    }

    /** What is in front of everything, in cell coordinates. */
    void front() {
        switch (rig.pose.prop()) {
            case LAPTOP -> laptop();
            case PAPER -> sparkles();
            case CLOUD -> cloud();
            default -> {}
        }
    }

    private double get(PipJoint joint) {
        return rig.pose.get(joint);
    }

    private void bell() {
        double[] grip = right.grip();
        double turn = get(PipJoint.PROP_TURN);
        canvas.transform(Affine.translate(grip[0], grip[1]).of(Affine.rotate(turn)));
        Path handle = Path.roundRect(-3.6, -7, 7.2, 17, 3.6);
        Path clapper = Path.ellipse(-turn * 0.3, 42, 5, 5);
        Path bell = new Path()
                .moveTo(-6, 8)
                .cubicTo(-15, 12, -10, 26, -18, 36)
                .quadTo(0, 43, 18, 36)
                .cubicTo(10, 26, 15, 12, 6, 8)
                .quadTo(0, 6, -6, 8)
                .close();
        canvas.stroke(handle, 4.6, LINE);
        canvas.fill(handle, Paint.linear(-4, 0, 4, 0, 0xFFC97B45, 0xFF8A4632));
        canvas.stroke(clapper, 4.6, LINE);
        canvas.fill(clapper, GOLD_DARK);
        canvas.stroke(bell, 5, LINE);
        canvas.fill(bell, Paint.linear(-15, 20, 15, 26, GOLD_LIGHT, GOLD, GOLD, GOLD_DARK));
        canvas.stroke(new Path().moveTo(-13.5, 31.5).quadTo(0, 37, 13.5, 31.5), 2, GOLD_DARK);
        canvas.brush(new Path().moveTo(-6, 13).quadTo(-6, 22, -10, 29), 3, 0xE8FFFFFF);
        double act = get(PipJoint.PROP_ACT);
        canvas.transform(Affine.translate(0, 26));
        int gold = Paint.alpha(GOLD_LIGHT, act);
        arc(23, 150, 46, 3.6, gold);
        arc(23, -16, 46, 3.6, gold);
        canvas.restore();
        canvas.restore();
    }

    private void arc(double r, double from, double sweep, double width, int argb) {
        Path arc = new Path();
        for (int i = 0; i <= 10; i++) {
            double a = Affine.radians(from + sweep * i / 10);
            if (i == 0) {
                arc.moveTo(r * StrictMath.cos(a), r * StrictMath.sin(a));
            } else {
                arc.lineTo(r * StrictMath.cos(a), r * StrictMath.sin(a));
            }
        }
        canvas.brush(arc, width + 2.4, Paint.alpha(LINE, (argb >>> 24) / 255.0));
        canvas.brush(arc, width, argb);
    }

    /** The light of the screen on the body, under the face, in body coordinates. */
    void glow() {
        if (rig.pose.prop() != PipProp.LAPTOP) {
            return;
        }
        double act = get(PipJoint.PROP_ACT);
        canvas.clip(rig.silhouette);
        canvas.fill(
                Path.ellipse(0, -34, 72, 58),
                Paint.oval(
                        0,
                        -34,
                        72,
                        58,
                        Paint.alpha(GLOW, act),
                        Paint.alpha(GLOW, 0.95 * act),
                        Paint.alpha(0xFFBDF6FF, 0.5 * act),
                        0x00BDF6FF));
        Path edge = Stroke.even(rig.silhouette.under(Affine.translate(0, -2)), 5);
        canvas.fillSoft(edge, Paint.linear(0, -110, 0, -70, 0x009DF3FF, Paint.alpha(GLOW, 0.9)), 2);
        canvas.unclip();
    }

    private void laptop() {
        double act = get(PipJoint.PROP_ACT);
        canvas.transform(Affine.translate(96 + get(PipJoint.PROP_X), 196 + get(PipJoint.PROP_Y)));
        Path base = Path.roundRect(-50, -8, 100, 8.5, 4);
        Path lid = Path.smooth(-40, -57, 40, -57, 44, -54, 46, -12, 44, -7, -44, -7, -46, -12, -44, -54);
        canvas.fillSoft(Path.roundRect(-44, -60, 88, 10, 4), Paint.solid(Paint.alpha(GLOW, act)), 5);
        canvas.stroke(base, 4.6, LINE);
        canvas.fill(base, Paint.linear(0, -8, 0, 0, 0xFFB9C3DA, 0xFF6E7A9C));
        canvas.stroke(lid, 4.6, LINE);
        canvas.fill(lid, Paint.linear(-40, -58, 40, -6, 0xFFF1F4FB, 0xFFC3CCE0, 0xFF8D99B8));
        canvas.stroke(new Path().moveTo(-40, -55.4).quadTo(0, -56.8, 40, -55.4), 2, 0xFFFFFFFF);
        Path mark = Path.feather(-9, -22, 2, -28, 8, -43, 14);
        canvas.fillSoft(mark, Paint.solid(Paint.alpha(GLOW, act)), 4);
        canvas.fill(mark, Paint.linear(-8, -22, 8, -44, 0xFF2FA9D8, 0xFF6FE3FF));
        canvas.brush(new Path().moveTo(-12, -18).quadTo(0, -28, 6, -40), 2, 0xFFF4FFFF);
        canvas.restore();
    }

    private void paper() {
        Affine at = Affine.translate(0, -46 + get(PipJoint.PROP_Y)).of(Affine.rotate(get(PipJoint.PROP_TURN)));
        Path page = new Path()
                .moveTo(-34, -34)
                .lineTo(22, -36)
                .lineTo(35, -24)
                .lineTo(33, 36)
                .quadTo(0, 33, -33, 37)
                .close();
        canvas.clip(rig.silhouette);
        canvas.fillSoft(page.under(at).under(Affine.translate(1, 4)), Paint.solid(0x80300838), 6);
        canvas.unclip();
        canvas.transform(at);
        canvas.stroke(page, 4.8, LINE);
        canvas.fill(page, Paint.linear(-30, -34, 30, 36, 0xFFFFFFFF, 0xFFFDF8EE, 0xFFE9DCCB));
        canvas.fill(Path.polygon(22, -36, 35, -24, 22, -23), 0xFFD3C3B4);
        canvas.stroke(new Path().moveTo(22, -36).lineTo(22, -23).lineTo(35, -24), 1.8, LINE);
        Path tick = new Path().moveTo(-17, 2).lineTo(-4, 16).lineTo(19, -15);
        canvas.stroke(tick, 12, 0xFF14713F);
        canvas.stroke(tick, 8.4, 0xFF33C472);
        canvas.stroke(tick.under(Affine.translate(-0.8, -1.6)), 2.2, 0xA0C8FFD9);
        canvas.restore();
    }

    private void sparkles() {
        double act = get(PipJoint.PROP_ACT);
        sparkle(26, 122, 9 * act);
        sparkle(168, 100, 7 * (1.25 - act));
        sparkle(162, 152, 8 * act);
    }

    private void sparkle(double x, double y, double r) {
        if (r < 1) {
            return;
        }
        Path star = new Path()
                .moveTo(x, y - r)
                .quadTo(x, y, x + r, y)
                .quadTo(x, y, x, y + r)
                .quadTo(x, y, x - r, y)
                .quadTo(x, y, x, y - r)
                .close();
        canvas.stroke(star, 4, LINE);
        canvas.stroke(star, 1.6, GOLD);
        canvas.fill(star, GOLD_LIGHT);
    }

    private void tear() {
        double t = get(PipJoint.EFFECT);
        double[] at = rig.head.at(33, -14 - 30 * t, 1.0);
        double size = 4.5 + 2.5 * t;
        drop(at[0], at[1], size, 1 - 0.15 * t);
    }

    private void drop(double x, double y, double r, double alpha) {
        Path drop = new Path()
                .moveTo(x, y - r * 1.9)
                .cubicTo(x + r * 0.3, y - r, x + r, y - r * 0.5, x + r, y + r * 0.2)
                .cubicTo(x + r, y + r * 1.3, x - r, y + r * 1.3, x - r, y + r * 0.2)
                .cubicTo(x - r, y - r * 0.5, x - r * 0.3, y - r, x, y - r * 1.9)
                .close();
        canvas.stroke(drop, 3, Paint.alpha(0xFF1D3F7A, alpha));
        canvas.fill(
                drop, Paint.linear(x, y - r, x, y + r, Paint.alpha(0xFFE8FBFF, alpha), Paint.alpha(0xFF63C6F5, alpha)));
    }

    private void cloud() {
        double t = get(PipJoint.EFFECT);
        canvas.transform(Affine.translate(96 + get(PipJoint.PROP_X), 34));
        double[][] rain = {{-22, 0.1}, {-8, 0.6}, {8, 0.3}, {24, 0.8}};
        for (double[] r : rain) {
            double fall = t * 2 + r[1];
            fall -= (int) fall;
            Path streak =
                    new Path().moveTo(r[0] - fall * 3, 12 + fall * 22).lineTo(r[0] - fall * 3 - 1.5, 19 + fall * 22);
            canvas.stroke(streak, 5.2, Paint.alpha(LINE, 1 - fall));
            canvas.stroke(streak, 2.8, Paint.alpha(0xFF7FD0FA, 1 - fall * 0.8));
        }
        Path cloud = Path.ellipse(0, -4, 22, 17)
                .append(Path.ellipse(-21, 2, 16, 12))
                .append(Path.ellipse(21, 1, 18, 13))
                .append(Path.roundRect(-34, 2, 70, 13, 6));
        canvas.stroke(cloud, 5, LINE);
        canvas.fill(cloud, Paint.linear(-10, -20, 8, 16, 0xFFB4BACF, 0xFF7C839F, 0xFF525877));
        canvas.fillSoft(Path.ellipse(-6, -12, 12, 4), Paint.solid(0x90FFFFFF), 4);
        canvas.restore();
    }

    private void feather(double phase, double x, int side) {
        double t = get(PipJoint.EFFECT) + phase;
        t -= (int) t;
        double sway = StrictMath.sin(t * 4 * StrictMath.PI);
        double fade = t > 0.85 ? (1 - t) / 0.15 : t < 0.1 ? t / 0.1 : 1;
        canvas.layer();
        canvas.transform(Affine.translate(x + sway * 6 * side, 66 + t * 92).of(Affine.rotate(side * (50 + sway * 28))));
        Path f = Path.feather(0, -11, 3, 0, 0, 11, 9);
        canvas.stroke(f, 3.6, LINE);
        canvas.fill(f, Paint.linear(0, -11, 0, 11, BLUE, BLUE_LIGHT));
        canvas.brush(new Path().moveTo(0, -14).quadTo(3, 0, 0, 9), 1.6, 0xC0E8F6FF);
        canvas.restore();
        canvas.lay(fade);
    }
}
