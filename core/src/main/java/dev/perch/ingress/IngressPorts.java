package dev.perch.ingress;

import dev.perch.client.Rights;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.TurnAnswer;
import dev.perch.model.TurnCall;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the ingress reaches of the rest of Perch.
 *
 * @param upstream the way to Codex
 * @param snapshots the way to the pet
 * @param threads knows threads by words such as latest
 * @param assent asks the user about single deliveries
 * @param spoken hears who said something to an agent, once Codex took it
 * @param folders in which threads may begin
 */
public record IngressPorts(
        Upstream upstream,
        SnapshotSink snapshots,
        ThreadFinder threads,
        Assent assent,
        Consumer<? super Spoken> spoken,
        Set<String> folders) {
    /** Takes a copy. */
    public IngressPorts {
        folders = Set.copyOf(folders);
    }

    /** Takes calls to Codex. */
    @FunctionalInterface
    public interface Upstream {
        /** Sends a call, at most once. Returns at once; {@code then} is told one answer, on any thread. */
        void send(TurnCall call, Consumer<? super TurnAnswer> then);
    }

    /** Takes snapshots. */
    @FunctionalInterface
    public interface SnapshotSink {
        /** Takes one whose session is the client's own. Returns at once. @return why it is refused, or null */
        @Nullable
        String put(RuntimeSnapshot snapshot);
    }

    /** Finds threads. */
    public interface ThreadFinder {
        /**
         * The id of a thread.
         *
         * @param which {@code latest}, {@code waiting} or {@code current}
         * @param rights of the client, which is told of no other than it may reach
         */
        Optional<String> find(String which, Rights rights);

        /** The folder that a thread works in, as far as that is known. Returns at once. */
        Optional<String> folder(String thread);
    }

    /** Asks the user whether a delivery may be sent, at the pet. */
    @FunctionalInterface
    public interface Assent {
        /**
         * Asks. Returns at once.
         *
         * @param open whether the answer is still waited for
         * @param answer told once, on any thread, unless nobody waits any more
         * @return false: so many questions wait that this one is not asked; no answer is told then
         */
        boolean ask(Wish wish, BooleanSupplier open, Consumer<Boolean> answer);
    }

    /**
     * What a program wants to have delivered.
     *
     * @param sender what the user knows the program by
     * @param thread what it is about; empty: a thread that is to begin
     * @param text what is to be said; empty: nothing
     * @param again it may have been sent already
     */
    public record Wish(String sender, String method, String thread, String text, boolean again) {}

    /**
     * Something that a program said to an agent.
     *
     * @param sender what the user knows the program by
     */
    public record Spoken(String sender, String thread, String method) {}
}
