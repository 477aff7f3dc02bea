package dev.perch.bench;

import dev.perch.anim.AnimationDirector;
import dev.perch.anim.PetSituation;
import dev.perch.anim.Track;
import dev.perch.model.FrameRef;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PlaybackPolicy;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The choice of the frame, beside a look into a map with as many answers. */
@State(Scope.Thread)
public class FrameBench {
    private final AnimationDirector director =
            new AnimationDirector(Opened.pip().pet(), PlaybackPolicy.DEFAULT);
    private final PetSituation working = PetSituation.of(PetAnimationState.RUNNING, 0);
    private final Track track = director.choose(working);
    private final Map<Long, FrameRef> answers = new HashMap<>();
    private long now;

    /** Fills the map. */
    public FrameBench() {
        for (long millis = 0; millis < 8000; millis += 8) {
            answers.put(millis, track.frameAt(millis * 1_000_000));
        }
    }

    /** The frame of a track at a time, as each step asks. */
    @Benchmark
    public Object frameAt() {
        return track.frameAt(next() * 1_000_000);
    }

    /** The choice of a track, as each change of the situation asks. */
    @Benchmark
    public Object choose() {
        return director.choose(working);
    }

    /** The partner. */
    @Benchmark
    public Object baselineMap() {
        return answers.get(next());
    }

    private long next() {
        now = (now + 8) % 8000;
        return now;
    }
}
