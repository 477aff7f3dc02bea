package dev.perch.tools.art;

/** Everything about Pip that a pose can move. Lengths are pixels at scale 1, angles degrees. */
public enum PipJoint {
    /** Whole bird to the right. */
    X(0),
    /** Whole bird, feet too, off the ground. */
    HOP(0),
    /** Body up from the feet. */
    LIFT(0),
    /** Body tipped clockwise about the feet. */
    LEAN(0),
    /** Body flattened (positive) or stretched (negative), volume kept. */
    SQUASH(0),
    /** Body turned to the right. */
    BODY_YAW(12),
    /** Head turned to the right; 0 faces the viewer however the body is turned. */
    HEAD_YAW(0),
    /** Head up. */
    HEAD_PITCH(0),
    /** Head tipped clockwise. */
    HEAD_ROLL(0),
    /** Head to the right. */
    HEAD_X(0),
    /** Head down. */
    HEAD_Y(0),
    /** Eyes to the right, -1 to 1. */
    GAZE_X(0),
    /** Eyes down, -1 to 1. */
    GAZE_Y(0),
    /** Upper lids: 0 open, 1 shut. */
    LID(0),
    /** Upper lids slanting: positive sad, negative stern. */
    LID_TILT(0),
    /** Lower lids pushed up by a smile: 0 none, 1 shut. */
    CHEEK(0),
    /** 1: eyes shut in a happy arc. */
    HAPPY(0),
    /** 1: right eye shut in a wink. */
    WINK(0),
    /** Size of the whole eyes. */
    EYE(1),
    /** Size of the pupils. */
    PUPIL(1),
    /** Brows up. */
    BROW(0),
    /** Brows slanting: positive worried, negative stern. */
    BROW_TILT(0),
    /** Beak open, 0 to 1. */
    BEAK(0),
    /** Crest raised, 0 flat to 1 up; negative droops. */
    CREST(0.6),
    /** Crest swung to the right. */
    CREST_SWAY(0),
    /** Left wing away from the body: 0 down, 90 sideways, 180 up. */
    WING_L(-4),
    /** Right wing away from the body. */
    WING_R(-4),
    /** Left wing's feathers: 0 folded, 1 spread. */
    FAN_L(0),
    /** Right wing's feathers. */
    FAN_R(0),
    /** Left wing's tip lagging: positive curls it down and in. */
    BEND_L(12),
    /** Right wing's tip lagging. */
    BEND_R(12),
    /** Left wing: how far it reaches, 1 at rest. */
    REACH_L(1),
    /** Right wing: how far it reaches. */
    REACH_R(1),
    /** Tail raised. */
    TAIL(0),
    /** Tail spread, 0 to 1. */
    TAIL_FAN(0.25),
    /** Left foot to the right. */
    FOOT_L_X(0),
    /** Left foot up. */
    FOOT_L_Y(0),
    /** Left foot's toes tipped down. */
    FOOT_L_TILT(0),
    /** Right foot to the right. */
    FOOT_R_X(0),
    /** Right foot up. */
    FOOT_R_Y(0),
    /** Right foot's toes tipped down. */
    FOOT_R_TILT(0),
    /** The prop to the right. */
    PROP_X(0),
    /** The prop down. */
    PROP_Y(0),
    /** The prop tipped clockwise. */
    PROP_TURN(0),
    /** How strongly the prop acts: glow, ring, sparkle; 0 to 1. */
    PROP_ACT(0),
    /** Where a repeating effect is on its way (rain, falling feather, sparkle), 0 to 1. */
    EFFECT(0);

    private final double rest;

    PipJoint(double rest) {
        this.rest = rest;
    }

    /** The value in the neutral pose. */
    public double rest() {
        return rest;
    }
}
