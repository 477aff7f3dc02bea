package dev.perch.bridge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is asked of the server over one connection, so that what is known of its threads is whole. Runs on the source's thread. */
final class Errands {
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10;

    /** The turn that runs, with its items: what a file change would change is told before it is asked. */
    private static final Map<String, Object> LAST_TURN = Map.of("limit", 1, "itemsView", "full");

    private final Talk talk;
    private final ThreadBook book;
    private final Questions questions;
    private final Runnable listed;
    private final List<Errand> later = new ArrayList<>();
    private boolean ready;

    /** @param listed told whenever the server has answered with a list */
    Errands(Talk talk, ThreadBook book, Questions questions, Runnable listed) {
        this.talk = talk;
        this.book = book;
        this.questions = questions;
        this.listed = listed;
    }

    /** The handshake is over: from now on something may be asked. */
    void begin() throws IOException {
        ready = true;
        list();
    }

    /** Asks again what an overloaded server put off, and for the list. */
    void again() throws IOException {
        List<Errand> again = List.copyOf(later);
        later.clear();
        run(again);
        list();
    }

    /** Lists what is loaded, and looks at each of them and at all that was known to work. */
    void list() throws IOException {
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
            listed.run();
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

    void run(List<Errand> errands) throws IOException {
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
                    Map.of("threadId", id, "excludeTurns", true, "initialTurnsPage", LAST_TURN),
                    errand,
                    this::subscribed);
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

    private void subscribed(Fields result) throws IOException {
        result.object("initialTurnsPage").objects("data").forEach(questions::known);
        run(book.read(result.object("thread")));
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

    interface Sending {
        void run() throws IOException;
    }

    /** A connection that breaks while something is sent is heard of by the reader, too. */
    static void quietly(Sending sending) {
        try {
            sending.run();
        } catch (IOException broken) {
            // Talk.Heard.Ended follows
        }
    }
}
