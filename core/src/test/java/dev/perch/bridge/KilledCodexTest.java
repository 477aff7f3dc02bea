package dev.perch.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.model.Approval;
import dev.perch.model.RuntimeSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The released Codex is killed in the middle of turns, at any moment, and comes back. */
@Tag("long")
final class KilledCodexTest {
    private static final int KILLS = 50;

    private final Random random = new Random(6);
    private final List<Long> stale = new ArrayList<>();
    private final List<Long> back = new ArrayList<>();

    @Test
    void fiftyKillsInTheMiddleOfTurns() throws Exception {
        int clicks = 0;
        try (RealCodex codex = new RealCodex();
                WatchedCodex pet = new WatchedCodex(codex.onSocket())) {
            for (int round = 0; round < KILLS; round++) {
                int before = pet.line().replies();
                boolean asks = round % 2 == 0;
                boolean clicked = round % 4 == 0;
                String thread = pet.begin(codex);
                pet.turn(thread, asks ? "escalate " + round : "wait for ever " + round);
                if (!asks) {
                    pet.awaitStates(thread, states -> states.endsWith("working"));
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(50)); // the moment of the kill is what is tested
                    die(pet, codex, thread);
                } else {
                    Approval.Command asked = pet.asked(Approval.Command.class);
                    if (clicked) {
                        assertEquals(ApprovalDesk.Outcome.SENT, pet.click(asked, "accept"));
                        clicks++;
                        pet.await("the reply on the wire", () -> pet.line().replies() == before + 1);
                    }
                    assertEquals(
                            clicked ? List.of() : List.of(asked), pet.desk().open());
                    die(pet, codex, thread);
                    assertEquals(List.of(), pet.desk().open(), "nobody asks any more");
                    assertEquals(ApprovalDesk.Outcome.GONE, pet.click(asked, "accept"));
                }
                assertEquals(before + (clicked ? 1 : 0), pet.line().replies());
                comeBack(pet, codex, thread);
                assertEquals(0, pet.line().replies(), "a new connection answers nothing old");
            }
            assertEquals(clicks, pet.desk().replies());
        }
        System.out.println(KILLS + " kills, " + clicks + " clicks, " + clicks + " replies; stale after ms: "
                + figures(stale) + "; right again after ms: " + figures(back));
    }

    /** Ends the server, and waits until the thread is told as stale, or as ended before. */
    private void die(WatchedCodex pet, RealCodex codex, String thread) throws Exception {
        long begin = System.nanoTime();
        codex.kill();
        pet.await("the loss", () -> pet.link().equals("lost"));
        RuntimeSnapshot last = last(pet, thread);
        boolean ended =
                String.valueOf(last.metadata().get(RuntimeSnapshot.STATUS)).equals("ready");
        assertEquals(ended ? null : "lost", last.metadata().get("link"), last::toString);
        stale.add(millisSince(begin));
    }

    private void comeBack(WatchedCodex pet, RealCodex codex, String thread) throws Exception {
        long begin = System.nanoTime();
        codex.serve();
        pet.await("the return", () -> pet.link().equals("connected"));
        pet.awaitStates(thread, states -> states.endsWith("interrupted") || states.endsWith("ready"));
        back.add(millisSince(begin));
    }

    private static RuntimeSnapshot last(WatchedCodex pet, String thread) {
        List<RuntimeSnapshot> told = pet.told(thread);
        return told.get(told.size() - 1);
    }

    private static long millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private static String figures(List<Long> times) {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return "p50 " + sorted.get(sorted.size() / 2) + ", most " + sorted.get(sorted.size() - 1);
    }
}
