package dev.example.pomodoro;

import dev.perch.api.AnimationResolver;
import dev.perch.api.PetHostApi;
import dev.perch.api.PetPlugin;
import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import dev.perch.model.AnimationSequence;
import dev.perch.model.AnimationSequence.TimedFrame;
import dev.perch.model.FrameRef;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Work for 25 minutes, rest for 5: {@code perch run --source pomodoro}, or {@code --source pomodoro:50} for longer. */
public final class PomodoroPlugin implements PetPlugin {
    @Override
    public String id() {
        return "pomodoro";
    }

    @Override
    public String displayName() {
        return "Pomodoro timer";
    }

    @Override
    public void setup(PetHostApi host) {
        host.registerSnapshotSourceFactory(new Factory());
        host.registerAnimationResolver(new Dance());
    }

    private record Factory() implements RuntimeSnapshotSourceFactory {
        @Override
        public String id() {
            return "pomodoro";
        }

        @Override
        public String displayName() {
            return "a timer of work and rest";
        }

        @Override
        public RuntimeSnapshotSource create(Map<String, Object> options) {
            String minutes = String.valueOf(options.getOrDefault("target", "25"));
            if (!minutes.matches("[1-9][0-9]{0,2}")) {
                throw new IllegalArgumentException("give the minutes of work, such as pomodoro:25.");
            }
            return new Timer(Duration.ofMinutes(Integer.parseInt(minutes)));
        }
    }

    private record Timer(Duration work) implements RuntimeSnapshotSource {
        @Override
        public String id() {
            return "pomodoro";
        }

        @Override
        public String displayName() {
            return "pomodoro timer";
        }

        @Override
        public void start(RuntimeSnapshotEmitter emit) throws InterruptedException {
            while (true) {
                emit.emit(RuntimeSnapshot.of(PetAnimationState.RUNNING, "Focus for " + work.toMinutes() + " min"));
                Thread.sleep(work.toMillis());
                emit.emit(RuntimeSnapshot.of(new PetAnimationState("celebrating"), "Time for a break"));
                Thread.sleep(Duration.ofMinutes(5).toMillis());
            }
        }
    }

    /** Every pet dances to celebrate, with pictures that each one has. */
    private record Dance() implements AnimationResolver {
        @Override
        public String id() {
            return "dance";
        }

        @Override
        public boolean supports(String state) {
            return state.equals("celebrating");
        }

        @Override
        public AnimationSequence getSequence(PetAnimationState state, boolean reducedMotion) {
            FrameRef up = new FrameRef("jumping", 2);
            var steps = List.of(new TimedFrame(up, 200), new TimedFrame(new FrameRef("waving", 1), 200));
            return reducedMotion ? AnimationSequence.still(up) : new AnimationSequence(steps, 0);
        }
    }
}
