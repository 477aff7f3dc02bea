package dev.perch.tools.art;

import static dev.perch.tools.art.PipPalette.*;

/** Paints legs and feet, which stay on the ground while the body squashes and leans above them. */
final class PipFeet {

    private PipFeet() {}

    /** Paints both feet in cell coordinates. */
    static void paint(VectorCanvas canvas, PipRig rig) {
        PipPose p = rig.pose;
        foot(canvas, rig, -1, p.get(PipJoint.FOOT_L_X), p.get(PipJoint.FOOT_L_Y), p.get(PipJoint.FOOT_L_TILT));
        foot(canvas, rig, 1, p.get(PipJoint.FOOT_R_X), p.get(PipJoint.FOOT_R_Y), p.get(PipJoint.FOOT_R_TILT));
    }

    private static void foot(VectorCanvas canvas, PipRig rig, int side, double dx, double up, double tilt) {
        double[] at = rig.place(side * 19, 0, 8);
        Affine root = rig.root();
        double hipX = root.x(at[0], -18);
        double hipY = root.y(at[0], -18);
        double x = 96 + rig.pose.get(PipJoint.X) + at[0] + dx;
        double y = 190 - rig.pose.get(PipJoint.HOP) - up;
        Path leg = new Path().moveTo(hipX, hipY).quadTo(hipX * 0.35 + x * 0.65, (hipY + y) / 2, x, y);
        Path toes = new Path();
        double yaw = rig.pose.get(PipJoint.BODY_YAW) + side * 10;
        for (int i = -1; i <= 2; i++) {
            double a = Affine.radians(i == 2 ? yaw + 180 : yaw + i * 38);
            double length = i == 2 ? 6 : 13;
            double tx = StrictMath.sin(a) * length;
            double ty = StrictMath.cos(a) * length * 0.36;
            double r = Affine.radians(tilt);
            double flat = tx * StrictMath.cos(r);
            double drop = ty + tx * StrictMath.sin(r) + StrictMath.sin(r) * 3;
            toes.moveTo(x, y).lineTo(x + flat, y + drop);
        }
        canvas.stroke(leg, 8, LINE);
        canvas.stroke(toes, 9.4, LINE);
        canvas.stroke(leg, 4, GOLD_DARK);
        canvas.fill(Stroke.even(toes, 5.2), Paint.linear(x, y - 4, x, y + 7, GOLD_LIGHT, GOLD, GOLD_DARK));
    }

    /** Paints the soft shadow on the ground. */
    static void shadow(VectorCanvas canvas, PipRig rig) {
        double high = rig.pose.get(PipJoint.HOP) + 0.3 * rig.pose.get(PipJoint.LIFT);
        double near = 1 / (1 + high * 0.03);
        double wide = 46 * (0.5 + 0.5 * near) * (1 + 0.5 * rig.pose.get(PipJoint.SQUASH));
        double x = 96 + rig.pose.get(PipJoint.X);
        canvas.fillSoft(Path.ellipse(x, 196, wide, 2.6), Paint.solid(Paint.alpha(0xFF1A1030, 0.5 * near)), 3.5);
    }
}
