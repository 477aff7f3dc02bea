package dev.perch.runtime;

import dev.perch.action.InputTokens;
import dev.perch.model.InputToken;
import dev.perch.model.PanelText.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What Perch itself asks the user, such as whether a program may be let in. A yes leaves only with a token of a real input
 * event, from a ledger that is these questions' alone. Safe for threads, but for {@link #answer}, which is the render thread's.
 */
public final class HostQuestions {
    private static final int MOST = 4;

    private final InputTokens tokens = new InputTokens();
    private final LongSupplier nanos;
    private volatile List<Question> waiting = List.of();
    private volatile Runnable changed = () -> {};

    /**
     * One question.
     *
     * @param title who asks, in strong letters
     * @param lines what it is about
     * @param yes the words of the button that says so
     * @param open whether anybody still wants to know
     * @param answer told once
     * @param shown run each time it comes on the screen, on the render thread
     */
    record Question(
            String title,
            List<Line> lines,
            String yes,
            BooleanSupplier open,
            Consumer<Boolean> answer,
            Runnable shown) {
        Question {
            lines = List.copyOf(lines);
        }

        /** One that looks for nothing but its answer. */
        Question(String title, List<Line> lines, String yes, BooleanSupplier open, Consumer<Boolean> answer) {
            this(title, lines, yes, open, answer, () -> {});
        }

        Question withShown(Runnable deed) {
            return new Question(title, lines, yes, open, answer, deed);
        }
    }

    /** @param nanos the runtime's clock */
    public HostQuestions(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Has that called, on any thread, whenever a question comes. */
    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Asks. @return false: so many wait that this one is not asked */
    boolean ask(Question question) {
        boolean room;
        synchronized (this) {
            List<Question> next = new ArrayList<>(waiting);
            next.removeIf(one -> !one.open().getAsBoolean());
            room = next.size() < MOST && next.add(question);
            waiting = List.copyOf(next);
        }
        if (room) {
            changed.run();
        }
        return room;
    }

    /** The oldest that somebody still wants to know, or null. Takes no lock and allocates nothing. */
    @Nullable
    Question first() {
        List<Question> now = waiting;
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i).open().getAsBoolean()) {
                return now.get(i);
            }
        }
        return null;
    }

    /** How many wait, at most. */
    int count() {
        return first() == null ? 0 : waiting.size();
    }

    /** The user chose by a click or key at that time. */
    void answer(Question question, boolean yes, long eventNanos) {
        InputToken token = tokens.mint(eventNanos);
        boolean real = tokens.redeem(token, nanos.getAsLong());
        if (take(question)) {
            question.answer().accept(yes && real);
        }
    }

    private synchronized boolean take(Question question) {
        List<Question> next = new ArrayList<>(waiting);
        boolean waited = next.remove(question);
        waiting = List.copyOf(next);
        return waited;
    }
}
