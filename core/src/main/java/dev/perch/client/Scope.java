package dev.perch.client;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a client may do. None of them answers what an agent asks. */
public enum Scope {
    /** Read how the sessions stand. */
    STATUS_READ("status.read", "see how your agents stand"),
    /** Read titles, workspaces and the agents' own names of threads, too. */
    STATUS_DETAIL("status.detail", "read your sessions' titles"),
    /** Hand over snapshots. */
    SNAPSHOT_WRITE("snapshot.write", "show its own state at the pet"),
    /** Begin turns, and leave messages in a queue. */
    TURN_START("turn.start", "write to your agents' threads"),
    /** Say something into a turn that runs. */
    TURN_STEER("turn.steer", "speak into work under way"),
    /** End a turn. */
    TURN_INTERRUPT("turn.interrupt", "stop work under way"),
    /** Begin, load and fork threads. */
    THREAD_OPEN("thread.open", "begin, load and fork threads");

    /** Those with which nothing can be written. */
    public static final Set<Scope> READING = Collections.unmodifiableSet(EnumSet.of(STATUS_READ, STATUS_DETAIL));

    /** Those for which the user is asked each time unless the client was let in for more. */
    public static final Set<Scope> TURNS =
            Collections.unmodifiableSet(EnumSet.of(TURN_START, TURN_STEER, TURN_INTERRUPT));

    private final String word;
    private final String meaning;

    Scope(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** As it is written. */
    public String word() {
        return word;
    }

    /** What it lets a client do, after "may". */
    public String meaning() {
        return meaning;
    }

    /** The scope of that word. */
    public static Optional<Scope> of(String word) {
        return Stream.of(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }
}
