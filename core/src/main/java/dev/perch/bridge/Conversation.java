package dev.perch.bridge;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
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

    private final Talk talk;
    private final ThreadBook book;
    private final LinkNews news;
    private final Backoff backoff;
    private final Questions questions;
    private final TurnLine turns;
    private final Errands errands;
    private int silentTicks;
    private @Nullable String refusal;

    Conversation(Talk talk, ThreadBook book, LinkNews news, Backoff backoff, Desks desks) {
        this.talk = talk;
        this.turns = new TurnLine(talk, book, desks.turns());
        this.questions = new Questions(desks.approvals(), book, this::reply);
        this.errands = new Errands(talk, book, questions, () -> silentTicks = 0);
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
                Errands.quietly(() -> talk.reply(ask.id(), result));
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
        errands.list();
    }

    /** Takes in what the server says. */
    void take(Message message) throws IOException {
        if (message instanceof Message.Notice notice) {
            errands.run(book.take(notice));
            questions.heard(notice);
            turns.heard(notice);
        } else if (message instanceof Message.Request request) {
            Ask ask = Ask.of(request);
            if (ask != null) { // any other is for another client; an error reply would count as an answer
                errands.run(book.take(ask));
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
            backoff.reset();
            ServerVersion version = ServerVersion.of(result.result().text("userAgent"));
            boolean known = version != null && version.isKnownGood();
            questions.answerable(known);
            if (known) {
                turns.open();
            }
            news.connected(version);
            Errands.quietly(() -> {
                talk.initialized();
                errands.begin();
            });
        }
    }

    void ticked() {
        silentTicks++;
        book.tellAgain();
        Errands.quietly(errands::again);
    }
}
