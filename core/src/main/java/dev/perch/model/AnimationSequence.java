package dev.perch.model;

import java.util.List;

/**
 * Frames with a duration each, and where to go on after the last: what an animation resolver answers.
 *
 * @param frames at least one
 * @param loopStart index of the frame that follows the last, or {@link #HOLD} to keep the last for good
 */
public record AnimationSequence(List<TimedFrame> frames, int loopStart) {
    /** A sequence with this loop start holds its last frame. */
    public static final int HOLD = -1;

    /**
     * A frame for a time.
     *
     * @param frame which picture
     * @param millis at least 1
     */
    public record TimedFrame(FrameRef frame, int millis) {
        /** @throws IllegalArgumentException when the time is not positive */
        public TimedFrame {
            if (millis < 1) {
                throw new IllegalArgumentException(frame + " lasts " + millis + " ms");
            }
        }
    }

    /** @throws IllegalArgumentException when there are no frames, or the loop starts outside them */
    public AnimationSequence {
        frames = List.copyOf(frames);
        if (frames.isEmpty() || loopStart < HOLD || loopStart >= frames.size()) {
            throw new IllegalArgumentException(frames.size() + " frames looping from " + loopStart);
        }
    }

    /** One picture for good: nothing is scheduled. */
    public static AnimationSequence still(FrameRef frame) {
        return new AnimationSequence(List.of(new TimedFrame(frame, 1)), HOLD);
    }

    /** The frames before what follows them, over and over; a sequence that only loops or holds as it is. */
    public AnimationSequence withoutSettling() {
        return loopStart > 0 ? new AnimationSequence(frames.subList(0, loopStart), 0) : this;
    }

    /** The frame on show that many milliseconds after the start. Allocates nothing. */
    public FrameRef frameAt(long elapsedMillis) {
        return frames.get(indexAt(elapsedMillis)).frame();
    }

    /** When the frame on show gives way to the next, in milliseconds after the start; {@link Long#MAX_VALUE}: never. */
    public long changeAfter(long elapsedMillis) {
        long whole = length(0);
        long inPass = elapsedMillis;
        long passStart = 0;
        int first = 0;
        if (elapsedMillis >= whole) {
            if (loopStart == HOLD) {
                return Long.MAX_VALUE;
            }
            first = loopStart;
            long loop = length(loopStart);
            inPass = (elapsedMillis - whole) % loop;
            passStart = elapsedMillis - inPass;
        }
        long end = 0;
        for (int i = first; i < frames.size(); i++) {
            end += frames.get(i).millis();
            if (inPass < end) {
                boolean last = i == frames.size() - 1 && loopStart == HOLD;
                return last ? Long.MAX_VALUE : passStart + end;
            }
        }
        throw new AssertionError("no frame at " + elapsedMillis);
    }

    /** Whether there are frames before the loop, all over that many milliseconds after the start. */
    public boolean settled(long elapsedMillis) {
        return loopStart > 0 && elapsedMillis >= length(0) - length(loopStart);
    }

    private int indexAt(long elapsedMillis) {
        long left = Math.max(0, elapsedMillis);
        int first = 0;
        long whole = length(0);
        if (left >= whole) {
            if (loopStart == HOLD) {
                return frames.size() - 1;
            }
            first = loopStart;
            left = (left - whole) % length(loopStart);
        }
        for (int i = first; i < frames.size(); i++) {
            left -= frames.get(i).millis();
            if (left < 0) {
                return i;
            }
        }
        throw new AssertionError("no frame at " + elapsedMillis);
    }

    private long length(int from) {
        long sum = 0;
        for (int i = from; i < frames.size(); i++) {
            sum += frames.get(i).millis();
        }
        return sum;
    }
}
