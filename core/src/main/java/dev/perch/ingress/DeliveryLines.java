package dev.perch.ingress;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What waits for each thread, in its order, and the one that is being sent to it. One thread at a time. */
final class DeliveryLines {
    /** Messages that wait for one thread. */
    static final int MOST_WAITING = 16;

    private final Map<String, Deque<String>> waiting = new HashMap<>();
    private final Map<String, String> sending = new HashMap<>();

    boolean isFull(String thread) {
        return ids(thread).size() >= MOST_WAITING;
    }

    void add(String thread, String id) {
        waiting.computeIfAbsent(thread, any -> new ArrayDeque<>()).add(id);
    }

    void remove(String thread, String id) {
        Deque<String> line = waiting.get(thread);
        if (line != null && line.remove(id) && line.isEmpty()) {
            waiting.remove(thread);
        }
    }

    /** What may be sent to a thread now; null: nothing waits, or something is being sent. */
    @Nullable
    String next(String thread) {
        Deque<String> line = waiting.get(thread);
        return line == null || sending.containsKey(thread) ? null : line.peek();
    }

    void send(String thread, String id) {
        sending.put(thread, id);
    }

    boolean isSending(String thread, String id) {
        return id.equals(sending.get(thread));
    }

    /** What was being sent to a thread is not any more. */
    void rest(String thread) {
        sending.remove(thread);
    }

    /** The threads that something waits for. */
    List<String> threads() {
        return List.copyOf(waiting.keySet());
    }

    /** What waits for a thread; what is being sent to it, too. */
    List<String> ids(String thread) {
        Deque<String> line = waiting.get(thread);
        return line == null ? List.of() : new ArrayList<>(line);
    }

    int size() {
        return waiting.values().stream().mapToInt(Deque::size).sum();
    }
}
