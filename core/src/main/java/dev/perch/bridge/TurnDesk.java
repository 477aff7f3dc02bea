package dev.perch.bridge;

import dev.perch.model.TurnAnswer;
import dev.perch.model.TurnCall;
import dev.perch.model.TurnNews;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where what other programs want of threads goes out, over the one connection that stands. Safe for threads. */
public final class TurnDesk {
    private volatile @Nullable TurnLine line;
    private volatile Consumer<? super TurnNews> listener = news -> {};

    /** A desk with no connection. */
    public TurnDesk() {}

    /** Sends a call, at most once. Returns at once; {@code then} is told one answer, on any thread. */
    public void send(TurnCall call, Consumer<? super TurnAnswer> then) {
        TurnLine now = line;
        if (now == null) {
            then.accept(new TurnAnswer.NotSent("Perch has no connection to Codex"));
        } else {
            now.send(call, then);
        }
    }

    /** Whether a connection stands that calls can leave by. */
    public boolean isOpen() {
        return line != null;
    }

    /** Has that told of news from now on, on the bridge's thread; it must return at once. */
    public void onNews(Consumer<? super TurnNews> ears) {
        listener = ears;
    }

    void open(TurnLine next) {
        line = next;
        tell(new TurnNews.Line(true));
    }

    void close(TurnLine last) {
        if (line == last) {
            line = null;
            tell(new TurnNews.Line(false));
        }
    }

    void tell(TurnNews news) {
        listener.accept(news);
    }
}
