package dev.perch.tools.art;

/** One pose: a value for every joint, a prop, and which way round Pip is drawn. Unchangeable. */
public final class PipPose {

    /** Standing, looking straight ahead. */
    public static final PipPose NEUTRAL = neutral();

    private final double[] values;
    private final PipProp prop;
    private final boolean mirrored;

    private PipPose(double[] values, PipProp prop, boolean mirrored) {
        this.values = values;
        this.prop = prop;
        this.mirrored = mirrored;
    }

    /** The value of a joint. */
    public double get(PipJoint joint) {
        return values[joint.ordinal()];
    }

    /** What Pip has with it. */
    public PipProp prop() {
        return prop;
    }

    /** Whether the picture is flipped left to right. */
    public boolean mirrored() {
        return mirrored;
    }

    /** This pose with one joint set. */
    public PipPose with(PipJoint joint, double value) {
        double[] copy = values.clone();
        copy[joint.ordinal()] = value;
        return new PipPose(copy, prop, mirrored);
    }

    /** This pose with a prop. */
    public PipPose with(PipProp other) {
        return new PipPose(values, other, mirrored);
    }

    /** This pose seen in a mirror. */
    public PipPose mirror() {
        return new PipPose(values, prop, !mirrored);
    }

    private static PipPose neutral() {
        double[] rest = new double[PipJoint.values().length];
        for (PipJoint joint : PipJoint.values()) {
            rest[joint.ordinal()] = joint.rest();
        }
        return new PipPose(rest, PipProp.NONE, false);
    }
}
