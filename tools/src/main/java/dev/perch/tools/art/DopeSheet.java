package dev.perch.tools.art;

import java.util.Arrays;

/** An animator's dope sheet for one row: a line per joint, a value per frame. */
final class DopeSheet {

    private final PipPose[] frames;

    private DopeSheet(PipPose[] frames) {
        this.frames = frames;
    }

    /** A sheet in which every frame starts as the same pose. */
    static DopeSheet of(int frames, PipPose start) {
        PipPose[] all = new PipPose[frames];
        Arrays.fill(all, start);
        return new DopeSheet(all);
    }

    /** Sets a joint frame by frame; a single value holds for all frames. */
    DopeSheet set(PipJoint joint, double... values) {
        if (values.length != 1 && values.length != frames.length) {
            throw new IllegalArgumentException(joint + " needs 1 or " + frames.length + " values");
        }
        for (int i = 0; i < frames.length; i++) {
            frames[i] = frames[i].with(joint, values[values.length == 1 ? 0 : i]);
        }
        return this;
    }

    /** The finished poses, in frame order. */
    PipPose[] poses() {
        return frames.clone();
    }
}
