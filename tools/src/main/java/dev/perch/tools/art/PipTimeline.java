package dev.perch.tools.art;

import static dev.perch.tools.art.PipJoint.*;

/** Pip's acting: every row of the sheet as a dope sheet. */
final class PipTimeline {

    private PipTimeline() {}

    /** The poses of a sheet row, in column order. */
    static PipPose[] row(int row) {
        return switch (row) {
            case 0 -> idle();
            case 1 -> run(false);
            case 2 -> run(true);
            case 3 -> wave();
            case 4 -> jump();
            case 5 -> fail();
            case 6 -> await();
            case 7 -> work();
            case 8 -> review();
            case 9 -> look(0);
            case 10 -> look(180);
            default -> throw new IllegalArgumentException("no row " + row);
        };
    }

    /* Breath in and out, a blink in the two short frames, a glance aside; column 6 is the neutral pose. */
    private static PipPose[] idle() {
        return DopeSheet.of(7, PipPose.NEUTRAL)
                .set(SQUASH, 0, 0.014, 0.026, 0.012, -0.008, -0.016, 0)
                .set(HEAD_Y, 0.5, 1.5, 2.5, 1.0, -1.0, -1.0, 0)
                .set(HEAD_YAW, 2, 2, 4, 9, 12, 7, 0)
                .set(HEAD_ROLL, -1, -1, -1, 1, 3, 1.5, 0)
                .set(GAZE_X, 0, 0, 0.2, 0.55, 0.6, 0.3, 0)
                .set(LID, 0, 0.16, 1, 0, 0, 0, 0)
                .set(BROW, 0, -1, -2, 0, 1.5, 1, 0)
                .set(CREST, 0.6, 0.5, 0.4, 0.55, 0.75, 0.75, 0.6)
                .set(CREST_SWAY, 0, 2, 4, 2, -4, -4, 0)
                .set(TAIL, 0, -3, -5, 0, 7, 5, 0)
                .set(WING_L, -4, -3, -1.5, -2, -4, -5, -4)
                .set(WING_R, -4, -3, -1.5, -2, -4, -5, -4)
                .poses();
    }

    /* A hopping run: two steps, two wing beats; the crest and tail stream behind. */
    private static PipPose[] run(boolean toLeft) {
        PipPose[] frames = DopeSheet.of(8, PipPose.NEUTRAL)
                .set(BODY_YAW, 54)
                .set(HEAD_YAW, 50, 46, 46, 48, 50, 46, 46, 48)
                .set(HEAD_PITCH, 3, 0, 3, 6, 3, 0, 3, 6)
                .set(HEAD_X, 5)
                .set(HEAD_Y, 1, 4, 1, -2, 1, 4, 1, -2)
                .set(LEAN, 5, 8, 5, 2, 5, 8, 5, 2)
                .set(X, 8)
                .set(HOP, 4, 0, 3, 8, 4, 0, 3, 8)
                .set(LIFT, 8, 7, 9, 9, 8, 7, 9, 9)
                .set(SQUASH, -0.01, 0.08, -0.02, -0.05, -0.01, 0.08, -0.02, -0.05)
                .set(GAZE_X, 0.5)
                .set(BEAK, 0.5, 0.35, 0.5, 0.6, 0.5, 0.35, 0.5, 0.6)
                .set(BROW, 2, 1, 2, 3, 2, 1, 2, 3)
                .set(CREST, 0.9, 0.5, 0.6, 0.8, 0.9, 0.5, 0.6, 0.8)
                .set(CREST_SWAY, 8, -8, -14, -6, 8, -8, -14, -6)
                .set(WING_L, 88, 118, 84, 48, 88, 118, 84, 48)
                .set(FAN_L, 0.6, 0.9, 0.7, 0.4, 0.6, 0.9, 0.7, 0.4)
                .set(BEND_L, -24, 0, 26, 18, -24, 0, 26, 18)
                .set(REACH_L, 0.92)
                .set(TAIL, 2, -8, 4, 12, 2, -8, 4, 12)
                .set(FOOT_L_X, -19, -7, 16, 36, 41, 34, 16, -12)
                .set(FOOT_L_Y, 10, 12, 9, 3, 1, 0, 0, 4)
                .set(FOOT_L_TILT, 60, 30, 0, -20, -15, 0, 10, 50)
                .set(FOOT_R_X, 19, 12, -6, -34, -41, -29, -6, 14)
                .set(FOOT_R_Y, 1, 0, 0, 4, 10, 12, 9, 3)
                .set(FOOT_R_TILT, -15, 0, 10, 50, 60, 30, 0, -20)
                .poses();
        if (toLeft) {
            for (int i = 0; i < frames.length; i++) {
                frames[i] = frames[i].mirror();
            }
        }
        return frames;
    }

