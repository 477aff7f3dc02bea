package dev.perch.ingress;

import dev.perch.model.TurnAnswer;
import dev.perch.model.TurnCall;
import dev.perch.model.TurnNews;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The reference: what really becomes of each message, in an app-server of a few lines that knows everything. What it says
 * goes over a wire that can be cut; what it did stays done.
 */
final class CodexWorld implements IngressPorts.Upstream {
    /** What became of a message, whoever heard of it. */
    record Fate(String thread, String turn, boolean began) {}

    final Map<String, Fate> fates = new LinkedHashMap<>();
    final Map<String, String> ends = new HashMap<>();
    final Map<String, List<String>> transcripts = new HashMap<>();
    final List<String> twice = new ArrayList<>();
    private final Random random;
    private final Map<String, String> running = new HashMap<>();
    private final Map<String, Deque<String>> queues = new HashMap<>();
    private final Deque<Said> wire = new ArrayDeque<>();
    private Consumer<TurnNews> ears = news -> {};
    private boolean up;
    private int turns;

    /** Something on the wire: what is heard when it arrives, or when the wire is cut before. */
    private record Said(Runnable arrives, Runnable cut) {}

    CodexWorld(Random random) {
        this.random = random;
    }

    /** Who listens from now on; whatever was said to others is lost. */
    void listener(Consumer<TurnNews> next) {
        wire.clear();
        ears = next;
        if (up) {
            tell(new TurnNews.Line(true));
        }
    }

    @Nullable
    String running(String thread) {
        return running.get(thread);
    }

    @Override
    public void send(TurnCall call, Consumer<? super TurnAnswer> then) {
        if (!up) {
            then.accept(new TurnAnswer.NotSent("no line"));
            return;
        }
        TurnAnswer answer = take(call);
        boolean did = !(answer instanceof TurnAnswer.Busy) && !(call instanceof TurnCall.Look);
        TurnAnswer lost = did ? new TurnAnswer.Unsure("cut") : new TurnAnswer.NotSent("cut");
        wire.add(new Said(() -> then.accept(answer), () -> then.accept(lost)));
        if (answer instanceof TurnAnswer.Found found
                && ends.containsKey(found.seen().turn())) {
            String turn = found.seen().turn();
            tell(new TurnNews.Ended(found.seen().thread(), turn, ends.get(turn), ""));
        }
    }

    private TurnAnswer take(TurnCall call) {
        String turn = running.get(call.thread());
        if (call instanceof TurnCall.Look look) {
            Fate fate = fates.get(look.message());
            return fate == null
                    ? new TurnAnswer.Refused("not there")
                    : new TurnAnswer.Found(new TurnNews.Seen(fate.thread(), fate.turn(), look.message(), fate.began()));
        }
        if (call instanceof TurnCall.Start start && turn != null) {
            return random.nextInt(4) == 0 ? raced(start, turn) : new TurnAnswer.Busy(turn);
        }
        if (random.nextInt(12) == 0) {
            return new TurnAnswer.Refused("no");
        }
        if (call instanceof TurnCall.Start start) {
            return new TurnAnswer.Taken(start.thread(), begin(start.thread(), start.message()));
        }
        if (call instanceof TurnCall.Queue queue) {
            queues.computeIfAbsent(queue.thread(), any -> new ArrayDeque<>()).add(queue.message());
            next(queue.thread());
            return new TurnAnswer.Taken(queue.thread(), "");
        }
        if (call instanceof TurnCall.Steer steer) {
            if (!steer.turn().equals(turn)) {
                return new TurnAnswer.Mismatch("another turn");
            }
            say(steer.thread(), turn, steer.message(), false);
            return new TurnAnswer.Taken(steer.thread(), turn);
        }
        if (turn == null) {
            return new TurnAnswer.Mismatch("nothing runs");
        }
        end(call.thread(), "interrupted");
        return new TurnAnswer.Taken(call.thread(), turn);
    }

    /** It was at rest when it was looked at. */
    private TurnAnswer raced(TurnCall.Start start, String turn) {
        say(start.thread(), turn, start.message(), false);
        return new TurnAnswer.Taken(start.thread(), turn);
    }

    private String begin(String thread, String message) {
        String turn = "t" + ++turns;
        running.put(thread, turn);
        say(thread, turn, message, true);
        return turn;
    }

    private void say(String thread, String turn, String message, boolean began) {
        if (fates.put(message, new Fate(thread, turn, began)) != null) {
            twice.add(message);
        }
        transcripts.computeIfAbsent(thread, any -> new ArrayList<>()).add(message);
        tell(new TurnNews.Seen(thread, turn, message, began));
    }

    /** Somebody at the terminal begins a turn. */
    void typed(String thread) {
        running.computeIfAbsent(thread, any -> "t" + ++turns);
    }

    /** The turn of a thread ends, if one runs. */
    void end(String thread, String word) {
        String turn = running.remove(thread);
        if (turn != null) {
            ends.put(turn, word);
            tell(new TurnNews.Rests(thread));
            tell(new TurnNews.Ended(thread, turn, word, ""));
            next(thread);
        }
    }

    private void next(String thread) {
        Deque<String> queue = queues.getOrDefault(thread, new ArrayDeque<>());
        if (!running.containsKey(thread) && !queue.isEmpty()) {
            begin(thread, queue.remove());
        }
    }

    void connect() {
        if (!up) {
            up = true;
            tell(new TurnNews.Line(true));
        }
    }

    void cut() {
        if (up) {
            up = false;
            List<Said> lost = List.copyOf(wire);
            wire.clear();
            ears.accept(new TurnNews.Line(false));
            lost.forEach(said -> said.cut().run());
        }
    }

    private void tell(TurnNews news) {
        if (up) {
            Consumer<TurnNews> now = ears;
            wire.add(new Said(() -> now.accept(news), () -> {}));
        }
    }

    /** The next thing on the wire arrives. @return whether there was one */
    boolean arrive() {
        Said next = wire.poll();
        if (next != null) {
            next.arrives().run();
        }
        return next != null;
    }
}
