package dev.perch.bridge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is said over one connection: the handshake, then a list of what is loaded and a look at each thread, then whatever
 * comes. Runs on the source's thread.
 */
final class Conversation {
    /** What the program has for connections: where questions are laid, and where what others want of threads leaves. */
    record Desks(ApprovalDesk approvals, TurnDesk turns) {}

    /** So many ticks without an answer to the handshake, or to a list, and the connection is taken for dead. */
    private static final int PATIENCE_TICKS = 2;

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10;

    private final Talk talk;
    private final ThreadBook book;
    private final LinkNews news;
    private final Backoff backoff;
    private final Questions questions;
    private final TurnLine turns;
    private final List<Errand> later = new ArrayList<>();
    private boolean ready;
    private int silentTicks;
    private @Nullable String refusal;

    Conversation(Talk talk, ThreadBook book, LinkNews news, Backoff backoff, Desks desks) {
        this.talk = talk;
        this.turns = new TurnLine(talk, book, desks.turns());
        this.questions = new Questions(desks.approvals(), book, this::reply);
        this.book = book;
        this.news = news;
        this.backoff = backoff;
    }

    /** Talks until the connection ends. */
    void run() throws InterruptedException {
        String end;
        try {
            hello();
            end = listen();
        } catch (IOException broken) {
            end = broken.getMessage();
        } finally {
            questions.close();
            turns.close();
            book.lost();
        }
        if (refusal == null) {
            news.lost(end);
        } else {
            news.refused(refusal);
        }
    }

    /** The user has answered. From any thread; it leaves by the thread that runs the talk, if it is still asked for then. */
    private void reply(Ask ask, Map<String, Object> result) {
        talk.offer(() -> {
            ThreadState thread = book.known(ask.thread());
            if (thread != null && thread.asks().contains(ask)) {
                quietly(() -> talk.reply(ask.id(), result));
            }
        });
    }

    /** Some time has passed. From any thread. */
    void tick() {
        talk.offer(this::ticked);
    }

    private @Nullable String listen() throws InterruptedException, IOException {
        while (refusal == null) {
            Talk.Heard heard = talk.next();
            if (heard instanceof Talk.Heard.Said said) {
                take(said.message());
            } else if (heard instanceof Talk.Heard.Unread unread) {
                unread(unread.why());
            } else if (heard instanceof Talk.Heard.Job job) {
                job.job().run();
                if (silentTicks > PATIENCE_TICKS) {
                    return "the server is silent";
                }
            } else if (heard instanceof Talk.Heard.Ended ended) {
                return ended.why();
            }
        }
        return refusal;
    }

    /** Something was lost: how everything stands is asked again. */
    void unread(String why) throws IOException {
        news.unread(why);
        list();
    }

    /** Takes in what the server says. */
    void take(Message message) throws IOException {
        if (message instanceof Message.Notice notice) {
            run(book.take(notice));
            questions.heard(notice);
            turns.heard(notice);
        } else if (message instanceof Message.Request request) {
            Ask ask = Ask.of(request);
            if (ask != null) { // any other is for another client; an error reply would count as an answer
                run(book.take(ask));
                questions.show();
            }
        } else if (message instanceof Message.Result result) {
            talk.answer(result.call(), result);
        } else if (message instanceof Message.Refusal refused && refused.call() != null) {
            talk.answer(refused.call(), refused);
        }
    }

    /** Begins the handshake. */
    void hello() throws IOException {
        Map<String, Object> client = new LinkedHashMap<>();
        client.put("name", "perch");
        client.put("title", "Perch");
        client.put("version", "0.1.0");
        Map<String, Object> capabilities = new LinkedHashMap<>();
        capabilities.put("experimentalApi", true);
        capabilities.put("requestAttestation", false);
        capabilities.put("optOutNotificationMethods", CodexMethod.optedOut());
        talk.call(ClientMethod.INITIALIZE, Map.of("clientInfo", client, "capabilities", capabilities), this::welcomed);
    }

    private void welcomed(Message answer) {
        if (answer instanceof Message.Refusal refused) {
            refusal = refused.text();
            return;
        }
        if (answer instanceof Message.Result result) {
            ready = true;
            backoff.reset();
            ServerVersion version = ServerVersion.of(result.result().text("userAgent"));
            boolean known = version != null && version.isKnownGood();
            questions.answerable(known);
            if (known) {
                turns.open();
            }
            news.connected(version);
            quietly(() -> {
                talk.initialized();
                list();
            });
        }
    }

