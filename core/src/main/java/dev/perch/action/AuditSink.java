package dev.perch.action;

import java.util.Map;

/** Where decisions and effects are written down. Returns at once. */
@FunctionalInterface
public interface AuditSink {
    /** Writes nothing down: for pictures and tests. */
    AuditSink NONE = (kind, fields) -> {};

    /**
     * Writes one line.
     *
     * @param kind what happened: {@code decision}, {@code effect}, {@code outcome}, {@code grant}
     */
    void write(String kind, Map<String, String> fields);
}
