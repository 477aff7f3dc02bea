package dev.perch.bridge;

import dev.perch.model.TurnAnswer;
import dev.perch.model.TurnCall;
import dev.perch.model.TurnNews;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What other programs want of threads, over one connection. Each message is put together here, field by field; each call is
 * sent once, and answered once, whatever becomes of the connection. Runs on the source's thread, but for {@link #send}.
 */
final class TurnLine {
    private static final int TURNS_LOOKED_AT = 20;

    private final Talk talk;
    private final ThreadBook book;
    private final TurnDesk desk;
    private final Set<Ticket> tickets = ConcurrentHashMap.newKeySet();
    private final Map<String, First> firsts = new HashMap<>();
    private volatile boolean closed;

    TurnLine(Talk talk, ThreadBook book, TurnDesk desk) {
        this.talk = talk;
        this.book = book;
        this.desk = desk;
    }

    /** With which message the turn of a thread began, as far as that was heard. */
    private record First(String turn, String item) {}

    /** One call: answered once. */
    private final class Ticket {
        private final Consumer<? super TurnAnswer> then;
        private final AtomicBoolean answered = new AtomicBoolean();
        private volatile boolean sent;

        Ticket(Consumer<? super TurnAnswer> then) {
            this.then = then;
        }

        void answer(TurnAnswer answer) {
            if (close()) {
                then.accept(answer);
            }
        }

        /** It needs no answer any more. @return false: it had one */
        boolean close() {
            tickets.remove(this);
            return answered.compareAndSet(false, true);
        }

        void lost() {
            answer(
                    sent
                            ? new TurnAnswer.Unsure("the connection to Codex ended")
                            : new TurnAnswer.NotSent("the connection to Codex ended"));
        }
    }

    /** Whether the server of a connection has a thread. */
    enum Hold {
        /** It does not know it. */
        NONE,
        /** It could load it. */
        STORED,
        /** It has it loaded. */
        LOADED,
        /** It did not say. */
        UNHEARD
    }

    /** From any thread. */
    void send(TurnCall call, Consumer<? super TurnAnswer> then) {
        Ticket ticket = new Ticket(then);
        offer(ticket, () -> begin(call, ticket));
    }

    /** Asks whether the server has that thread; {@code then} is told once. From any thread. */
    void hold(String thread, Consumer<Hold> then) {
        Ticket ticket = new Ticket(unheard -> then.accept(Hold.UNHEARD));
        Map<String, Object> params = Map.of("threadId", thread, "includeTurns", false);
        offer(
                ticket,
                () -> ask(ClientMethod.THREAD_READ, params, ticket, answer -> {
                    Hold hold = hold(answer);
                    if (ticket.close()) {
                        then.accept(hold);
                    }
                }));
    }

    private static Hold hold(Message answer) {
        if (answer instanceof Message.Result read) {
            return status(read.result()).equals("notLoaded") ? Hold.STORED : Hold.LOADED;
        }
        boolean refused = answer instanceof Message.Refusal no && no.code() != Message.Refusal.OVERLOADED;
        return refused ? Hold.NONE : Hold.UNHEARD;
    }

    private void offer(Ticket ticket, Runnable job) {
        tickets.add(ticket);
        if (closed) {
            ticket.lost();
        } else if (!talk.offer(job)) {
            ticket.answer(new TurnAnswer.NotSent("too much waits for Codex"));
        }
    }

    /** The server may be told things from now on. */
    void open() {
        desk.open(this);
    }

    /** The connection has ended. */
    void close() {
        closed = true;
        desk.close(this);
        List.copyOf(tickets).forEach(Ticket::lost);
    }

    /** A notice was taken in. */
    void heard(Message.Notice notice) {
        Fields params = notice.params();
        String thread = params.text("threadId");
        switch (notice.method()) {
            case "item/started", "item/completed" -> {
                Fields item = params.object("item");
                if (item.text("type").equals("userMessage")) {
                    said(thread, params.text("turnId"), item);
                }
            }
            case "turn/completed" -> {
                firsts.remove(thread);
                tell(thread, TurnState.of(params.object("turn")));
            }
            case "thread/status/changed" -> {
                if (!params.object("status").text("type").equals("active")) {
                    desk.tell(new TurnNews.Rests(thread));
                }
            }
            default -> {}
        }
    }

    private void said(String thread, String turn, Fields message) {
        First first = firsts.get(thread);
        if (first == null || !first.turn().equals(turn)) {
            first = new First(turn, message.text("id"));
            firsts.put(thread, first);
        }
        if (message.has("clientId")) {
            boolean began = first.item().equals(message.text("id"));
            desk.tell(new TurnNews.Seen(thread, turn, message.text("clientId"), began));
        }
    }

    private void tell(String thread, TurnState turn) {
        String word = switch (turn.phase()) {
            case COMPLETED -> "completed";
            case INTERRUPTED -> "interrupted";
            case FAILED -> "failed";
            case NONE, RUNNING -> "";
        };
        if (!word.isEmpty()) {
            desk.tell(new TurnNews.Ended(thread, turn.id(), word, ThreadSnapshot.line(turn.error(), 200)));
        }
    }