    /** Lists what is loaded, and looks at each of them and at all that was known to work. */
    private void list() throws IOException {
        if (ready) {
            list("", new LinkedHashSet<>(), 0);
        }
    }

    private void list(String cursor, Set<String> before, int page) throws IOException {
        Map<String, Object> params = new HashMap<>();
        params.put("limit", PAGE);
        if (!cursor.isEmpty()) {
            params.put("cursor", cursor);
        }
        call(ClientMethod.THREAD_LOADED_LIST, params, result -> {
            silentTicks = 0;
            before.addAll(result.texts("data"));
            String next = result.text("nextCursor");
            if (!next.isEmpty() && page + 1 < MOST_PAGES) {
                list(next, before, page + 1);
            } else {
                look(before);
            }
        });
    }

    private void look(Set<String> loaded) throws IOException {
        for (ThreadState thread : book.threads()) {
            if (BridgeRule.of(thread).lively() && !thread.info().machine()) {
                loaded.add(thread.info().id());
            }
        }
        for (String thread : loaded) {
            run(new Errand.Read(thread));
        }
    }

    void ticked() {
        silentTicks++;
        book.tellAgain();
        quietly(() -> {
            List<Errand> again = List.copyOf(later);
            later.clear();
            run(again);
            list();
        });
    }

    private void run(List<Errand> errands) throws IOException {
        for (Errand errand : errands) {
            run(errand);
        }
    }

    private void run(Errand errand) throws IOException {
        if (!ready) {
            return; // everything is listed once it is
        }
        String id = errand.thread();
        if (errand instanceof Errand.Read) {
            call(
                    ClientMethod.THREAD_READ,
                    Map.of("threadId", id, "includeTurns", false),
                    errand,
                    result -> run(book.read(result.object("thread"))));
        } else if (errand instanceof Errand.Subscribe) {
            call(
                    ClientMethod.THREAD_RESUME,
                    Map.of("threadId", id, "excludeTurns", true),
                    errand,
                    result -> run(book.read(result.object("thread"))));
        } else if (errand instanceof Errand.Unsubscribe) {
            call(ClientMethod.THREAD_UNSUBSCRIBE, Map.of("threadId", id), errand, result -> {});
        } else {
            call(
                    ClientMethod.THREAD_TURNS_LIST,
                    Map.of("threadId", id, "limit", 1),
                    errand,
                    result -> lastTurn(id, result));
        }
    }

    private void lastTurn(String thread, Fields result) throws IOException {
        List<Fields> turns = result.objects("data");
        TurnState last = turns.isEmpty() ? TurnState.NONE : TurnState.of(turns.get(0));
        run(book.lastTurn(thread, last));
    }

    /** What is done with an answer; the connection may break meanwhile. */
    private interface Then {
        void take(Fields result) throws IOException;
    }

    private void call(ClientMethod method, Map<String, ?> params, Then then) throws IOException {
        talk.call(method, params, answered(null, then));
    }

    private void call(ClientMethod method, Map<String, ?> params, Errand errand, Then then) throws IOException {
        talk.call(method, params, answered(errand, then));
    }

    /** A refusal changes nothing: the status is told to everybody. An overloaded server is asked again later. */
    private Consumer<Message> answered(@Nullable Errand errand, Then then) {
        return answer -> {
            if (answer instanceof Message.Result result) {
                quietly(() -> then.take(result.result()));
            } else if (answer instanceof Message.Refusal refused
                    && refused.code() == Message.Refusal.OVERLOADED
                    && errand != null) {
                later.add(errand);
            } else if (errand instanceof Errand.LastTurn last) {
                quietly(() -> run(book.lastTurn(last.thread(), TurnState.NONE)));
            }
        };
    }

    private interface Sending {
        void run() throws IOException;
    }

    /** A connection that breaks while something is sent is heard of by the reader, too. */
    private static void quietly(Sending sending) {
        try {
            sending.run();
        } catch (IOException broken) {
            // Talk.Heard.Ended follows
        }
    }
}
