package dev.perch.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.PetAnimationState;
import dev.perch.model.PetsChoice;
import dev.perch.model.QuietLevel;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which sessions have a pet of their own, when it comes and when it leaves, and what each of them tells. */
final class CastingTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long GRACE = 60 * SECOND;

    private final ActivityBoard board =
            new ActivityBoard(ActivityTuning.DEFAULT, new SessionNotifications(), QuietLevel.FULL, 0);
    private long sequence;

    private void tell(String session, PetAnimationState state, long seconds, Map<String, Object> more) {
        Map<String, Object> facts = new HashMap<>(more);
        facts.put(RuntimeSnapshot.SESSION_ID, session);
        sequence++;
        board.tell(new StampedSnapshot(
                new SourceId("test"),
                SourceRank.CONFIGURED,
                new SessionId(session),
                sequence,
                seconds * SECOND,
                Long.MAX_VALUE,
                new RuntimeSnapshot(state, session, null, facts)));
    }

    private void works(String session, String folder, long seconds) {
        tell(session, PetAnimationState.RUNNING, seconds, Map.of(RuntimeSnapshot.WORKSPACE, folder));
    }

    private void rests(String session, String folder, long seconds) {
        tell(session, PetAnimationState.IDLE, seconds, Map.of(RuntimeSnapshot.WORKSPACE, folder));
    }

    private List<String> names(Casting casting, long seconds) {
        board.bringTo(seconds * SECOND);
        casting.follow(board.sessions(), seconds * SECOND);
        return casting.roles().stream().map(Role::name).toList();
    }

    @Test
    void onePetTellsOfEverything() {
        Casting casting = new Casting(PetsChoice.ONE);
        works("a", "/home/me/web", 0);
        works("b", "/home/me/api", 0);
        assertEquals(List.of(), names(casting, 1));
        assertTrue(casting.needsHome());
        assertEquals(2, tellsOf(casting, Role.HOME).size());
    }

    @Test
    void eachFolderHasAPetThatTellsOfItsSessionsAlone() {
        Casting casting = new Casting(PetsChoice.PROJECT);
        works("a", "/home/me/web", 0);
        works("b", "/home/me/api", 0);
        works("c", "/home/me/web/", 0);
        assertEquals(List.of("web", "api"), names(casting, 1));
        assertFalse(casting.needsHome());
        assertEquals(List.of("a", "c"), tellsOf(casting, casting.roles().get(0)));
        assertEquals(List.of("b"), tellsOf(casting, casting.roles().get(1)));
        assertEquals(List.of(), tellsOf(casting, Role.HOME));
    }

    @Test
    void eachSessionHasAPetAndOneThatWorksForAnotherIsToldOfByThatOnes() {
        Casting casting = new Casting(PetsChoice.SESSION);
        works("a", "/web", 0);
        works("b", "/web", 0);
        tell("child", PetAnimationState.FAILED, 0, Map.of(RuntimeSnapshot.PARENT, "b"));
        names(casting, 1);
        assertEquals(2, casting.roles().size());
        assertEquals(List.of("child", "b"), tellsOf(casting, casting.roles().get(1)));
    }

    @Test
    void aSessionWithNoFolderIsToldOfByThePetThatIsAlwaysThere() {
        Casting casting = new Casting(PetsChoice.PROJECT);
        works("a", "/web", 0);
        tell("b", PetAnimationState.WAITING, 0, Map.of());
        assertEquals(List.of("web"), names(casting, 1));
        assertTrue(casting.needsHome());
        assertEquals(List.of("b"), tellsOf(casting, Role.HOME));
    }

    @Test
    void aPetLeavesAMinuteAfterAllItsSessionsRest() {
        Casting casting = new Casting(PetsChoice.PROJECT);
        works("a", "/web", 0);
        works("b", "/web", 0);
        names(casting, 0);
        rests("a", "/web", 10);
        assertEquals(List.of("web"), names(casting, 10));
        assertEquals(Long.MAX_VALUE, casting.part(Role.HOME).nextChange());
        rests("b", "/web", 20);
        assertEquals(List.of("web"), names(casting, 20));
        assertEquals(20 * SECOND + GRACE, casting.part(Role.HOME).nextChange());
        assertEquals(List.of("web"), names(casting, 79));
        assertEquals(List.of(), names(casting, 80));
        assertTrue(casting.needsHome());
    }

    @Test
    void aPetThatHasSomethingToTellAgainInTimeStaysTheSame() {
        Casting casting = new Casting(PetsChoice.PROJECT);
        works("a", "/web", 0);
        names(casting, 0);
        Role before = casting.roles().get(0);
        rests("a", "/web", 10);
        names(casting, 10);
        works("a", "/web", 60);
        names(casting, 60);
        assertEquals(List.of("web"), names(casting, 200));
        assertSame(before, casting.roles().get(0));
    }

    @Test
    void thoseThatComeWhenAllPlacesAreTakenAreToldOfAtHomeUntilOneRests() {
        Casting casting = new Casting(PetsChoice.SESSION, 2, GRACE);
        works("a", "/a", 0);
        works("b", "/b", 0);
        works("c", "/c", 0);
        assertEquals(List.of("a", "b"), names(casting, 0));
        assertTrue(casting.needsHome());
        assertEquals(List.of("c"), tellsOf(casting, Role.HOME));
        rests("a", "/a", 5);
        assertEquals(List.of("b", "c"), names(casting, 5));
        assertFalse(casting.needsHome());
    }

    @Test
    void anotherChoiceCountsAtOnce() {
        Casting casting = new Casting(PetsChoice.SESSION);
        works("a", "/web", 0);
        works("b", "/web", 0);
        assertEquals(List.of("web", "web"), names(casting, 0));
        int before = casting.part(Role.HOME).revision();
        casting.choose(PetsChoice.PROJECT);
        assertEquals(List.of("web"), names(casting, 0));
        casting.choose(PetsChoice.ONE);
        assertEquals(List.of(), names(casting, 0));
        assertTrue(casting.part(Role.HOME).revision() > before);
    }

    @Test
    void aPetSaysWhoseItIsAndActsOutTheMostUrgentOfItsOwn() {
        Casting casting = new Casting(PetsChoice.PROJECT);
        works("a", "/home/me/web", 0);
        tell("b", PetAnimationState.WAITING, 0, Map.of(RuntimeSnapshot.WORKSPACE, "/home/me/api"));
        names(casting, 1);
        Follower web = new Follower(board, casting.part(casting.roles().get(0)), 0);
        Follower api = new Follower(board, casting.part(casting.roles().get(1)), 0);
        assertEquals(PetAnimationState.RUNNING, web.focus(SECOND).state());
        assertEquals(PetAnimationState.WAITING, api.focus(SECOND).state());
        assertEquals("web", web.notifications().notifications().get(0).text().note());
        Object before = web.notifications();
        tell("b", PetAnimationState.REVIEW, 2, Map.of(RuntimeSnapshot.WORKSPACE, "/home/me/api"));
        assertEquals(PetAnimationState.RUNNING, web.focus(2 * SECOND).state());
        assertSame(before, web.notifications(), "news of others is no news");
        assertEquals(PetAnimationState.REVIEW, api.focus(2 * SECOND).state());
    }

    private List<String> tellsOf(Casting casting, Role role) {
        return board.notifications().notifications().stream()
                .filter(one -> casting.part(role).has(one.session()))
                .map(one -> one.session().session().id())
                .toList();
    }
}
