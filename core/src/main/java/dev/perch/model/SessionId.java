package dev.perch.model;

/** Names one session of an agent, such as a Codex thread. */
public record SessionId(String id) {
    /** The session of a source that knows only one. */
    public static final SessionId MAIN = new SessionId("main");

    @Override
    public String toString() {
        return id;
    }
}
