package dev.perch.tools.sheets;

import dev.perch.model.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files that are made and not yet written.
 *
 * @param files by name relative to the output folder, in the order in which they are told
 * @param notes what the author should know
 */
public record Made(Map<String, byte[]> files, List<Problem> notes) {
    /** Copies both. */
    public Made {
        files = new LinkedHashMap<>(files);
        notes = List.copyOf(notes);
    }
}
