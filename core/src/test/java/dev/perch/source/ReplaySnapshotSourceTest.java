package dev.perch.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.Problem;
import dev.perch.testkit.FakeClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ReplaySnapshotSourceTest {
    private final FakeClock clock = new FakeClock();
    private final Heard heard = new Heard();
    private Thread player = new Thread(() -> {});

    @AfterEach
    void stop() throws InterruptedException {
        player.interrupt();
        player.join(30_000);
        assertEquals(Thread.State.TERMINATED, player.getState());
    }

    @Test
    void eachSnapshotComesAtItsMoment() throws Exception {
        play(new ReplaySnapshotSource.Pace(1, false));

        assertEquals("0", heard.nextTitle());
        step(999);
        assertEquals(List.of(), heard.titles());
        step(1);
        assertEquals("1000", heard.nextTitle());
        clock.awaitParked(1);
        clock.advance(Duration.ofMillis(500));
        assertEquals("1500", heard.nextTitle());
        player.join(30_000);
        assertEquals(Thread.State.TERMINATED, player.getState());
    }

    @Test
    void doubleSpeedTakesHalfTheTime() throws Exception {
        play(new ReplaySnapshotSource.Pace(2, false));

        assertEquals("0", heard.nextTitle());
        step(499);
        assertEquals(List.of(), heard.titles());
        step(1);
        assertEquals("1000", heard.nextTitle());
    }

    @Test
    void aLoopGoesOn() throws Exception {
        play(ReplaySnapshotSource.Pace.LOOP);
        for (int round = 0; round < 3; round++) {
            assertEquals("0", heard.nextTitle());
            step(1_000);
            assertEquals("1000", heard.nextTitle());
            step(500);
            assertEquals("1500", heard.nextTitle());
            step(SnapshotTimeline.LOOP_REST_MILLIS);
        }
    }

    @Test
    void badLinesAreToldOfFirst() throws Exception {
        play(ReplaySnapshotSource.Pace.ONCE);

        Problem problem = heard.nextProblem();
        assertTrue(problem.sentence().startsWith("r line 5: is not JSON"), problem::sentence);
    }

    private void step(long millis) throws InterruptedException {
        clock.awaitParked(1);
        clock.advance(Duration.ofMillis(millis));
    }

    private void play(ReplaySnapshotSource.Pace pace) throws IOException {
        String text = "{\"perch\":\"recording\",\"version\":1}\n" + line(0) + line(1_000) + line(1_500) + "oops\n";
        SnapshotTimeline.Reading reading =
                SnapshotTimeline.readRecording(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "r");
        ReplaySnapshotSource source = new ReplaySnapshotSource("replay", "test", reading, pace, clock);
        player = new Thread(() -> {
            try {
                source.start(heard);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        player.start();
    }

    private static String line(long at) {
        return "{\"at\":" + at + ",\"snapshot\":{\"state\":\"idle\",\"title\":\"" + at + "\"}}\n";
    }
}
