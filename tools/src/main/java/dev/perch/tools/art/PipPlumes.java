package dev.perch.tools.art;

import static dev.perch.tools.art.PipPalette.*;

/** Paints the tail and the crest. */
final class PipPlumes {

    private PipPlumes() {}

    /** Paints the fanned tail. */
    static void tail(VectorCanvas canvas, PipRig rig) {
        double[] root = rig.tailRoot;
        double[] tip = rig.place(0, -26, -106);
        double dx = tip[0] - root[0];
        double length = 60 - 0.22 * (dx < 0 ? -dx : dx);
        double base = dx < 0 ? 90 + rig.pose.get(PipJoint.TAIL) : -90 - rig.pose.get(PipJoint.TAIL);
        double fan = 9 + 22 * rig.pose.get(PipJoint.TAIL_FAN);
        Path[] feathers = new Path[3];
        Path all = new Path();
        int[] order = {-1, 1, 0};
        for (int k = 0; k < 3; k++) {
            int i = order[k];
            double a = Affine.radians(base + i * fan);
            double ex = root[0] - StrictMath.sin(a) * length * (i == 0 ? 1.06 : 1);
            double ey = root[1] + StrictMath.cos(a) * length;
            double bend = Affine.radians(base + i * fan * 0.5 - 12);
            feathers[k] = Path.feather(
                    root[0],
                    root[1],
                    root[0] - StrictMath.sin(bend) * length * 0.55,
                    root[1] + StrictMath.cos(bend) * length * 0.55,
                    ex,
                    ey,
                    17);
            all.append(feathers[k]);
        }
        canvas.stroke(all, 4.8, LINE);
        double a = Affine.radians(base);
        for (Path f : feathers) {
            canvas.stroke(f, 1.6, LINE);
            canvas.fill(
                    f,
                    Paint.linear(
                            root[0],
                            root[1],
                            root[0] - StrictMath.sin(a) * length,
                            root[1] + StrictMath.cos(a) * length,
                            BLUE_DARK,
                            BLUE_DARK,
                            BLUE,
                            BLUE_LIGHT));
        }
    }

    /** Paints the crest: three plumes that sweep back over the crown and curl at their tips. */
    static void crest(VectorCanvas canvas, PipRig rig) {
        double up = rig.pose.get(PipJoint.CREST);
        double sway = rig.pose.get(PipJoint.CREST_SWAY)
                + rig.pose.get(PipJoint.HEAD_ROLL)
                - rig.pose.get(PipJoint.HEAD_YAW) * 0.5
                - 12;
        double[] lengths = {23, 36, 28};
        Path all = new Path();
        Path[] plumes = new Path[3];
        int[] order = {0, 2, 1};
        for (int k = 0; k < 3; k++) {
            int i = order[k];
            double[] root = rig.head.at((i - 1) * 60, 80, 0.92);
            double lean = sway + (i - 1) * (24 + 10 * (1 - up)) - 34 * (1 - up);
            double length = lengths[i] * (0.82 + 0.18 * (up < 0 ? 0 : up));
            double a = Affine.radians(lean);
            double b = Affine.radians(lean - 38);
            double midX = root[0] + StrictMath.sin(a) * length * 0.62;
            double midY = root[1] + 5 - StrictMath.cos(a) * length * 0.62;
            plumes[k] = Path.feather(
                    root[0],
                    root[1] + 5,
                    midX,
                    midY,
                    midX + StrictMath.sin(b) * length * 0.5,
                    midY - StrictMath.cos(b) * length * 0.5,
                    i == 1 ? 12 : 10.5);
            all.append(plumes[k]);
        }
        canvas.stroke(all, 4.8, LINE);
        for (Path plume : plumes) {
            canvas.stroke(plume, 1.4, BLUE_DEEP);
            double y = rig.head.cy() - 40;
            canvas.fill(plume, Paint.linear(rig.head.cx(), y + 6, rig.head.cx(), y - 22, BLUE, BLUE, BLUE_LIGHT, SKY));
        }
        if (inFront(rig)) {
            double[] root = rig.head.at(0, 80, 0.93);
            canvas.fillSoft(Path.ellipse(root[0], root[1] + 7, 15, 6), Paint.solid(0xFF4A92E0), 5);
        }
    }

    /** Whether the head is bowed so far that the crest is in front of it. */
    static boolean inFront(PipRig rig) {
        return rig.pose.get(PipJoint.HEAD_PITCH) < -6;
    }
}
