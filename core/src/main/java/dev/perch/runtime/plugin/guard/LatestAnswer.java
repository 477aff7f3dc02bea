package dev.perch.runtime.plugin.guard;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The last answer of a plugin to a question that keeps changing: one question at a time, then the newest of those that came
 * meanwhile. For one reader, the render thread, that waits for nothing and takes no lock.
 */
final class LatestAnswer<A, R> {
    private final GuardedPlugin plugin;
    private final String what;
    private final Duration pause;
    private final BiPredicate<A, A> same;
    private final Answers.Question<A, R> question;
    private final AtomicReference<@Nullable A> wanted = new AtomicReference<>();
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile @Nullable R answer;
    private @Nullable A asked;

    /**
     * A question that nobody has put yet.
     *
     * @param pause after an answer before it is put again
     * @param same whether two arguments need only one answer
     */
    LatestAnswer(
            GuardedPlugin plugin,
            String what,
            Duration pause,
            BiPredicate<A, A> same,
            Answers.Question<A, R> question) {
        this.plugin = plugin;
        this.what = what;
        this.pause = pause;
        this.same = same;
        this.question = question;
    }

    /** The last answer, to this argument or an earlier one; null until there is one, and when the plugin is off. */
    @Nullable
    R get(A argument) {
        if (!plugin.isOn()) {
            return null;
        }
        if (asked == null || !same.test(asked, argument)) {
            asked = argument;
            wanted.set(argument);
            if (asking.compareAndSet(false, true)) {
                next();
            }
        }
        return answer;
    }

    private void next() {
        A argument = wanted.getAndSet(null);
        if (argument == null) {
            asking.set(false);
            if (wanted.get() != null && asking.compareAndSet(false, true)) {
                next();
            }
            return;
        }
        plugin.askLater(what, () -> question.ask(argument), (R said) -> {
            answer = said == null ? answer : said;
            plugin.later(pause, this::next);
        });
    }
}
