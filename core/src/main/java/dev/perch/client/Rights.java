package dev.perch.client;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a client may do.
 *
 * @param scopes what at all
 * @param asks those of them for which the user is asked each time
 * @param threads the only ones that it may write to; empty: all
 * @param sources the only ones of its own sources whose snapshots it may show; empty: all
 */
public record Rights(Set<Scope> scopes, Set<Scope> asks, Set<String> threads, Set<String> sources) {
    /** Threads, and sources, that one client can be bound to. */
    static final int MOST_NAMES = 16;

    /** Takes copies; nobody is asked for what cannot be done. */
    public Rights {
        scopes = Set.copyOf(scopes);
        asks = asked(asks, scopes);
        threads = Set.copyOf(threads);
        sources = Set.copyOf(sources);
    }

    private static Set<Scope> asked(Set<Scope> asks, Set<Scope> scopes) {
        Set<Scope> kept = EnumSet.noneOf(Scope.class);
        kept.addAll(asks);
        kept.retainAll(scopes);
        return Set.copyOf(kept);
    }

    /** Those scopes, in all threads, with nobody asked. */
    public static Rights of(Set<Scope> scopes) {
        return new Rights(scopes, Set.of(), Set.of(), Set.of());
    }

    /** Whether it may do something with that thread; the empty one is one that is to begin. */
    public boolean mayReach(String thread) {
        return threads.isEmpty() || threads.contains(thread);
    }

    /** Whether it may speak for that source of its own. */
    public boolean mayShow(String source) {
        return sources.isEmpty() || sources.contains(source);
    }
}
