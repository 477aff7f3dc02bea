package dev.perch.bridge;

import dev.perch.model.TurnAnswer;
import dev.perch.model.TurnCall;
import dev.perch.model.TurnNews;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Where what other programs want of threads goes out, over the connection whose server has the thread. Safe for threads. */
public final class TurnDesk {
    private final List<TurnLine> lines = new CopyOnWriteArrayList<>();
    private volatile Consumer<? super TurnNews> listener = news -> {};

    /** A desk with no connection. */
    public TurnDesk() {}

    /** Sends a call, at most once. Returns at once; {@code then} is told one answer, on any thread. */
    public void send(TurnCall call, Consumer<? super TurnAnswer> then) {
        List<TurnLine> now = List.copyOf(lines);
        if (now.isEmpty()) {
            then.accept(new TurnAnswer.NotSent("Perch has no connection to Codex"));
        } else if (now.size() == 1) {
            now.get(0).send(call, then);
        } else {
            TurnRoute.send(now, call, then);
        }
    }

    /** Whether a connection stands that calls can leave by. */
    public boolean isOpen() {
        return !lines.isEmpty();
    }

    /** Has that told of news from now on, on the bridge's thread; it must return at once. */
    public void onNews(Consumer<? super TurnNews> ears) {
        listener = ears;
    }

    void open(TurnLine next) {
        lines.add(next);
        tell(new TurnNews.Line(true));
    }

    void close(TurnLine last) {
        if (lines.remove(last) && lines.isEmpty()) {
            tell(new TurnNews.Line(false));
        }
    }

    void tell(TurnNews news) {
        listener.accept(news);
    }
}
