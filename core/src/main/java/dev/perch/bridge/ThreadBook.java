package dev.perch.bridge;

import dev.perch.model.RuntimeSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All threads that are known, over all connections. Takes in what the server says, tells each change as a snapshot, and
 * says what to ask. One thread at a time.
 */
final class ThreadBook {
    /** More than a person has; the one heard of longest ago goes first. */
    static final int MOST_THREADS = 512;

    /** After one of these a thread that nobody knows is asked for; others may come late, of one that is gone. */
    private static final Set<String> INTRODUCE =
            Set.of("thread/status/changed", "turn/started", "turn/completed", "item/started", "error");

    private final Consumer<RuntimeSnapshot> tell;
    private final Map<String, Page> pages = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<String> subscribed = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private long nowMs;

    /** One thread, since when it stands so, and what was last told of it. */
    private record Page(
            ThreadState state, long sinceMs, @Nullable RuntimeSnapshot told) {}

    /** @param tell takes each snapshot that differs from the one before */
    ThreadBook(Consumer<RuntimeSnapshot> tell) {
        this.tell = tell;
    }

    /** Takes in a notice of the server. */
    List<Errand> take(Message.Notice notice) {
        nowMs = Math.max(nowMs, notice.emittedAtMs());
        Fields params = notice.params();
        return switch (notice.method()) {
            case "thread/started" -> read(params.object("thread"));
            case "thread/closed" -> closed(params.text("threadId"));
            case "thread/archived", "thread/deleted" -> gone(params.text("threadId"));
            case "account/rateLimits/updated" -> limited(params.object("rateLimits"));
            default -> heard(notice.method(), params);
        };
    }

    /** Takes in a question of the server. */
    List<Errand> take(Ask ask) {
        return ask.thread().isEmpty() ? List.of() : put(state(ask.thread()).asked(ask));
    }

    /** Takes in what the server answered to {@link Errand.Read} or {@link Errand.Subscribe}: what a thread is. */
    List<Errand> read(Fields thread) {
        if (thread.text("id").isEmpty()) {
            return List.of();
        }
        ThreadState before = state(thread.text("id"));
        return put(before.with(ThreadInfo.of(thread).after(before.info())).stands(ThreadStatus.in(thread)));
    }

    /**
     * Takes in the newest turn of a thread whose turn did not seem to end. It ended so, if it is the same; in a thread that
     * is not loaded nothing runs, whatever is written of it. Else its end follows, or is asked for again.
     */
    List<Errand> lastTurn(String thread, TurnState turn) {
        ThreadState state = state(thread);
        if (!state.turn().running() || state.status().active()) {
            return List.of();
        }
        boolean same = state.turn().id().isEmpty() || state.turn().id().equals(turn.id());
        if (same && !turn.running()) {
            return put(state.ended(turn));
        }
        boolean loaded = state.status().kind() != ThreadStatus.Kind.NOT_LOADED;
        return loaded ? List.of() : put(state.ended(state.turn().cut()));
    }

    /** The connection is gone: nothing is subscribed to, no question is open, and all that goes on is told as stale. */
    void lost() {
        subscribed.clear();
        asked.clear();
        for (Page page : List.copyOf(pages.values())) {
            ThreadState state = page.state().lost();
            boolean moves = state.told() && BridgeRule.of(state).goesOn();
            RuntimeSnapshot stale = moves ? ThreadSnapshot.stale(state, page.sinceMs()) : page.told();
            pages.put(state.info().id(), new Page(state, page.sinceMs(), stale));
            if (moves) {
                tell.accept(stale);
            }
        }
    }

    /** Tells everything that goes on once more, so that it does not seem to be old. */
    void tellAgain() {
        for (Page page : pages.values()) {
            if (page.told() != null && BridgeRule.of(page.state()).lively()) {
                tell.accept(page.told());
            }
        }
    }

    /** What is known of a thread, or null. */
    @Nullable
    ThreadState known(String thread) {
        Page page = pages.get(thread);
        return page == null ? null : page.state();
    }

    /** All threads, the one heard of longest ago first. */
    List<ThreadState> threads() {
        return pages.values().stream().map(Page::state).toList();
    }

    private List<Errand> heard(String method, Fields params) {
        String id = params.text("threadId");
        if (id.isEmpty()) {
            return List.of();
        }
        boolean news = pages.containsKey(id) || INTRODUCE.contains(method);
        return news ? put(NoticeRules.after(state(id), method, params)) : List.of();
    }

    /** Unloaded. What ended unseen stays; what still seemed to go on did not. */
    private List<Errand> closed(String id) {
        subscribed.remove(id);
        ThreadState state = known(id);
        if (state == null) {
            return List.of();
        }
        ThreadState shut = state.stands(ThreadStatus.IDLE).lost();
        return put(shut.turn().running() ? shut.ended(shut.turn().cut()) : shut);
    }

    /** The user put it away. */
    private List<Errand> gone(String id) {
        if (pages.containsKey(id)) {
            put(state(id).stands(ThreadStatus.IDLE).lost().over());
            pages.remove(id);
        }
        subscribed.remove(id);
        return List.of();
    }

    /** How much of the user's limits is used is of all threads: those that work say it, once it is much. */
    private List<Errand> limited(Fields limits) {
        String note = RateLimits.note(limits);
        if (!note.isEmpty()) {
            for (ThreadState thread : threads()) {
                if (BridgeRule.of(thread).goesOn()) {
                    put(thread.with(thread.ledger().note(note)));
                }
            }
        }
        return List.of();
    }

    private ThreadState state(String id) {
        Page page = pages.get(id);
        return page == null ? ThreadState.of(ThreadInfo.unknown(id)) : page.state();
    }

    private List<Errand> put(ThreadState state) {
        String id = state.info().id();
        Page before = pages.get(id);
        long since = before != null && sameStatus(before.state(), state) ? before.sinceMs() : nowMs;
        RuntimeSnapshot told = before == null ? null : before.told();
        if (state.told()) {
            RuntimeSnapshot next = ThreadSnapshot.of(state, since);
            if (!next.equals(told)) {
                tell.accept(next);
                told = next;
            }
        }
        pages.put(id, new Page(state, since, told));
        makeRoom();
        return wants(state);
    }

    private static boolean sameStatus(ThreadState one, ThreadState other) {
        return BridgeRule.of(one).status() == BridgeRule.of(other).status();
    }

    private void makeRoom() {
        if (pages.size() > MOST_THREADS) {
            String oldest = pages.keySet().iterator().next();
            pages.remove(oldest);
            subscribed.remove(oldest);
            asked.remove(oldest);
        }
    }

    private List<Errand> wants(ThreadState state) {
        List<Errand> errands = new ArrayList<>();
        String id = state.info().id();
        if (!state.info().known()) {
            if (asked.add(id)) {
                errands.add(new Errand.Read(id));
            }
            return errands;
        }
        boolean works = state.status().active() || state.turn().running();
        if (works && !state.status().active()) {
            errands.add(new Errand.LastTurn(id)); // its end follows, or was not heard
        }
        if (state.told() && state.status().active() && subscribed.add(id)) {
            errands.add(new Errand.Subscribe(id));
        } else if (!works && state.asks().isEmpty() && subscribed.remove(id)) {
            errands.add(new Errand.Unsubscribe(id));
        }
        return errands;
    }
}
