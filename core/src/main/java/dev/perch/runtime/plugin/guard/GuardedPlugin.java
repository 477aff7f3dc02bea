package dev.perch.runtime.plugin.guard;

import dev.perch.model.Problem;
import dev.perch.text.VisibleText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A plugin that somebody else wrote: its worker, its faults, and whether it is still on. Whatever it throws or however long
 * it takes, nobody who asks it is harmed. Safe for threads.
 */
public final class GuardedPlugin implements AutoCloseable {
    private static final int TOLD_POINTS = 200;

    private final String name;
    private final GuardLimits limits;
    private final Consumer<Problem> notes;
    private final PluginWorker worker;
    private final List<Problem> faults = new ArrayList<>();
    private final Set<Runnable> ends = ConcurrentHashMap.newKeySet();
    private volatile Runnable answered = () -> {};
    private volatile Consumer<Problem> offListener = reason -> {};
    private volatile @Nullable Problem off;

    /**
     * A plugin that is on.
     *
     * @param name what the user knows it by
     * @param notes told of each fault, on the plugin's worker
     */
    public GuardedPlugin(String name, GuardLimits limits, Consumer<Problem> notes) {
        this.name = name;
        this.limits = limits;
        this.notes = notes;
        worker = new PluginWorker(name);
    }

    /** What the user knows it by. */
    public String name() {
        return name;
    }

    /** Calls {@code listener} whenever resolvers may answer otherwise than before, on the plugin's worker. */
    public void onAnswer(Runnable listener) {
        answered = listener;
    }

    /** Calls {@code listener} once it is off. */
    public void onOff(Consumer<Problem> listener) {
        offListener = listener;
    }

    /** Has {@code end} run once it is off, on any thread: now if it is. Until it is {@linkplain #forget forgotten}. */
    void whenOff(Runnable end) {
        ends.add(end);
        if (!isOn()) {
            end.run();
        }
    }

    void forget(Runnable end) {
        ends.remove(end);
    }

    /** Why it is off, or null while it is on. */
    public @Nullable Problem off() {
        return off;
    }

    /** What it did wrong so far, oldest first. */
    public List<Problem> faults() {
        synchronized (faults) {
            return List.copyOf(faults);
        }
    }

    GuardLimits limits() {
        return limits;
    }

    boolean isOn() {
        return off == null;
    }

    /** Asks it and waits; not on the render thread. @throws PluginFault when there is no answer */
    <T extends @Nullable Object> T ask(String what, Callable<T> call) throws PluginFault {
        if (!isOn()) {
            throw new PluginFault(name + " is off");
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        worker.run(limits.call(), whileOn(call), (value, fault) -> {
            if (fault == null) {
                answer.complete(value);
            } else {
                answer.completeExceptionally(fault);
            }
        });
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw new PluginFault(fault(what, failed.getCause()).what());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PluginFault("nobody waits for " + name + " any more");
        }
    }

    /** Asks it and returns at once; {@code answer} is told on the worker, or on its watch, null after a fault. */
    <T extends @Nullable Object> void askLater(String what, Callable<T> call, Consumer<@Nullable T> answer) {
        if (!isOn()) {
            return;
        }
        worker.run(limits.answer(), whileOn(call), (value, fault) -> {
            if (fault != null) {
                fault(what, fault);
            }
            answer.accept(fault == null ? value : null);
            answered.run();
        });
    }

    private <T extends @Nullable Object> Callable<T> whileOn(Callable<T> call) {
        return () -> {
            if (!isOn()) {
                throw new PluginFault(name + " is off");
            }
            return call.call();
        };
    }

    void later(Duration pause, Runnable what) {
        worker.later(pause, what);
    }

    /** Counts and tells a fault; the last one that is borne switches the plugin off. */
    Problem fault(String what, @Nullable Throwable fault) {
        return fault(what, told(fault));
    }

    /** As above, of which {@code did} says what it did. */
    Problem fault(String what, String did) {
        Problem problem = Problem.warning(
                "plugin " + name,
                what + " " + VisibleText.shown(did, TOLD_POINTS),
                "tell its maker, or remove it with perch plugin remove");
        int count;
        synchronized (faults) {
            if (faults.size() < limits.faults()) {
                faults.add(problem);
            }
            count = faults.size();
            if (off != null || count < limits.faults()) {
                tellUnlessOff(problem);
                return problem;
            }
            off = Problem.error(
                    "plugin " + name,
                    "is off after " + count + " faults, the last one: " + problem.what(),
                    "tell its maker; perch plugin trust switches it on again");
        }
        turnedOff();
        return problem;
    }

    private void tellUnlessOff(Problem problem) {
        if (off == null) {
            notes.accept(problem);
        }
    }

    private void turnedOff() {
        Problem reason = off;
        if (reason != null) {
            notes.accept(reason);
            offListener.accept(reason);
        }
        ends.forEach(Runnable::run);
        answered.run();
    }

    private static String told(@Nullable Throwable fault) {
        if (fault instanceof TimeoutException) {
            return "took too long (" + fault.getMessage() + ")";
        }
        String kind = fault == null ? "nothing" : fault.getClass().getSimpleName();
        String message = fault == null || fault.getMessage() == null ? "" : ": " + fault.getMessage();
        return "failed (" + kind + message + ")";
    }

    @Override
    public void close() {
        worker.close();
    }
}
