package dev.perch.client;

import java.io.IOException;
import java.util.Map;

/** Writes lines of the audit. */
@FunctionalInterface
public interface AuditTrail {
    /** Blocks until the line is on the disk. @throws IOException when it is not */
    void write(String kind, Map<String, String> fields) throws IOException;
}
