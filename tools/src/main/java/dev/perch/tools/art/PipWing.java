package dev.perch.tools.art;

import static dev.perch.tools.art.PipPalette.*;

/** Paints one wing: long feathers, shorter ones over them, and a rounded shoulder. */
final class PipWing {

    private static final int QUILLS = 5;
    private static final double LENGTH = 51;

    private final PipRig rig;
    private final int side;
    private final double angle;
    private final double fan;
    private final double bend;
    private final double reach;

    /** The wing on one side: -1 left, 1 right. */
    PipWing(PipRig rig, int side) {
        this.rig = rig;
        this.side = side;
        PipPose pose = rig.pose;
        boolean left = side < 0;
        angle = pose.get(left ? PipJoint.WING_L : PipJoint.WING_R);
        fan = pose.get(left ? PipJoint.FAN_L : PipJoint.FAN_R);
        bend = pose.get(left ? PipJoint.BEND_L : PipJoint.BEND_R);
        reach = pose.get(left ? PipJoint.REACH_L : PipJoint.REACH_R);
    }

    /** Whether the body is in front of this wing. */
    boolean behind() {
        return rig.shoulder(side)[2] < -20;
    }

    /** Where something held in this wing is, and the way the wing points: x, y, degrees. */
    double[] grip() {
        Affine map = map();
        double[] tip = quill(1, 0.86);
        return new double[] {map.x(tip[4], tip[5]), map.y(tip[4], tip[5]), side > 0 ? -angle : angle};
    }

    void paint(VectorCanvas canvas) {
        Path shoulder = shoulder();
        Path all = new Path();
        for (int i = 0; i < QUILLS; i++) {
            all.append(feather(i, 1));
        }
        if (!behind()) {
            canvas.clip(rig.silhouette);
            canvas.fillSoft(all.under(map()).under(Affine.translate(1, 4)), Paint.solid(0x702A1458), 5);
            canvas.unclip();
        }
        canvas.transform(map());
        canvas.stroke(all, 4.8, LINE);
        canvas.stroke(shoulder, 4.8, LINE);
        for (int i = QUILLS - 1; i >= 0; i--) {
            Path f = feather(i, 1);
            canvas.stroke(f, 1.6, LINE);
            canvas.fill(f, Paint.linear(0, 14, 0, 52, BLUE, BLUE_DARK, BLUE_DEEP));
        }
        for (int i = QUILLS - 1; i >= 0; i--) {
            Path f = feather(i, 0.66);
            canvas.stroke(f, 1.6, BLUE_DEEP);
            canvas.fill(f, Paint.linear(0, 12, 0, 37, BLUE, BLUE, BLUE_LIGHT, SKY));
        }
        canvas.fill(shoulder, Paint.radial(-6, -4, 34, BLUE_LIGHT, BLUE, BLUE));
        canvas.fillSoft(Path.ellipse(-5, -1, 4, 6), Paint.solid(Paint.alpha(SKY, 0.7)), 4);
        canvas.restore();
    }

    /* The upper arm: a soft drop that hides the feathers' roots. */
    private Path shoulder() {
        double wide = 13 + 2 * fan;
        double low = 22 * reach;
        return Path.smooth(
                0, -8, 9, -4, wide, 8, wide * 0.75, low * 0.8, 0, low + 2, -wide * 0.75, low * 0.8, -wide, 8, -9, -4);
    }

    private Path feather(int i, double part) {
        double[] q = quill(i, part);
        return Path.feather(q[0], q[1], q[2], q[3], q[4], q[5], 12.5);
    }

    /* Root, control point and tip of a quill; 0 is the leading, outermost one. */
    private double[] quill(double i, double part) {
        double across = i / (QUILLS - 1) - 0.5;
        double spread = across * (6 + 58 * fan);
        double length = LENGTH * reach * part * (1 - (0.44 - 0.16 * fan) * (across + 0.5));
        double r = Affine.radians(spread);
        double rb = Affine.radians(spread + bend * part);
        double rootX = across * (17 - 3 * fan);
        double midX = rootX + StrictMath.sin(r) * length * 0.5;
        double midY = 4 + StrictMath.cos(r) * length * 0.5;
        return new double[] {
            rootX, 2, midX, midY, midX + StrictMath.sin(rb) * length * 0.5, midY + StrictMath.cos(rb) * length * 0.5
        };
    }

    /* Local y runs along the wing, local x of the left wing away from the body. */
    private Affine map() {
        double[] at = rig.shoulder(side);
        return Affine.translate(at[0], at[1])
                .of(Affine.scale(side > 0 ? -1 : 1, 1))
                .of(Affine.rotate(angle));
    }
}
