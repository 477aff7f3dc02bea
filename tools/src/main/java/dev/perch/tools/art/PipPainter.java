package dev.perch.tools.art;

/** Paints one pose of Pip into a cell, part by part from back to front. */
final class PipPainter {

    /* The drawing's size in the cell, about the point between the feet; leaves room for wings and jumps. */
    private static final double SIZE = 0.97;

    private PipPainter() {}

    static Cell paint(PipPose pose, int scale) {
        VectorCanvas canvas = new VectorCanvas(SheetComposer.CELL_WIDTH * scale, SheetComposer.CELL_HEIGHT * scale);
        canvas.transform(Affine.scale(scale, scale));
        if (pose.mirrored()) {
            canvas.transform(new Affine(-1, 0, 0, 1, SheetComposer.CELL_WIDTH, 0));
        }
        canvas.transform(new Affine(SIZE, 0, 0, SIZE, 96 * (1 - SIZE), 196 * (1 - SIZE)));
        PipRig rig = new PipRig(pose);
        PipFeet.shadow(canvas, rig);
        canvas.layer();
        bird(canvas, rig);
        canvas.layWithRim(PipPalette.RIM, 0.9);
        return canvas.toCell();
    }

    private static void bird(VectorCanvas canvas, PipRig rig) {
        PipWing left = new PipWing(rig, -1);
        PipWing right = new PipWing(rig, 1);
        PipProps props = new PipProps(canvas, rig, right);
        boolean crestInFront = PipPlumes.inFront(rig);
        Affine root = rig.root();
        props.behind();
        canvas.transform(root);
        PipPlumes.tail(canvas, rig);
        if (left.behind()) {
            left.paint(canvas);
        }
        if (right.behind()) {
            right.paint(canvas);
        }
        if (!crestInFront) {
            PipPlumes.crest(canvas, rig);
        }
        canvas.restore();
        PipFeet.paint(canvas, rig);
        canvas.transform(root);
        PipBody.paint(canvas, rig);
        if (crestInFront) {
            PipPlumes.crest(canvas, rig);
        }
        props.glow();
        PipFace.eyes(canvas, rig);
        boolean wingsLow = rig.pose.get(PipJoint.WING_L) < 60 && rig.pose.get(PipJoint.WING_R) < 60;
        if (!wingsLow) {
            PipFace.beak(canvas, rig);
        }
        props.beforeWings();
        if (!left.behind()) {
            left.paint(canvas);
        }
        if (!right.behind()) {
            right.paint(canvas);
        }
        if (wingsLow) {
            PipFace.beak(canvas, rig);
        }
        props.held();
        canvas.restore();
        props.front();
    }
}
