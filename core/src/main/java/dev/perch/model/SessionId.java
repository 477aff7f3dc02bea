package dev.perch.model;

import java.util.regex.Pattern;

/**
 * Names one session of an agent, such as a Codex thread.
 *
 * @param id a name of {@code [A-Za-z0-9._:-]{1,64}}
 */
public record SessionId(String id) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    /** The session of a source that knows only one. */
    public static final SessionId MAIN = new SessionId("main");

    /** @throws IllegalArgumentException when {@code id} is not a name of the pattern above */
    public SessionId {
        if (!isId(id)) {
            throw new IllegalArgumentException("not a session id: " + id);
        }
    }

    /** Whether {@code text} can name a session or a source. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    @Override
    public String toString() {
        return id;
    }
}
