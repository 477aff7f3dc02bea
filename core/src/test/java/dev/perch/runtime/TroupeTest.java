package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.activity.Casting;
import dev.perch.ecs.Stage;
import dev.perch.files.KeptFile;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetsChoice;
import dev.perch.model.Problem;
import dev.perch.model.Room;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import dev.perch.place.Monitor;
import dev.perch.place.MonitorLayout;
import dev.perch.place.PlaceJson;
import dev.perch.place.Spot;
import dev.perch.render.RasterTextures;
import dev.perch.testkit.FakeClock;
import dev.perch.testkit.TestPets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pets of projects that come, leave and come back. */
final class TroupeTest {
    private static final Room SCREEN = new Room(0, 0, 1920, 1080);
    private static final MonitorLayout DESK = new MonitorLayout(List.of(new Monitor("one", SCREEN, SCREEN, 1)));

    @TempDir
    private Path folder;

    private final FakeClock clock = new FakeClock();
    private final List<Problem> notes = new ArrayList<>();
    private final LoadedPet pet = new LoadedPet(TestPets.v1(), List.of());
    private final Companion companion = new Companion(RuntimeConfig.DEFAULT, width -> pet, clock, notes::add);
    private PetRuntime home;
    private long sequence;

    @BeforeEach
    void open() {
        companion.keepPlaces(new KeptFile<>(folder, PlaceJson.FORM, notes::add));
        companion.cast(PetsChoice.PROJECT);
        Stage stage = companion.home().whereabouts().first(DESK);
        companion.home().standsOn(stage);
        home = companion.home().open(stage, new RasterTextures(), pet);
    }

    @AfterEach
    void close() {
        home.close();
        companion.close();
        assertEquals(List.of(), notes);
    }

    @Test
    void aPetThatComesBackStandsWhereTheUserPutItAndOthersBesideTheFirst() {
        tell("web", PetAnimationState.RUNNING);
        tell("api", PetAnimationState.WAITING);
        PetSeat web = seat("web");
        Stage stage = web.whereabouts().first(DESK);
        web.standsOn(stage);
        Stage beside = seat("api").whereabouts().first(DESK);
        assertNotEquals(stage.feet(), beside.feet());
        stage.standAt(new Spot(700, 500));
        stage.placed = true;
        web.whereabouts().stepped(stage);

        tell("web", PetAnimationState.IDLE);
        clock.advance(Duration.ofNanos(Casting.GRACE_NANOS - 1));
        home.step(clock.nanos());
        assertTrue(web.isWanted(), "the next turn may come at once");
        clock.advance(Duration.ofNanos(1));
        home.step(clock.nanos());
        assertEquals(2, companion.troupe().cast().size());
        assertFalse(web.isWanted());

        tell("web", PetAnimationState.REVIEW);
        assertEquals(new Spot(700, 500), seat("web").whereabouts().first(DESK).feet());
    }

    @Test
    void theFirstPetIsOffTheScreenWhileOthersHaveAllToTell() {
        assertTrue(companion.home().isWanted());
        tell("web", PetAnimationState.RUNNING);
        companion.troupe().cast();
        assertFalse(companion.home().isWanted());
        RuntimeSnapshot nowhere = RuntimeSnapshot.of(PetAnimationState.RUNNING, "has no folder");
        tell(new SessionId("nowhere"), nowhere);
        assertTrue(companion.home().isWanted());
    }

    private PetSeat seat(String project) {
        return companion.troupe().cast().stream()
                .filter(seat -> seat.role().name().equals(project))
                .findFirst()
                .orElseThrow();
    }

    private void tell(String project, PetAnimationState state) {
        Map<String, Object> facts = Map.of(RuntimeSnapshot.WORKSPACE, "/home/me/" + project);
        tell(new SessionId(project), new RuntimeSnapshot(state, "told", null, facts));
    }

    private void tell(SessionId session, RuntimeSnapshot told) {
        long number = ++sequence;
        companion.tell(step -> step.snapshots.add(new StampedSnapshot(
                new SourceId("test"), SourceRank.CONFIGURED, session, number, step.now, told.ttlNanos(), told)));
        home.step(clock.nanos());
    }
}
