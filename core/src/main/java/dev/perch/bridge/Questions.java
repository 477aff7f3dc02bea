package dev.perch.bridge;

import dev.perch.model.Approval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The open questions of one connection, laid on the desk. Each connection has names of its own for them: what was asked
 * before it broke needs a new answer. Runs on the source's thread.
 */
final class Questions {
    private static final int MOST_PATCHES = 64;

    private final ApprovalDesk desk;
    private final ThreadBook book;
    private final BiConsumer<Ask, Map<String, Object>> send;
    private final String connection = UUID.randomUUID().toString();
    private final Map<Ask, ApprovalDesk.Open> laid = new LinkedHashMap<>();
    private final Map<String, Fields> patches = new LinkedHashMap<>();
    private boolean answerable;
    private List<Ask> shown = List.of();

    /** @param send takes an answer; from any thread */
    Questions(ApprovalDesk desk, ThreadBook book, BiConsumer<Ask, Map<String, Object>> send) {
        this.desk = desk;
        this.book = book;
        this.send = send;
    }

    /** Whether Perch was tested with this server. */
    void answerable(boolean known) {
        answerable = known;
    }

    /** A notice was taken in: what a file change would change is remembered, and what is no longer asked is taken away. */
    void heard(Message.Notice notice) {
        remember(notice.params().object("item"));
        if (!shown.isEmpty()) {
            show();
        }
    }

    /** What a turn has done so far, of which the notices were not heard; its questions are laid out anew. */
    void known(Fields turn) {
        turn.objects("items").forEach(this::remember);
        laid.keySet().removeIf(ask -> ask.turn().equals(turn.text("id")));
        shown = List.of();
        show();
    }

    private void remember(Fields item) {
        if (item.text("type").equals("fileChange")) {
            patches.put(item.text("id"), item);
            if (patches.size() > MOST_PATCHES) {
                patches.remove(patches.keySet().iterator().next());
            }
        }
    }

    /** Lays out what is asked now. */
    void show() {
        List<Ask> asked = new ArrayList<>();
        book.threads().forEach(thread -> asked.addAll(thread.asks()));
        if (asked.equals(shown)) {
            return;
        }
        shown = asked;
        laid.keySet().retainAll(asked);
        asked.forEach(ask -> laid.computeIfAbsent(ask, this::open));
        desk.show(List.copyOf(laid.values()));
    }

    void close() {
        shown = List.of();
        laid.clear();
        desk.show(List.of());
    }

    /** Null for a thread with no name that can be one: it is told nowhere else. */
    private ApprovalDesk.@Nullable Open open(Ask ask) {
        ThreadState thread = book.known(ask.thread());
        String title = thread == null ? "Codex" : ThreadSnapshot.title(thread.info());
        Fields item = patches.getOrDefault(ask.params().text("itemId"), Fields.NONE);
        Approval approval = AskReader.read(ask, connection + ":" + ask.id(), title, item, answerable);
        return approval == null ? null : new ApprovalDesk.Open(ask, approval, send);
    }
}
