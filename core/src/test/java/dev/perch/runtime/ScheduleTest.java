package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.ecs.Stage;
import dev.perch.source.SnapshotTimeline;
import dev.perch.testkit.TestPets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
    /** A new order shows in review: change it here on purpose only. */
    @Test
    void theSystemsRunInThisOrder() {
        LoadedPet loaded = new LoadedPet(TestPets.v1(), List.of());
        try (HeadlessPet pet = new HeadlessPet(
                RuntimeConfig.DEFAULT, Stage.of(112, 1), loaded, UiFonts.bundled(), new SnapshotTimeline(List.of()))) {
            assertEquals("""
                    Intake
                    Appearance
                    Activity
                    Gesture
                    Interaction
                    Action
                    Motion
                    Gaze
                    Animation
                    BubbleTouch
                    Bubble
                    Layout
                    BubbleLayout
                    BubbleTween
                    Tween
                    Render
                    """, pet.runtime().schedule());
        }
    }
}
