package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.model.ActionSpec.OpenThread.Which;
import dev.perch.model.MotionChoice;
import dev.perch.model.PanelText;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the pet tells of sessions, as actions find threads by it and as the menu lists it. */
final class ToldThreadsTest {
    private final StagedPet pet = new StagedPet(RuntimeConfig.DEFAULT.withReducedMotion(MotionChoice.OFF));
    private final ToldThreads threads = new ToldThreads(() -> pet.runtime().told());

    @AfterEach
    void close() {
        pet.close();
    }

    @Test
    void threadsOfCodexAloneAreFoundByWhatTheyDo() {
        pet.step(0);
        assertEquals(Optional.empty(), threads.find(Which.CURRENT));
        tell("codex", "t-1", PetAnimationState.WAITING, "May I?", 10);
        tell("codex", "t-2", PetAnimationState.RUNNING, "Testing", 20);
        tell("hooks", "h-1", PetAnimationState.RUNNING, "Another agent", 30);
        pet.step(40);
        assertEquals(Optional.of("t-1"), threads.find(Which.CURRENT));
        assertEquals(Optional.of("t-1"), threads.find(Which.WAITING));
        assertEquals(Optional.of("t-2"), threads.find(Which.LATEST));
    }

    @Test
    void theMenuHasALineForEachSession() {
        pet.step(0);
        assertEquals(List.of("Idle"), menu());
        tell("codex", "t-1", PetAnimationState.WAITING, "May I?", 10);
        tell("hooks", "h-1", PetAnimationState.RUNNING, "Another agent", 30);
        pet.step(40);
        assertEquals(List.of("Needs input: May I?", "Running: Another agent"), menu());
    }

    private List<String> menu() {
        pet.runtime().panels().close();
        pet.runtime().panels().openMenu();
        return pet.runtime().panels().text().lines().stream()
                .map(PanelText.Line::text)
                .toList();
    }

    private void tell(String source, String session, PetAnimationState state, String title, long millis) {
        RuntimeSnapshot told = RuntimeSnapshot.of(state, title);
        pet.tell(step -> step.snapshots.add(new StampedSnapshot(
                new SourceId(source),
                SourceRank.CONFIGURED,
                new SessionId(session),
                1,
                millis * 1_000_000,
                Long.MAX_VALUE,
                told)));
    }
}
