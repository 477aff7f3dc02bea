package dev.perch.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.client.ClientFault;
import dev.perch.ingress.Order.Leave;
import dev.perch.ingress.Order.WhenBusy;
import dev.perch.json.RpcFault;
import dev.perch.model.TurnAnswer;
import dev.perch.model.TurnCall;
import dev.perch.model.TurnNews;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent only once the user has said so: by an answer of theirs, and by nothing else. */
final class ConsentToDeliveryTest {
    @TempDir
    private Path home;

    private final List<TurnCall> sent = new ArrayList<>();
    private final List<Ask> asks = new ArrayList<>();
    private final Deque<Runnable> turns = new ArrayDeque<>();
    private TurnAnswer answer = new TurnAnswer.Taken("t", "turn");
    private DeliveryJournal journal;
    private Deliveries deliveries;
    private long now = 1_000_000;
    private int names;
    private int room = 100;

    private record Ask(IngressPorts.Wish wish, BooleanSupplier open, Consumer<Boolean> answer) {}

    @BeforeEach
    void open() throws IOException {
        journal = DeliveryJournal.open(home.resolve("deliveries.jsonl"));
        deliveries = new Deliveries(
                journal,
                (call, then) -> {
                    if (!(call instanceof TurnCall.Look)) {
                        sent.add(call);
                        then.accept(answer);
                    }
                },
                (wish, open, then) -> asks.size() < room && asks.add(new Ask(wish, open, then)),
                () -> now,
                () -> "r" + ++names,
                turns::add,
                receipt -> {});
        deliveries.tick();
        drain();
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    /** A kill -9 and a new start: what the user was being asked is asked anew. */
    private void crash() throws IOException {
        journal.close();
        turns.clear();
        asks.clear();
        open();
    }

    private void drain() {
        for (Runnable next = turns.poll(); next != null; next = turns.poll()) {
            next.run();
        }
    }

    private Receipt take(String key, Leave leave) throws RpcFault {
        TurnCall call = new TurnCall.Start("t", "hello", "", "ci");
        Order order = new Order("c-1", "ci", key, "hash", "turn/start", call, WhenBusy.QUEUE, "", leave, now + 60_000);
        Receipt receipt = deliveries.take(order).receipt();
        drain();
        return receipt;
    }

    private void click(int ask, boolean yes) {
        asks.get(ask).answer().accept(yes);
        drain();
    }

    private String state(String key) {
        return deliveries.get("c-1", key).orElseThrow().state().word();
    }

    @Test
    void aMessageWaitsForTheUsersWord() throws Exception {
        take("a", Leave.ASKED);
        assertEquals("awaitingApproval", state("a"));
        assertEquals(List.of(), sent);
        assertEquals(
                new IngressPorts.Wish("ci", "turn/start", "t", "hello", false),
                asks.get(0).wish());
        click(0, true);
        assertEquals("accepted", state("a"));
        assertEquals(1, sent.size());
        click(0, true);
        assertEquals(1, sent.size(), "an answer counts once");
    }

    @Test
    void whatTheUserRefusesIsNeverSent() throws Exception {
        take("a", Leave.ASKED);
        click(0, false);
        assertEquals("denied", state("a"));
        crash();
        deliveries.heard(new TurnNews.Line(true));
        drain();
        assertEquals(List.of(), sent);
        assertEquals(List.of(), asks);
    }

    @Test
    void withNoAnswerItExpiresAndNobodyIsAskedAnyMore() throws Exception {
        take("a", Leave.ASKED);
        assertEquals(now + 60_000, deliveries.tick());
        now += 60_000;
        deliveries.tick();
        assertEquals("expired", state("a"));
        assertTrue(!asks.get(0).open().getAsBoolean());
        click(0, true);
        assertEquals(List.of(), sent);
    }

    @Test
    void aCrashWhileTheUserIsAskedSendsNothingAndAsksAnew() throws Exception {
        take("a", Leave.ASKED);
        crash();
        assertEquals(1, asks.size());
        deliveries.heard(new TurnNews.Line(true));
        deliveries.heard(new TurnNews.Rests("t"));
        drain();
        assertEquals(List.of(), sent);
        click(0, true);
        assertEquals("accepted", state("a"));
    }

    @Test
    void whoIsShutOutIsNotAskedFor() throws Exception {
        take("a", Leave.ASKED);
        deliveries.shutOut("c-1"::equals);
        assertEquals("denied", state("a"));
        assertTrue(!asks.get(0).open().getAsBoolean());
        click(0, true);
        assertEquals(List.of(), sent);
    }

    @Test
    void whatIsUnknownIsSentOnceMoreOnlyWhereSenderAndUserWantIt() throws Exception {
        answer = new TurnAnswer.Unsure("cut");
        take("a", Leave.GIVEN);
        assertEquals("unknown", state("a"));
        crash();
        take("a", Leave.GIVEN);
        assertEquals(List.of(), asks, "the same key is the stored receipt, and no more");
        Receipt asked = take("a", Leave.ASKED_AGAIN);
        assertEquals(DeliveryState.AWAITING_APPROVAL, asked.state());
        assertTrue(asks.get(0).wish().again());
        assertEquals(1, sent.size());
        click(0, false);
        assertEquals("unknown", state("a"), "a no tells nothing of what became of the first");
        take("a", Leave.ASKED_AGAIN);
        crash();
        assertTrue(asks.get(0).wish().again(), "over a new start, too");
        answer = new TurnAnswer.Taken("t", "turn");
        click(0, true);
        assertEquals("accepted", state("a"));
        assertEquals(2, sent.size());
        take("a", Leave.ASKED_AGAIN);
        assertEquals(1, asks.size(), "what is known is not sent again");
    }

    @Test
    void whatIsFoundWhileTheUserIsAskedIsNotSentAgain() throws Exception {
        answer = new TurnAnswer.Unsure("cut");
        Receipt lost = take("a", Leave.GIVEN);
        take("a", Leave.ASKED_AGAIN);
        deliveries.heard(new TurnNews.Seen("t", "turn", lost.id(), true));
        drain();
        assertEquals("observed", state("a"));
        assertTrue(!asks.get(0).open().getAsBoolean());
        click(0, true);
        assertEquals(1, sent.size());
    }

    @Test
    void whatCannotBeSentAgainStaysUnknown() throws Exception {
        answer = new TurnAnswer.Unsure("cut");
        take("a", Leave.GIVEN);
        answer = new TurnAnswer.Refused("no such thread");
        take("a", Leave.ASKED_AGAIN);
        click(0, true);
        assertEquals("unknown", state("a"));
    }

    @Test
    void whatFindsNoRoomAmongTheQuestionsWaitsForItAndIsAskedAboutInItsOrder() throws Exception {
        room = 1;
        take("a", Leave.ASKED);
        take("b", Leave.ASKED);
        take("c", Leave.ASKED);
        assertEquals(1, asks.size());
        assertEquals("awaitingApproval", state("b"));
        assertEquals(
                "waits until other questions are answered: the user has so many already",
                deliveries.get("c-1", "b").orElseThrow().note());
        assertEquals(now + 1_000, deliveries.tick(), "room is looked for in a second: others ask the user, too");
        crash();
        assertEquals(1, asks.size());
        room = 2;
        click(0, true);
        assertEquals("accepted", state("a"));
        assertEquals("", deliveries.get("c-1", "b").orElseThrow().note(), "now it is asked");
        assertEquals(2, asks.size());
        room = 3;
        deliveries.tick();
        click(1, false);
        click(2, true);
        assertEquals("denied", state("b"));
        assertEquals("accepted", state("c"));
    }

    @Test
    void whatFindsNoRoomExpiresInItsTimeAndGoesWithItsSender() throws Exception {
        room = 0;
        take("a", Leave.ASKED);
        now += 60_000;
        take("b", Leave.ASKED);
        deliveries.tick();
        assertEquals("expired", state("a"));
        deliveries.shutOut("c-1"::equals);
        assertEquals("denied", state("b"));
        assertEquals(List.of(), sent);
    }

    @Test
    void aKeyThatWasNeverSaidCannotBeSentAgain() {
        RpcFault none = assertThrows(RpcFault.class, () -> take("never", Leave.ASKED_AGAIN));
        assertEquals(ClientFault.NOT_FOUND, none.code());
    }
}