    /* A broad wave with the left wing; the body swings against it. */
    private static PipPose[] wave() {
        return DopeSheet.of(4, PipPose.NEUTRAL)
                .set(X, 9)
                .set(LEAN, 3, 5, 3, 1)
                .set(SQUASH, 0, -0.03, 0, 0.02)
                .set(HEAD_X, 3)
                .set(HEAD_YAW, -4)
                .set(HEAD_ROLL, 5, 9, 6, 3)
                .set(HEAD_Y, 0, -2, 0, 1)
                .set(HAPPY, 0, 1, 1, 0)
                .set(CHEEK, 0.25, 0, 0, 0.25)
                .set(BEAK, 0.7, 1, 0.9, 0.6)
                .set(BROW, 4, 4, 3, 3)
                .set(CREST, 0.9, 1, 0.9, 0.7)
                .set(CREST_SWAY, 4, -6, -8, 6)
                .set(WING_L, 120, 137, 119, 103)
                .set(BEND_L, 16, 4, -22, -8)
                .set(FAN_L, 0.75, 0.9, 1, 0.85)
                .set(REACH_L, 1)
                .set(WING_R, 2, 7, 4, 0)
                .set(TAIL, 0, 10, 4, -6)
                .poses();
    }

    /* Crouch, launch, top of the arc, fall, landing. */
    private static PipPose[] jump() {
        return DopeSheet.of(5, PipPose.NEUTRAL)
                .set(BODY_YAW, 8)
                .set(HOP, 0, 7, 30, 17, 0)
                .set(LIFT, 0, 4, 0, 0, 0)
                .set(SQUASH, 0.21, -0.10, 0.06, -0.05, 0.18)
                .set(HEAD_Y, 4, -3, 0, 3, 6)
                .set(HEAD_PITCH, 12, 14, 4, -8, -10)
                .set(GAZE_Y, -0.9, -0.6, 0, 0.5, 0.4)
                .set(LID, 0, 0, 0, 0, 1)
                .set(HAPPY, 0, 0, 1, 0, 0)
                .set(BEAK, 0.35, 0.5, 1, 0.7, 0.2)
                .set(BROW, 3, 4, 4, 4, 0)
                .set(BROW_TILT, 0, 0, 0, 0.3, 0.2)
                .set(CREST, -0.3, 0.1, 0.8, 1, 0.2)
                .set(CREST_SWAY, 0, 0, 4, -3, 6)
                .set(WING_L, 13, 12, 114, 148, 17)
                .set(WING_R, 13, 12, 114, 148, 17)
                .set(FAN_L, 0.3, 0.2, 0.9, 0.8, 0.35)
                .set(FAN_R, 0.3, 0.2, 0.9, 0.8, 0.35)
                .set(BEND_L, -12, 20, 10, 22, -12)
                .set(BEND_R, -12, 20, 10, 22, -12)
                .set(REACH_L, 0.78, 1, 0.84, 0.9, 0.68)
                .set(REACH_R, 0.78, 1, 0.84, 0.9, 0.68)
                .set(TAIL, 20, -20, 0, 22, 10)
                .set(TAIL_FAN, 0.3, 0, 1, 0.6, 0.3)
                .set(FOOT_L_X, -5, 0, -2, -4, -6)
                .set(FOOT_R_X, 5, 0, 2, 4, 6)
                .set(FOOT_L_Y, 0, -5, 6, 0, 0)
                .set(FOOT_R_Y, 0, -5, 6, 0, 0)
                .poses();
    }

