package dev.perch.tools.art;

/** Where Pip's parts are in a pose, in body coordinates: origin between the feet, y down, pixels at scale 1. */
final class PipRig {

    /** How far the shoulders are from the middle. */
    private static final double SHOULDER = 49;

    final PipPose pose;
    final Ball head;
    final Ball trunk;
    final Path silhouette;
    final Path mask;
    final double[] tailRoot;

    private final double yawSin;
    private final double yawCos;

    PipRig(PipPose pose) {
        this.pose = pose;
        double yaw = pose.get(PipJoint.BODY_YAW);
        double radians = Affine.radians(yaw);
        yawSin = StrictMath.sin(radians);
        yawCos = StrictMath.cos(radians);
        double[] neck = place(0, -101, 7);
        head = new Ball(
                neck[0] + pose.get(PipJoint.HEAD_X),
                neck[1] + pose.get(PipJoint.HEAD_Y),
                44,
                pose.get(PipJoint.HEAD_YAW),
                pose.get(PipJoint.HEAD_PITCH),
                pose.get(PipJoint.HEAD_ROLL));
        trunk = new Ball(0, -58, 51, yaw, 0, 0);
        double[] chest = place(0, -68, 9);
        double[] rump = place(0, -52, -26);
        silhouette = new Blob(17)
                .add(0, -54, 60, 45)
                .add(chest[0], chest[1], 44, 44)
                .add(rump[0], rump[1], 34, 34)
                .add(head.cx(), head.cy() + 2, 49.5, 44)
                .trace((head.cx() + chest[0]) / 2, (head.cy() + chest[1] * 2) / 3);
        mask = faceMask();
        tailRoot = place(0, -40, -56);
    }

    /** A point of the body, x right, y down, z near, after the body's turn: screen x, screen y, depth. */
    double[] place(double x, double y, double z) {
        return new double[] {x * yawCos + z * yawSin, y, z * yawCos - x * yawSin};
    }

    /** A shoulder: side -1 is the left one, 1 the right one. */
    double[] shoulder(int side) {
        double[] at = place(side * SHOULDER, -75, 2);
        at[0] += pose.get(PipJoint.HEAD_X) * 0.4;
        at[1] += pose.get(PipJoint.HEAD_Y) * 0.7;
        return at;
    }

    /** The map from body coordinates to the cell at scale 1. */
    Affine root() {
        double squash = pose.get(PipJoint.SQUASH);
        double up = pose.get(PipJoint.HOP) + pose.get(PipJoint.LIFT);
        return Affine.translate(96 + pose.get(PipJoint.X), 195 - up)
                .of(Affine.rotate(pose.get(PipJoint.LEAN)))
                .of(Affine.scale(1 + squash * 0.7, 1 - squash));
    }

    private Path faceMask() {
        Blob blob = new Blob(9);
        for (int side = -1; side <= 1; side += 2) {
            double[] lobe = head.at(side * 25, 5, 0.86);
            blob.add(lobe[0], lobe[1], 21 * narrow(lobe[2]), 20);
        }
        double[] chin = head.at(0, -26, 0.8);
        double[] breast = trunk.at(0, 14, 0.8);
        double width = narrow(breast[2] / 0.8);
        blob.add(chin[0], chin[1], 31 * narrow(chin[2]), 20);
        blob.add(breast[0], breast[1], 40 * width, 33);
        return blob.trace((chin[0] + breast[0]) / 2, (chin[1] + breast[1]) / 2);
    }

    /* How much of a patch's width is left when it has turned away; never nothing. */
    private static double narrow(double depth) {
        double width = 0.22 + 0.78 * depth;
        return width < 0.42 ? 0.42 : width > 1 ? 1 : width;
    }
}
