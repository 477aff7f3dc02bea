package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.activity.MarksJson;
import dev.perch.ecs.Stage;
import dev.perch.files.KeptFile;
import dev.perch.model.PanelText;
import dev.perch.model.PetAnimationState;
import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import dev.perch.render.RasterTextures;
import dev.perch.testkit.FakeClock;
import dev.perch.testkit.TestPets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user wants of single sessions, through their cards and from one run of the program to the next. */
final class MarksOfSessionsTest {
    private final List<Problem> notes = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void whatTheUserKeepsFirstAndMutesIsSoInTheNextRun() {
        try (Run run = new Run()) {
            run.choose("Thread b", "Keep it first");
            run.choose("Thread b", "Tell me only when it waits");
        }
        try (Run run = new Run()) {
            assertEquals("Thread b", run.cards().get(0).label());
            assertEquals("Running · 0 s · pinned · muted", run.cards().get(0).note());
            assertEquals("Running · 0 s", run.cards().get(1).note());
            assertEquals(1, run.runtime.told().size(), "the muted one is not told of");
            run.choose("Thread b", "Keep it first");
            run.choose("Thread b", "Tell me only when it waits");
        }
        try (Run run = new Run()) {
            assertEquals(2, run.runtime.told().size());
            assertEquals("Thread a", run.cards().get(0).label());
        }
        assertEquals(List.of(), notes);
    }

    @Test
    void aBrokenFileIsNamedAndTheProgramLivesOn() throws IOException {
        Files.writeString(folder.resolve(MarksJson.FORM.name()), "{\"version\":1,\"sessions\":[");
        try (Run run = new Run()) {
            assertEquals(2, run.runtime.told().size());
        }
        assertEquals(1, notes.size());
        assertTrue(
                notes.get(0).sentence().contains("the sessions that you keep first or mute cannot be read"),
                notes::toString);
    }

    /** The program from its start to its end, with two threads at work. */
    private final class Run implements AutoCloseable {
        private final FakeClock clock = new FakeClock();
        private final LoadedPet pet = new LoadedPet(TestPets.v1(), List.of());
        private final Companion companion = new Companion(RuntimeConfig.DEFAULT, width -> pet, clock, notes::add);
        private final PetRuntime runtime;

        Run() {
            companion.keepMarks(new KeptFile<>(folder, MarksJson.FORM, notes::add));
            runtime = companion.home().open(Stage.of(112, 1), new RasterTextures(), pet);
            tell("a");
            tell("b");
            runtime.step(clock.nanos());
        }

        private void tell(String thread) {
            companion.tell(step -> step.snapshots.add(new StampedSnapshot(
                    new SourceId("codex"),
                    SourceRank.APP_SERVER,
                    new SessionId(thread),
                    1,
                    step.now,
                    Long.MAX_VALUE,
                    RuntimeSnapshot.of(PetAnimationState.RUNNING, "Thread " + thread))));
        }

        List<PanelText.Item> cards() {
            runtime.panels().openMenu();
            choose("Sessions");
            return runtime.panels().text().items();
        }

        void choose(String card, String item) {
            cards();
            choose(card);
            choose(item);
            runtime.step(clock.nanos());
        }

        private void choose(String label) {
            List<PanelText.Item> items = runtime.panels().text().items();
            int at = 0;
            while (!items.get(at).label().startsWith(label)) {
                at++;
            }
            runtime.panels().choose(at, clock.nanos(), clock.nanos());
        }

        @Override
        public void close() {
            runtime.close();
            companion.close();
        }
    }
}
