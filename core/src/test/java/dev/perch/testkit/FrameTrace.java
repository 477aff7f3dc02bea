package dev.perch.testkit;

import dev.perch.api.PetPlugin;
import dev.perch.bridge.ApprovalDesk;
import dev.perch.ecs.Stage;
import dev.perch.model.MotionChoice;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.runtime.HeadlessPet;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.RuntimeConfig;
import dev.perch.runtime.UiFonts;
import dev.perch.runtime.plugin.Capabilities;
import dev.perch.runtime.plugin.DefaultPlugin;
import dev.perch.runtime.plugin.PetRuntimeRegistry;
import dev.perch.source.SnapshotTimeline;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a pet with no window shows, a line a frame: {@code "1680 idle[1]"} is the moment in milliseconds, and the picture. */
public final class FrameTrace {
    private FrameTrace() {}

    /** The frames that a pet shows from its first step on, before that moment. */
    public static List<String> of(HeadlessPet pet, long untilMillis) {
        List<String> shown = new ArrayList<>();
        String last = "";
        for (long at = 0; at < untilMillis; at = pet.nextChangeMillis()) {
            pet.advanceTo(at);
            String frame = pet.runtime().framesOnShow().get(0).toString();
            if (!frame.equals(last)) {
                last = frame;
                shown.add(at + " " + frame);
            }
        }
        return shown;
    }

    /**
     * The frames of a pet with all of Codex's clips that is told that state at 0, with a plugin installed before Perch's own.
     * No guard stands between: the plugin is asked here and now.
     */
    public static List<String> of(PetPlugin plugin, PetAnimationState told, boolean reducedMotion, long untilMillis) {
        PetRuntimeRegistry registry = new PetRuntimeRegistry();
        registry.install(new DefaultPlugin(
                new FakeClock(),
                InputStream.nullInputStream(),
                List.of(),
                Path.of("hooks"),
                new ApprovalDesk(token -> false)));
        registry.install(plugin);
        registry.order(List.of(plugin.id()));
        SnapshotTimeline timeline = new SnapshotTimeline(List.of(
                new SnapshotTimeline.Entry(0, new SourceId("test"), SessionId.MAIN, RuntimeSnapshot.of(told, "told"))));
        try (HeadlessPet pet = new HeadlessPet(
                RuntimeConfig.DEFAULT.withReducedMotion(reducedMotion ? MotionChoice.ON : MotionChoice.OFF),
                Capabilities.of(registry),
                Stage.of(112, 1),
                new LoadedPet(TestPets.v1(), List.of()),
                UiFonts.bundled(),
                timeline)) {
            return of(pet, untilMillis);
        }
    }
}