    /* Slumped under a cloud; a tear runs, a feather sinks, the head sways with a sigh. */
    private static PipPose[] fail() {
        return DopeSheet.of(8, PipPose.NEUTRAL.with(PipProp.CLOUD))
                .set(SQUASH, 0.15, 0.16, 0.175, 0.185, 0.185, 0.175, 0.16, 0.15)
                .set(HEAD_X, -3, -5, -6, -6, -5, -3, -2, -2)
                .set(HEAD_Y, 10, 11, 12, 13, 13, 12, 11, 10)
                .set(HEAD_PITCH, -12, -13, -15, -17, -17, -15, -13, -12)
                .set(HEAD_ROLL, -7, -9, -11, -12, -11, -9, -7, -6)
                .set(HEAD_YAW, -6, -8, -10, -11, -10, -8, -6, -5)
                .set(GAZE_X, -0.2)
                .set(GAZE_Y, 0.7, 0.75, 0.8, 0.85, 0.85, 0.8, 0.75, 0.7)
                .set(LID, 0.36, 0.4, 0.48, 0.58, 0.95, 0.5, 0.4, 0.36)
                .set(LID_TILT, 1)
                .set(BROW, 3, 3, 2, 2, 1, 2, 3, 3)
                .set(BROW_TILT, 1.1)
                .set(CREST, -0.8, -0.85, -0.95, -1, -1, -0.95, -0.85, -0.8)
                .set(CREST_SWAY, -2, -5, -7, -7, -4, 0, 2, 1)
                .set(WING_L, 3, 3, 4, 4, 5, 4, 4, 3)
                .set(WING_R, 3, 3, 4, 4, 5, 4, 4, 3)
                .set(BEND_L, -6, -6, -4, -3, -3, -4, -5, -6)
                .set(BEND_R, -6, -6, -4, -3, -3, -4, -5, -6)
                .set(REACH_L, 1.05)
                .set(REACH_R, 1.05)
                .set(TAIL, -26, -27, -28, -29, -30, -29, -28, -27)
                .set(TAIL_FAN, 0)
                .set(PROP_X, 0, 1, 2, 2, 1, 0, -1, -1)
                .set(EFFECT, 0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875)
                .poses();
    }

    /* Rings a bell at the viewer, head cocked, one foot tapping. */
    private static PipPose[] await() {
        return DopeSheet.of(6, PipPose.NEUTRAL.with(PipProp.BELL))
                .set(X, -19)
                .set(BODY_YAW, 4)
                .set(LEAN, -2, -1, -2, -3, -2, -2)
                .set(SQUASH, -0.01, 0.02, -0.01, 0.015, 0, 0.01)
                .set(HEAD_ROLL, -9, -8, -9, -11, -12, -10)
                .set(HEAD_YAW, 3, 3, 4, 5, 5, 4)
                .set(HEAD_PITCH, 3)
                .set(EYE, 1.07)
                .set(LID, 0, 0, 0, 0, 0.95, 0)
                .set(BROW, 4, 5, 4, 5, 2, 4)
                .set(BROW_TILT, 0.5)
                .set(BEAK, 0.25, 0.45, 0.25, 0.45, 0.1, 0.15)
                .set(CREST, 1, 0.9, 1, 0.9, 0.8, 0.9)
                .set(CREST_SWAY, 0, -4, 3, -3, 2, 2)
                .set(WING_R, 113, 104, 114, 105, 110, 111)
                .set(BEND_R, 4, -4, 6, -4, 2, 3)
                .set(FAN_R, 0.1)
                .set(REACH_R, 0.72)
                .set(WING_L, -3, -1, -3, -1, -3, -3)
                .set(TAIL, 4, -2, 5, -2, 2, 4)
                .set(FOOT_L_TILT, -28, 0, -28, 0, 0, -14)
                .set(FOOT_L_Y, 2, 0, 2, 0, 0, 1)
                .set(PROP_TURN, -16, 18, -14, 16, 3, -8)
                .set(PROP_ACT, 1, 0.8, 1, 0.8, 0.35, 0.6)
                .poses();
    }

