package dev.perch.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of an agent that only the user's own input answers. It carries everything that is to be shown, whole, as the
 * agent said it: untrusted text.
 */
public sealed interface Approval {
    /** What every question has. */
    About about();

    /** What may be answered, in the order of the protocol: none added, none hidden, none chosen beforehand. */
    List<Decision> decisions();

    /**
     * What every question has.
     *
     * @param id names it for as long as it is open; another connection gives another name
     * @param session who asks
     * @param title how the user knows the session
     * @param turn in which turn; empty when unknown
     * @param item about which item; empty when none
     * @param answerable false when Perch was not tested with this server: answer it there
     */
    record About(String id, SessionId session, String title, String turn, String item, boolean answerable) {}

    /**
     * One answer of the protocol.
     *
     * @param word the protocol's
     * @param label what a button says
     * @param lasting what it changes beyond this question, in one clause; empty when nothing
     */
    record Decision(String word, String label, String lasting) {}

    /**
     * May a command run?
     *
     * @param command whole
     * @param folder where; empty when unknown
     * @param reason why, by the agent; empty when it gave none
     * @param network the host and protocol that it is about, such as {@code https://example.org}; null when not about one
     * @param added permissions that it would get besides, one a line
     */
    record Command(
            About about,
            String command,
            String folder,
            String reason,
            @Nullable String network,
            List<String> added,
            List<Decision> decisions)
            implements Approval {}

    /**
     * May files be changed?
     *
     * @param reason why; empty when the agent gave none
     * @param root the folder to which writing would be allowed from now on; empty when it is about these files only
     * @param changes what would change; empty when that was not heard
     */
    record FileChange(About about, String reason, String root, List<Change> changes, List<Decision> decisions)
            implements Approval {}

    /**
     * One file that would change.
     *
     * @param kind {@code add}, {@code delete} or {@code update}
     * @param movedTo where it would go; empty when it stays
     */
    record Change(String path, String kind, String movedTo, String diff) {}

    /**
     * May the agent have more permissions? Granted is a chosen part of them.
     *
     * @param wanted each can be granted by itself
     */
    record Permissions(About about, String folder, String reason, List<Permission> wanted, List<Decision> decisions)
            implements Approval {}

    /**
     * One permission.
     *
     * @param key names it in an answer
     * @param text what it allows
     */
    record Permission(String key, String text) {}

    /**
     * An MCP server asks for a form to be filled in, or for a visit to a page.
     *
     * @param url the page; null for a form
     */
    record Form(
            About about,
            String server,
            String message,
            @Nullable String url,
            List<FormField> fields,
            List<Decision> decisions)
            implements Approval {}

    /**
     * One field of a form.
     *
     * @param type {@code string}, {@code number}, {@code integer} or {@code boolean}
     * @param choices what may be chosen; empty for anything
     */
    record FormField(
            String name, String title, String description, String type, boolean required, List<String> choices) {
        public FormField {
            choices = List.copyOf(choices);
        }
    }

    /**
     * The agent asks the user.
     *
     * @param timeLimitMs after which Codex goes on by itself; 0 for never
     */
    record Questions(About about, List<Question> questions, long timeLimitMs, List<Decision> decisions)
            implements Approval {}

    /**
     * One question.
     *
     * @param options what may be chosen; empty for free text
     * @param other whether something else may be said
     * @param secret whether the answer must not be shown
     */
    record Question(String id, String header, String text, List<Option> options, boolean other, boolean secret) {}

    /** One option of a question. */
    record Option(String label, String description) {}
}
