package dev.perch.library;

import java.util.List;

/**
 * What an import said of a package.
 *
 * @param opened whether it can be shown
 * @param displayName what the user calls it; what its place calls it where it cannot be opened
 * @param description a sentence, maybe empty
 * @param sentences its problems: reasons of a refusal, else warnings
 */
public record Verdict(boolean opened, String displayName, String description, List<String> sentences) {
    /** Copies the list. */
    public Verdict {
        sentences = List.copyOf(sentences);
    }
}