    /* Typing at a laptop: wings strike in turn, eyes run along the line on the screen. */
    private static PipPose[] work() {
        return DopeSheet.of(6, PipPose.NEUTRAL.with(PipProp.LAPTOP))
                .set(BODY_YAW, 3, -2, 3, -3, 2, -2)
                .set(LIFT, 7)
                .set(SQUASH, 0.02, 0.035, 0.02, 0.035, 0.015, 0.03)
                .set(HEAD_PITCH, -18, -20, -18, -21, -18, -20)
                .set(HEAD_Y, 4, 6, 4, 6.5, 4, 5.5)
                .set(HEAD_YAW, -8, -4, 0, 4, 8, 0)
                .set(HEAD_ROLL, -3, 1, -2, 2, -1, 1)
                .set(GAZE_X, -0.5, -0.3, -0.05, 0.2, 0.5, 0)
                .set(GAZE_Y, 1)
                .set(LID, 0.14, 0.14, 0.16, 0.14, 0.18, 1)
                .set(LID_TILT, 0)
                .set(BROW, 1, 0, 1, -0.5, 1, 0)
                .set(BROW_TILT, 0.05)
                .set(CREST, 0.7, 0.6, 0.75, 0.6, 0.75, 0.6)
                .set(CREST_SWAY, 4, -3, 4, -4, 3, -4)
                .set(WING_L, -14, 12, -12, 14, -14, 9)
                .set(WING_R, 14, -14, 12, -12, 13, -13)
                .set(BEND_L, 26, -20, 26, -22, 26, -16)
                .set(BEND_R, -22, 26, -20, 26, -22, 26)
                .set(FAN_L, 0.15)
                .set(FAN_R, 0.15)
                .set(TAIL, 6, 0, 6, 0, 6, 0)
                .set(PROP_ACT, 1, 0.85, 1, 0.9, 1, 0.8)
                .set(PROP_Y, 0, 0.6, 0, 0.7, 0, 0.5)
                .poses();
    }

    /* Holds up a finished page, chest out, and winks. */
    private static PipPose[] review() {
        return DopeSheet.of(6, PipPose.NEUTRAL.with(PipProp.PAPER))
                .set(BODY_YAW, 0)
                .set(SQUASH, -0.01, 0.03, -0.035, -0.02, 0.01, 0)
                .set(HEAD_PITCH, 6, 3, 9, 9, 7, 6)
                .set(HEAD_ROLL, 4, 2, 5, 8, 7, 5)
                .set(HEAD_Y, -2, 1, -4, -3, -1, -2)
                .set(CHEEK, 0.3, 0.3, 0.35, 0.4, 0.35, 0.3)
                .set(WINK, 0, 0, 0, 1, 1, 0)
                .set(BEAK, 0.45, 0.2, 0.6, 0.8, 0.6, 0.45)
                .set(BROW, 3, 2, 5, 5, 4, 3)
                .set(CREST, 0.9, 0.6, 1, 1, 0.9, 0.9)
                .set(CREST_SWAY, 0, 4, -4, -5, 2, 2)
                .set(WING_L, -24, -20, -28, -26, -24, -24)
                .set(WING_R, -24, -20, -28, -26, -24, -24)
                .set(BEND_L, 8, 2, 12, 8, 8, 8)
                .set(BEND_R, 8, 2, 12, 8, 8, 8)
                .set(TAIL, 0, -6, 8, 4, 0, -2)
                .set(TAIL_FAN, 0.4, 0.3, 0.8, 0.6, 0.4, 0.4)
                .set(PROP_Y, 0, 3, -5, -3, -1, 0)
                .set(PROP_TURN, -4, -2, -5, -6, -5, -4)
                .set(PROP_ACT, 0.6, 0.2, 1, 0.9, 0.5, 0.35)
                .poses();
    }

    /* Eight held looks, each 22.5 degrees on: head, eyes and a slight lean go towards the direction. */
    private static PipPose[] look(double from) {
        PipPose[] frames = new PipPose[8];
        for (int i = 0; i < frames.length; i++) {
            double angle = Affine.radians(from + i * 22.5);
            double right = StrictMath.sin(angle);
            double up = StrictMath.cos(angle);
            frames[i] = PipPose.NEUTRAL
                    .with(BODY_YAW, 6 + 7 * right)
                    .with(LEAN, 3.5 * right)
                    .with(SQUASH, -0.025 * up)
                    .with(HEAD_YAW, 35 * right)
                    .with(HEAD_PITCH, up > 0 ? 26 * up : 20 * up)
                    .with(HEAD_X, 6 * right)
                    .with(HEAD_Y, up > 0 ? -3 * up : -5 * up)
                    .with(GAZE_X, 0.9 * right)
                    .with(GAZE_Y, -0.85 * up)
                    .with(BROW, 2 + 2.5 * up)
                    .with(BROW_TILT, 0.35)
                    .with(LID, up < 0 ? -0.12 * up : 0)
                    .with(CREST, 0.65 + 0.2 * up)
                    .with(WING_L, (up < 0 ? -3 - 4 * up : -3) + 4 * right)
                    .with(WING_R, (up < 0 ? -3 - 4 * up : -3) - 4 * right)
                    .with(TAIL, -6 * up + 6 * right);
        }
        return frames;
    }
}
