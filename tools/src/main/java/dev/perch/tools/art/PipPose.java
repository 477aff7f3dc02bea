package dev.perch.tools.art;

import java.util.EnumMap;
import java.util.Map;

/** One pose: a value for every joint, a prop, and which way round Pip is drawn. Unchangeable. */
public final class PipPose {

    /** Standing, looking straight ahead. */
    public static final PipPose NEUTRAL = new PipPose(Map.of(), PipProp.NONE, false);

    private final Map<PipJoint, Double> values;
    private final PipProp prop;
    private final boolean mirrored;

    private PipPose(Map<PipJoint, Double> values, PipProp prop, boolean mirrored) {
        this.values = values;
        this.prop = prop;
        this.mirrored = mirrored;
    }

    /** The value of a joint. */
    public double get(PipJoint joint) {
        return values.getOrDefault(joint, joint.rest());
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
        Map<PipJoint, Double> copy = new EnumMap<>(PipJoint.class);
        copy.putAll(values);
        copy.put(joint, value);
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
}
