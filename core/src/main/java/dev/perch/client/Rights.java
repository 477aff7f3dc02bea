package dev.perch.client;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a client may do.
 *
 * @param scopes what at all
 * @param asks those of them for which the user is asked each time
 * @param threads the only ones that it is told of or may write to, but for those in {@code folders}; where both are empty: all
 * @param folders workspaces, absolute paths: it is told of and may write to threads that work there, and begin some
 * @param sources the only ones of its own sources whose snapshots it may show; empty: all
 */
public record Rights(
        Set<Scope> scopes, Set<Scope> asks, Set<String> threads, Set<String> folders, Set<String> sources) {
    /** Threads, folders and sources that one client can be bound to, of each. */
    static final int MOST_NAMES = 16;

    /** Takes copies; nobody is asked for what cannot be done. */
    public Rights {
        scopes = Set.copyOf(scopes);
        asks = asked(asks, scopes);
        threads = Set.copyOf(threads);
        folders = Set.copyOf(folders);
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
        return new Rights(scopes, Set.of(), Set.of(), Set.of(), Set.of());
    }

    /**
     * Whether it may do something with a thread.
     *
     * @param thread empty: one that is to begin
     * @param folder where it works or is to work; empty: that is not known
     */
    public boolean mayReach(String thread, String folder) {
        return (threads.isEmpty() && folders.isEmpty()) || threads.contains(thread) || folders.contains(folder);
    }

    /** The only places that it is told of or may write to, in words; none: all. */
    public List<String> places() {
        return Stream.concat(
                        threads.stream().map(thread -> "thread " + thread),
                        folders.stream().map(folder -> "folder " + folder))
                .sorted()
                .toList();
    }

    /** Whether it may speak for that source of its own. */
    public boolean mayShow(String source) {
        return sources.isEmpty() || sources.contains(source);
    }
}
