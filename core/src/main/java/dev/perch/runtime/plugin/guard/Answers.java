package dev.perch.runtime.plugin.guard;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a plugin answers, kept by what it was asked. For a reader that waits for nothing and takes no lock. */
final class Answers<A, R> {
    /** Far more words than there are; a plugin that is asked more is asked anew. */
    private static final int MOST = 512;

    private record Slot<R>(@Nullable R answer) {}

    /** Puts a question to the plugin, on its worker. */
    interface Question<A, R> {
        @Nullable
        R ask(A argument) throws Exception;
    }

    private final GuardedPlugin plugin;
    private final String what;
    private final Question<A, R> question;
    private final Map<A, Slot<R>> slots = new ConcurrentHashMap<>();

    /** @param what is asked, in the words of a fault */
    Answers(GuardedPlugin plugin, String what, Question<A, R> question) {
        this.plugin = plugin;
        this.what = what;
        this.question = question;
    }

    /** The answer; null until it is there, where there is none, and when the plugin is off. Allocates only when it is new. */
    @Nullable
    R get(A argument) {
        if (!plugin.isOn()) {
            return null;
        }
        Slot<R> slot = slots.get(argument);
        if (slot == null) {
            ask(argument);
            return null;
        }
        return slot.answer;
    }

    private void ask(A argument) {
        if (slots.size() >= MOST) {
            slots.clear();
        }
        slots.put(argument, new Slot<>(null));
        Callable<@Nullable R> call = () -> question.ask(argument);
        plugin.askLater(what, call, answer -> slots.put(argument, new Slot<>(answer)));
    }
}
