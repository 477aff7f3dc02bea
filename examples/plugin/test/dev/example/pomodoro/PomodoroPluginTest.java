package dev.example.pomodoro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.AnimationResolver;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import dev.perch.model.PetAnimationState;
import dev.perch.runtime.plugin.PetRuntimeRegistry;
import dev.perch.testkit.AnimationContract;
import dev.perch.testkit.FrameTrace;
import dev.perch.testkit.SourceContract;
import dev.perch.testkit.SourceRig;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What an author tests of a plugin, with Perch's test kit: nothing of Perch runs but a pet with no window. */
final class PomodoroPluginTest {
    private static final PetAnimationState CELEBRATING = new PetAnimationState("celebrating");

    @TestFactory
    Stream<DynamicTest> theTimerIsASource() {
        return SourceContract.of(Timer::new);
    }

    @TestFactory
    Stream<DynamicTest> theDanceIsAnAnimation() {
        AnimationResolver dance = installed().animationResolvers().get(0).value();
        return AnimationContract.of(dance, CELEBRATING);
    }

    @Test
    void aPetThatCelebratesDancesToAndFro() {
        assertEquals(
                List.of("0 jumping[2]", "200 waving[1]", "400 jumping[2]", "600 waving[1]"),
                FrameTrace.of(new PomodoroPlugin(), CELEBRATING, false, 800));
    }

    @Test
    void withReducedMotionItHoldsOnePose() {
        assertEquals(List.of("0 jumping[2]"), FrameTrace.of(new PomodoroPlugin(), CELEBRATING, true, 60_000));
    }

    @Test
    void workIsActedOutAsEver() {
        List<String> shown = FrameTrace.of(new PomodoroPlugin(), PetAnimationState.RUNNING, false, 200);
        assertTrue(shown.get(0).equals("0 running[0]"), shown::toString);
    }

    private static PetRuntimeRegistry installed() {
        PetRuntimeRegistry registry = new PetRuntimeRegistry();
        registry.install(new PomodoroPlugin());
        return registry;
    }

    /** It says "Focus" as soon as it runs. */
    private record Timer() implements SourceRig {
        @Override
        public RuntimeSnapshotSourceFactory factory() {
            return installed().snapshotSourceFactories().get(0).value();
        }

        @Override
        public Map<String, Object> options() {
            return Map.of("target", "25");
        }

        @Override
        public Map<String, Object> badOptions() {
            return Map.of("target", "a while");
        }
    }
}
