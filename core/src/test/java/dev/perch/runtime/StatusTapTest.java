package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.bridge.CodexSource;
import dev.perch.model.Mood;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SessionProjection;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import dev.perch.status.StatusEpoch;
import dev.perch.status.StatusFeed;
import dev.perch.status.StatusLog;
import dev.perch.status.ThreadView;
import dev.perch.testkit.FakeClock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class StatusTapTest {
    @Test
    void howTheConnectionToCodexStandsIsNoThread() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        try (StatusFeed feed = new StatusFeed(
                new StatusLog(new StatusEpoch(new Random(7)), new FakeClock(), InstantSource.system()))) {
            feed.listen(told::countDown);
            Mood calm = Mood.calm(0);
            List<SessionProjection> sessions = List.of(session(CodexSource.LINK), session("t-1"));
            new StatusTap(feed).accept(new OnShow("Pip", calm, calm, sessions, 0, 0, 1, 1));
            assertTrue(told.await(30, TimeUnit.SECONDS));
            assertEquals(
                    List.of("t-1"),
                    feed.log().page().threads().stream().map(ThreadView::id).toList());
        }
    }

    private static SessionProjection session(String id) {
        RuntimeSnapshot snapshot =
                new RuntimeSnapshot(PetAnimationState.IDLE, "a title", null, Map.of(RuntimeSnapshot.SESSION_ID, id));
        return SessionProjection.of(
                new StampedSnapshot(
                        new SourceId("codex"),
                        SourceRank.APP_SERVER,
                        new SessionId(id),
                        1,
                        0,
                        Long.MAX_VALUE,
                        snapshot),
                0,
                false);
    }
}
