package dev.perch.bridge;

import dev.perch.bridge.TurnLine.Hold;
import dev.perch.model.TurnAnswer;
import dev.perch.model.TurnCall;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Finds out by which of several connections a call has to leave: the one whose server has the thread. Each server is asked; where
 * that leaves a doubt nothing is sent. Safe for threads.
 */
final class TurnRoute {
    private final List<TurnLine> lines;
    private final TurnCall call;
    private final Consumer<? super TurnAnswer> then;
    private final Map<TurnLine, Hold> holds = new ConcurrentHashMap<>();

    private TurnRoute(List<TurnLine> lines, TurnCall call, Consumer<? super TurnAnswer> then) {
        this.lines = lines;
        this.call = call;
        this.then = then;
    }

    /** Sends a call by the right one of several lines; {@code then} is told one answer, on any thread. */
    static void send(List<TurnLine> lines, TurnCall call, Consumer<? super TurnAnswer> then) {
        if (call.thread().isEmpty()) {
            then.accept(new TurnAnswer.Refused("Perch follows several servers of Codex; nothing says which is meant"));
            return;
        }
        TurnRoute route = new TurnRoute(lines, call, then);
        lines.forEach(line -> line.hold(call.thread(), hold -> route.told(line, hold)));
    }

    private void told(TurnLine line, Hold hold) {
        boolean last;
        synchronized (this) {
            holds.put(line, hold);
            last = holds.size() == lines.size();
        }
        if (last) {
            leave();
        }
    }

    private void leave() {
        List<TurnLine> loaded = with(Hold.LOADED);
        List<TurnLine> right = loaded.isEmpty() ? with(Hold.STORED) : loaded;
        if (!with(Hold.UNHEARD).isEmpty()) {
            then.accept(new TurnAnswer.NotSent("a server of Codex does not say whether it has the thread"));
        } else if (right.size() == 1) {
            right.get(0).send(call, then);
        } else {
            String many = right.isEmpty() ? "none" : "more than one";
            then.accept(
                    new TurnAnswer.Refused("of the servers of Codex that Perch follows " + many + " has that thread"));
        }
    }

    private List<TurnLine> with(Hold hold) {
        return lines.stream().filter(line -> holds.get(line) == hold).toList();
    }
}
