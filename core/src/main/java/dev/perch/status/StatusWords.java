package dev.perch.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Pages and events as JSON, as the document of the status API has it. */
final class StatusWords {
    private final StatusEpoch epoch;
    private final boolean detail;
    private final Predicate<ThreadView> told;

    /** All threads; {@code detail} as below. */
    StatusWords(StatusEpoch epoch, boolean detail) {
        this(epoch, detail, thread -> true);
    }

    /**
     * @param detail whether titles, workspaces and the agents' own names of threads are told
     * @param told which threads are
     */
    StatusWords(StatusEpoch epoch, boolean detail, Predicate<ThreadView> told) {
        this.epoch = epoch;
        this.detail = detail;
        this.told = told;
    }

    Map<String, @Nullable Object> page(StatusPage page) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", epoch.id(page.sequence()));
        tree.put("at", page.at().toString());
        ThreadView active = told(page.active());
        tree.put("active", active == null ? null : active.ref());
        tree.put(
                "threads",
                page.threads().stream().filter(told).map(this::thread).toList());
        return tree;
    }

    /** Told in place of events that are not known any more, and to those who come anew. */
    Map<String, @Nullable Object> reset(StatusPage page) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("event", "reset");
        tree.putAll(page(page));
        return tree;
    }

    Map<String, @Nullable Object> event(StatusEvent event) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("event", event.kind().word());
        tree.put("id", epoch.id(event.sequence()));
        tree.put("at", event.at().toString());
        ThreadView thread = told(event.thread());
        tree.put("thread", thread == null ? null : thread(thread));
        return tree;
    }

    /** The thread, if it is one that is told of. */
    private @Nullable ThreadView told(@Nullable ThreadView thread) {
        return thread != null && told.test(thread) ? thread : null;
    }

    private Map<String, @Nullable Object> thread(ThreadView thread) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("threadRef", thread.ref());
        tree.put("state", thread.standing().word());
        tree.put(
                "category", thread.category() == null ? null : thread.category().word());
        tree.put("since", thread.since().toString());
        tree.put("stale", thread.stale());
        tree.put("draft", "unknown");
        if (detail) {
            tree.put("title", thread.title());
            tree.put("workspace", thread.workspace());
            tree.put("threadId", thread.id());
        }
        return tree;
    }

    List<Map<String, @Nullable Object>> events(List<StatusEvent> events) {
        return events.stream()
                .filter(event -> event.kind().isOfThePet() || told(event.thread()) != null)
                .map(this::event)
                .toList();
    }
}
