package dev.perch.tools.art;

import static dev.perch.tools.art.PipPalette.*;

/** Paints Pip's eyes, brows, cheeks and beak onto the turned head. */
final class PipFace {

    private static final double EYE_EAST = 26;
    private static final double EYE_NORTH = 2;
    private static final double RX = 12;
    private static final double RY = 14;

    private PipFace() {}

    /** Paints eyes, brows and cheeks. */
    static void eyes(VectorCanvas canvas, PipRig rig) {
        canvas.clip(rig.silhouette);
        for (int side = -1; side <= 1; side += 2) {
            if (rig.head.at(side * EYE_EAST, EYE_NORTH, 1)[2] > 0.05) {
                canvas.transform(rig.head.patch(side * EYE_EAST, EYE_NORTH));
                eye(canvas, rig.pose, side);
                canvas.restore();
            }
            if (rig.head.at(side * 40, -17, 1)[2] > 0.05) {
                canvas.transform(rig.head.patch(side * 40, -17));
                canvas.fillSoft(Path.ellipse(0, 0, 7.5, 5), Paint.solid(0xB0FF7E8E), 4);
                canvas.restore();
            }
        }
        canvas.unclip();
    }

    private static void eye(VectorCanvas canvas, PipPose pose, int side) {
        canvas.transform(Affine.scale(pose.get(PipJoint.EYE), pose.get(PipJoint.EYE)));
        double lid = side > 0 && pose.get(PipJoint.WINK) > 0.5 ? 1 : pose.get(PipJoint.LID);
        if (pose.get(PipJoint.HAPPY) > 0.5 || side > 0 && pose.get(PipJoint.WINK) > 0.5) {
            canvas.brush(new Path().moveTo(-10.5, 5).quadTo(0, -15, 10.5, 5), 5, LINE);
        } else if (lid > 0.92) {
            canvas.brush(new Path().moveTo(-11, 2).quadTo(0, 11, 11, 2), 4.6, LINE);
        } else {
            ball(canvas, pose);
            lids(canvas, pose, side, lid);
        }
        canvas.restore();
        brow(canvas, pose, side);
    }

    private static void ball(VectorCanvas canvas, PipPose pose) {
        canvas.fillSoft(Path.ellipse(0, 1, RX + 2.5, RY + 2.5), Paint.solid(0x66601828), 3);
        canvas.fill(Path.ellipse(0, 0, RX + 1.7, RY + 1.7), LINE);
        Path white = Path.ellipse(0, 0.4, RX, RY);
        canvas.fill(white, Paint.linear(0, -RY, 0, RY, 0xFFD9D3E6, 0xFFFFFFFF, 0xFFFFFFFF));
        canvas.clip(white);
        double x = pose.get(PipJoint.GAZE_X) * 4.6;
        double y = pose.get(PipJoint.GAZE_Y) * 5.2;
        double size = pose.get(PipJoint.PUPIL);
        canvas.fill(Path.ellipse(x, y, 9.7 * size, 11 * size), EYE_DARK);
        canvas.fill(
                Path.ellipse(x, y + 0.6, 8.5 * size, 9.8 * size),
                Paint.linear(x, y - 9, x, y + 9, EYE_DARK, 0xFF3A2030, IRIS, 0xFFC9743C));
        canvas.fill(Path.ellipse(x, y - 0.4, 5.7 * size, 6.8 * size), EYE_DARK);
        if (pose.prop() == PipProp.LAPTOP) {
            canvas.fill(
                    Path.polygon(x - 4.5, y + 2, x + 4.5, y + 2, x + 3.6, y + 6.5, x - 3.6, y + 6.5),
                    Paint.alpha(GLOW, 0.9));
        }
        canvas.fill(Path.ellipse(x - 3.2, y - 4.4, 3.6, 3.9), 0xFFFFFFFF);
        canvas.fill(Path.ellipse(x + 3.2, y + 4.4, 1.6, 1.6), 0xD8FFFFFF);
        canvas.unclip();
    }

