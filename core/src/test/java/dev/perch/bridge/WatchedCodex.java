package dev.perch.bridge;

import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.model.Approval;
import dev.perch.model.ApprovalAnswer;
import dev.perch.model.InputToken;
import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.runtime.SystemClock;
import dev.perch.source.SnapshotCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The source on a real app-server: what it told, what is asked, and a hand to answer with. */
final class WatchedCodex implements AutoCloseable, RuntimeSnapshotEmitter {
    private static final long PATIENCE_MILLIS = 30_000;

    private final Set<InputToken> ledger = new LinkedHashSet<>();
    private final ApprovalDesk desk;
    private final TurnDesk turns;
    private final Map<String, List<RuntimeSnapshot>> told = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Thread thread;
    private volatile @Nullable SharedLine line;
    private long serial;

    WatchedCodex(CodexTarget target) {
        this(target, null);
    }

    /** @param others where the questions are laid; null: where {@link #click} answers */
    WatchedCodex(CodexTarget target, @Nullable ApprovalDesk others) {
        this(target, others, new TurnDesk());
    }

    /** @param turns where what others want of threads leaves */
    WatchedCodex(CodexTarget target, @Nullable ApprovalDesk others, TurnDesk turns) {
        this.turns = turns;
        desk = others == null ? new ApprovalDesk(ledger::remove) : others;
        Random random = new Random(7);
        CodexSource source = new CodexSource(
                "the real Codex",
                (any, limits) -> {
                    SharedLine next = new SharedLine(target.dial(random, limits));
                    line = next;
                    return next;
                },
                new SystemClock(),
                random,
                desk,
                turns);
        thread = new Thread(
                () -> {
                    try {
                        source.start(this);
                    } catch (InterruptedException stopped) {
                        // by close
                    }
                },
                "watched-codex");
        thread.start();
        await("a connection", () -> link().equals("connected"));
    }

    SharedLine line() {
        SharedLine now = line;
        if (now == null) {
            throw new AssertionError("not connected");
        }
        return now;
    }

    TurnDesk turns() {
        return turns;
    }

    ApprovalDesk desk() {
        return desk;
    }

    String link() {
        List<RuntimeSnapshot> news = told(CodexSource.LINK);
        return news.isEmpty()
                ? ""
                : String.valueOf(news.get(news.size() - 1).metadata().get("link"));
    }

    synchronized List<RuntimeSnapshot> told(String session) {
        return List.copyOf(told.getOrDefault(session, List.of()));
    }

    synchronized List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The first session that works for another, or null. */
    synchronized @Nullable String childOf(String parent) {
        for (Map.Entry<String, List<RuntimeSnapshot>> session : told.entrySet()) {
            if (parent.equals(session.getValue().get(0).metadata().get(RuntimeSnapshot.PARENT))) {
                return session.getKey();
            }
        }
        return null;
    }

    /** The status words of a session, equal neighbours once. */
    String states(String session) {
        List<String> words = new ArrayList<>();
        for (RuntimeSnapshot snapshot : told(session)) {
            String word = String.valueOf(snapshot.metadata().get(RuntimeSnapshot.STATUS));
            if (words.isEmpty() || !words.get(words.size() - 1).equals(word)) {
                words.add(word);
            }
        }
        return String.join(" ", words);
    }

    String begin(RealCodex codex) throws Exception {
        return begin(codex, "workspace-write");
    }

    /** @param sandbox {@code read-only} or {@code workspace-write} */
    String begin(RealCodex codex, String sandbox) throws Exception {
        Fields result = line().call(
                        "thread/start",
                        Map.of("cwd", codex.project().toString(), "approvalPolicy", "on-request", "sandbox", sandbox));
        return result.object("thread").text("id");
    }

    String turn(String thread, String text) throws Exception {
        Fields result = line().call(
                        "turn/start",
                        Map.of("threadId", thread, "input", List.of(Map.of("type", "text", "text", text))));
        return result.object("turn").text("id");
    }

    /** Waits for a question of that kind. */
    <T extends Approval> T asked(Class<T> kind) {
        await(kind.getSimpleName(), () -> desk.open().stream().anyMatch(kind::isInstance));
        return desk.open().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    /** A click: mints a token as the window does, and answers with it. */
    synchronized ApprovalDesk.Outcome click(Approval approval, ApprovalAnswer answer) {
        InputToken token = new InputToken(++serial, 0);
        ledger.add(token);
        return desk.answer(approval.about().id(), answer, token);
    }

    /** A click on the decision of that word. */
    ApprovalDesk.Outcome click(Approval approval, String word) {
        for (int i = 0; i < approval.decisions().size(); i++) {
            if (approval.decisions().get(i).word().equals(word)) {
                return click(approval, new ApprovalAnswer.Decide(i));
            }
        }
        throw new AssertionError(word + " is not offered by " + approval);
    }

    void awaitStates(String session, Predicate<String> wanted) {
        await("other states than " + states(session), () -> wanted.test(states(session)));
    }

    synchronized void await(String what, Supplier<Boolean> there) {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        try {
            while (!there.get()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("waited in vain for " + what + "; told " + told.keySet() + " " + problems);
                }
                wait(20); // woken by news; what is asked comes a moment after its news
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public synchronized void emit(RuntimeSnapshot snapshot) {
        Problem refusal = SnapshotCheck.problem(snapshot, "test");
        if (refusal != null) {
            problems.add(refusal);
        }
        told.computeIfAbsent(snapshot.session().id(), id -> new ArrayList<>()).add(snapshot);
        notifyAll();
    }

    @Override
    public synchronized void problem(Problem problem) {
        problems.add(problem);
        notifyAll();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        thread.interrupt();
        SharedLine last = line;
        if (last != null) {
            last.close();
        }
        thread.join();
    }
}