    private void begin(TurnCall call, Ticket ticket) {
        if (closed) {
            ticket.lost();
        } else if (call instanceof TurnCall.Start start) {
            whenItRests(start, ticket);
        } else if (call instanceof TurnCall.Interrupt interrupt) {
            interrupt(interrupt, ticket);
        } else if (call instanceof TurnCall.Look look) {
            look(look, ticket);
        } else {
            TurnWords words = TurnWords.of(call);
            call(words.method(), words.params(), ticket, result -> ticket.answer(words.answer(result)));
        }
    }

    /**
     * A turn that is begun where one runs would steer it: so the thread is looked at first, on the same connection, and
     * subscribed to, which a thread without a turn refuses.
     */
    private void whenItRests(TurnCall.Start start, Ticket ticket) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("threadId", start.thread());
        params.put("includeTurns", false);
        ask(ClientMethod.THREAD_READ, params, ticket, result(ticket, read -> {
            boolean loaded = !status(read).equals("notLoaded");
            if (isBusy(start, read, ticket)) {
                return;
            }
            ask(ClientMethod.THREAD_RESUME, TurnWords.whole(start.thread()), ticket, answer -> {
                if (answer instanceof Message.Refusal refused && !loaded) {
                    ticket.answer(refusal(refused));
                } else if (!(answer instanceof Message.Result result) || !isBusy(start, result.result(), ticket)) {
                    TurnWords words = TurnWords.of(start);
                    call(words.method(), words.params(), ticket, begun -> ticket.answer(words.answer(begun)));
                }
            });
        }));
    }

    private boolean isBusy(TurnCall.Start start, Fields result, Ticket ticket) {
        boolean busy = status(result).equals("active");
        if (busy) {
            ticket.answer(new TurnAnswer.Busy(running(start.thread())));
        }
        return busy;
    }

    private static String status(Fields result) {
        return result.object("thread").object("status").text("type");
    }

    private void interrupt(TurnCall.Interrupt interrupt, Ticket ticket) {
        String turn = interrupt.turn().isEmpty() ? running(interrupt.thread()) : interrupt.turn();
        if (turn.isEmpty()) {
            ticket.answer(new TurnAnswer.Mismatch("no turn is known to run"));
            return;
        }
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("threadId", interrupt.thread());
        params.put("turnId", turn);
        call(
                ClientMethod.TURN_INTERRUPT,
                params,
                ticket,
                result -> ticket.answer(new TurnAnswer.Taken(interrupt.thread(), turn)));
    }

    private void look(TurnCall.Look look, Ticket ticket) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("threadId", look.thread());
        params.put("limit", TURNS_LOOKED_AT);
        params.put("itemsView", "full");
        ask(ClientMethod.THREAD_TURNS_LIST, params, ticket, result(ticket, result -> {
            for (Fields turn : result.objects("data")) {
                List<Fields> said = turn.objects("items").stream()
                        .filter(item -> item.text("type").equals("userMessage"))
                        .toList();
                for (int i = 0; i < said.size(); i++) {
                    if (said.get(i).text("clientId").equals(look.message())) {
                        ticket.answer(new TurnAnswer.Found(
                                new TurnNews.Seen(look.thread(), turn.text("id"), look.message(), i == 0)));
                        tell(look.thread(), TurnState.of(turn));
                        return;
                    }
                }
            }
            ticket.answer(new TurnAnswer.Refused("it is not among the last turns"));
        }));
    }

    private String running(String thread) {
        ThreadState state = book.known(thread);
        return state != null && state.turn().running() ? state.turn().id() : "";
    }

    /** Asks something that changes nothing: one that is lost was not sent. */
    private void ask(ClientMethod method, Map<String, ?> params, Ticket ticket, Consumer<Message> then) {
        try {
            talk.call(method, params, then);
        } catch (IOException broken) {
            ticket.lost();
        }
    }

    private void call(ClientMethod method, Map<String, ?> params, Ticket ticket, Consumer<Fields> then) {
        ticket.sent = true;
        ask(method, params, ticket, result(ticket, then));
    }

    private static Consumer<Message> result(Ticket ticket, Consumer<Fields> then) {
        return answer -> {
            if (answer instanceof Message.Result result) {
                then.accept(result.result());
            } else if (answer instanceof Message.Refusal refused) {
                ticket.answer(refusal(refused));
            }
        };
    }

    private static TurnAnswer refusal(Message.Refusal refused) {
        String why = ThreadSnapshot.line(refused.text(), 200);
        if (refused.code() == Message.Refusal.OVERLOADED) {
            return new TurnAnswer.NotSent(why);
        }
        boolean another = why.contains("active turn"); // "expected active turn id ..", "no active turn to steer"
        return another ? new TurnAnswer.Mismatch(why) : new TurnAnswer.Refused(why);
    }
}