    private static void lids(VectorCanvas canvas, PipPose pose, int side, double lid) {
        double tilt = pose.get(PipJoint.LID_TILT) * 6 * side;
        double y = -RY + lid * 2 * RY;
        canvas.clip(Path.ellipse(0, 0.4, RX + 0.3, RY + 0.3));
        if (lid > 0.02) {
            Path edge = new Path().moveTo(-RX - 3, y - tilt).quadTo(0, y - 4 + lid * 8, RX + 3, y + tilt);
            canvas.fill(closed(edge, -RY * 2 - 8), Paint.linear(0, -RY, 0, y + 3, CORAL_DARK, CORAL));
            canvas.stroke(edge, 2.6, LINE);
        }
        canvas.unclip();
        double cheek = pose.get(PipJoint.CHEEK);
        if (cheek > 0.02) {
            double low = RY + 2 - cheek * RY;
            Path edge = new Path().moveTo(-RX + 0.5, low + 3).quadTo(0, low - 5, RX - 0.5, low + 3);
            canvas.fill(closed(edge, RY * 2 + 3), 0xFFF8774C);
            canvas.brush(edge, 3.2, LINE);
        }
    }

    /* The area between a line across the eye and a bow back to its start, past the given height. */
    private static Path closed(Path line, double bow) {
        double[] c = line.contours().get(0);
        Path out = new Path().moveTo(c[0], c[1]);
        for (int i = 2; i < c.length; i += 2) {
            out.lineTo(c[i], c[i + 1]);
        }
        return out.quadTo(0, bow, c[0], c[1]).close();
    }

    private static void brow(VectorCanvas canvas, PipPose pose, int side) {
        double y = -RY - 5.5 - pose.get(PipJoint.BROW);
        double tilt = pose.get(PipJoint.BROW_TILT) * 4 * side;
        canvas.brush(new Path().moveTo(-7, y - tilt + 1.5).quadTo(0, y - 3.5, 7, y + tilt + 1.5), 3.6, BLUE_DEEP);
    }

    /** Paints the beak, which may reach out over a wing. */
    static void beak(VectorCanvas canvas, PipRig rig) {
        double open = rig.pose.get(PipJoint.BEAK);
        double[] tip = rig.head.at(0, -13, 1.42);
        double[] root = rig.head.at(0, -9, 1);
        canvas.fillSoft(Path.ellipse(root[0] + 1, root[1] + 7, 11, 6), Paint.solid(0x70801C28), 4);
        Path lower = mandible(rig, -1, open);
        Path upper = mandible(rig, 1, open);
        canvas.stroke(lower, 5, LINE);
        canvas.stroke(lower, 1.6, GOLD_DARK);
        canvas.fill(lower, Paint.linear(root[0], root[1], tip[0], tip[1] + 6, GOLD_DARK, GOLD_DARK, GOLD));
        if (open > 0.08) {
            Hull mouth = new Hull();
            mouth.add(rig.head.at(-9, -10, 0.98));
            mouth.add(rig.head.at(9, -10, 0.98));
            mouth.add(rig.head.at(0, -12 - 16 * open, 1.2));
            canvas.fill(mouth.path(), MOUTH);
        }
        canvas.stroke(upper, 5, LINE);
        canvas.stroke(upper, 1.6, GOLD);
        canvas.fill(upper, Paint.linear(root[0] - 4, root[1] - 8, tip[0] + 3, tip[1] + 4, GOLD_LIGHT, GOLD, GOLD_DARK));
        double[] shine = rig.head.at(-4, -5, 1.1);
        double[] shineEnd = rig.head.at(-2, -8, 1.24);
        canvas.brush(
                new Path()
                        .moveTo(shine[0], shine[1])
                        .lineTo((shine[0] + shineEnd[0]) / 2, (shine[1] + shineEnd[1]) / 2)
                        .lineTo(shineEnd[0], shineEnd[1]),
                2.4,
                0xE0FFFBE0);
    }

    /* Half a cone, seen as its hull: half 1 is the upper, -1 the lower. */
    private static Path mandible(PipRig rig, int half, double open) {
        Hull hull = new Hull();
        double length = half > 0 ? 0.50 : 0.38;
        double high = half > 0 ? 9 : 6;
        double swing = half > 0 ? open * 6 : -open * 20;
        for (int ring = 0; ring <= 6; ring++) {
            double t = ring / 6.0;
            double size = StrictMath.sqrt(1 - t) * (1 - 0.25 * t);
            for (int i = 0; i <= 8; i++) {
                double angle = StrictMath.PI * i / 8;
                double east = 12.5 * size * StrictMath.cos(angle);
                double north = -9 + half * high * size * StrictMath.sin(angle) - 4 * t * t + swing * t;
                hull.add(rig.head.at(east, north, 0.95 + length * t));
            }
        }
        return hull.path();
    }
}
