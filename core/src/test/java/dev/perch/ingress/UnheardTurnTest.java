package dev.perch.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.ingress.Order.Leave;
import dev.perch.ingress.Order.WhenBusy;
import dev.perch.model.TurnAnswer;
import dev.perch.model.TurnCall;
import dev.perch.model.TurnNews;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codex tells of a turn those who follow its thread: of one that begins from the queue before Perch follows, nothing is heard. */
final class UnheardTurnTest {
    @TempDir
    private Path home;

    private final Deque<Runnable> turns = new ArrayDeque<>();
    private final List<Receipt> told = new ArrayList<>();
    private TurnAnswer found = new TurnAnswer.Refused("it is not among the last turns");

    @Test
    void aMessageInCodexsQueueIsLookedForWhenItsThreadRests() throws Exception {
        try (DeliveryJournal journal = DeliveryJournal.open(home.resolve("deliveries.jsonl"))) {
            Deliveries deliveries = new Deliveries(
                    journal, this::send, (wish, open, then) -> false, () -> 0, () -> "r1", turns::add, told::add);
            TurnCall call = new TurnCall.Queue("t", "hello", "");
            deliveries.take(new Order(
                    "c-1", "ci", "a", "hash", "thread/queue/add", call, WhenBusy.REJECT, "", Leave.GIVEN, 60_000));
            drain();
            hear(deliveries, new TurnNews.Rests("t"));
            assertEquals(DeliveryState.QUEUED, told.get(told.size() - 1).state());

            found = new TurnAnswer.Found(new TurnNews.Seen("t", "turn", "r1", true));
            hear(deliveries, new TurnNews.Rests("another"));
            assertEquals(DeliveryState.QUEUED, told.get(told.size() - 1).state());
            hear(deliveries, new TurnNews.Rests("t"));
            assertEquals(DeliveryState.OBSERVED, told.get(told.size() - 1).state());
            hear(deliveries, new TurnNews.Ended("t", "turn", "completed", ""));
            assertEquals(DeliveryState.COMPLETED, told.get(told.size() - 1).state());
        }
    }

    private void send(TurnCall call, Consumer<? super TurnAnswer> then) {
        then.accept(call instanceof TurnCall.Look ? found : new TurnAnswer.Taken("t", ""));
    }

    private void hear(Deliveries deliveries, TurnNews news) {
        deliveries.heard(news);
        drain();
    }

    private void drain() {
        for (Runnable next = turns.poll(); next != null; next = turns.poll()) {
            next.run();
        }
    }
}
