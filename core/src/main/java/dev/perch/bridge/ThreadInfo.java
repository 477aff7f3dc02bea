package dev.perch.bridge;

import org.jspecify.annotations.Nullable;

/**
 * What a thread is.
 *
 * @param id names it
 * @param name given by the user or by Codex; empty when none
 * @param preview how its first message begins; empty when none
 * @param folder where it works; empty when unknown
 * @param parent the thread that it works for, or null
 * @param agent a sub-agent's nickname or role; empty when it is none
 * @param model what answers; empty when unknown
 * @param effort how hard it thinks; empty when unknown
 * @param machine whether Codex runs it for itself, such as for a title
 * @param known whether the server has said any of this
 */
record ThreadInfo(
        String id,
        String name,
        String preview,
        String folder,
        @Nullable String parent,
        String agent,
        String model,
        String effort,
        boolean machine,
        boolean known) {

    /** A thread of which only the id is known. */
    static ThreadInfo unknown(String id) {
        return new ThreadInfo(id, "", "", "", null, "", "", "", false, false);
    }

    /** The {@code Thread} of the protocol. */
    static ThreadInfo of(Fields thread) {
        String parent = thread.text("parentThreadId");
        String nickname = thread.text("agentNickname");
        return new ThreadInfo(
                thread.text("id"),
                thread.text("name"),
                thread.text("preview"),
                thread.text("cwd"),
                parent.isEmpty() ? null : parent,
                nickname.isEmpty() ? thread.text("agentRole") : nickname,
                thread.text("model"),
                thread.text("reasoningEffort"),
                machine(thread, parent),
                true);
    }

    /** Codex opens an ephemeral thread for each title, and others for its own reviews; a sub-agent's has a parent. */
    private static boolean machine(Fields thread, String parent) {
        String source = thread.text("threadSource");
        return thread.truth("ephemeral") || (parent.isEmpty() && !source.isEmpty() && !source.equals("user"));
    }

    /** The same, with what was known before of what the server leaves out: its answer may be older than its notices. */
    ThreadInfo after(ThreadInfo before) {
        ThreadInfo titled = preview.isEmpty() ? previewed(before.preview) : this;
        return titled.answeredBy(model.isEmpty() ? before.model : "", effort.isEmpty() ? before.effort : "");
    }

    ThreadInfo named(String given) {
        return new ThreadInfo(id, given, preview, folder, parent, agent, model, effort, machine, known);
    }

    ThreadInfo previewed(String text) {
        return new ThreadInfo(id, name, text, folder, parent, agent, model, effort, machine, known);
    }

    ThreadInfo answeredBy(String newModel, String newEffort) {
        return new ThreadInfo(
                id,
                name,
                preview,
                folder,
                parent,
                agent,
                newModel.isEmpty() ? model : newModel,
                newEffort.isEmpty() ? effort : newEffort,
                machine,
                known);
    }
}
