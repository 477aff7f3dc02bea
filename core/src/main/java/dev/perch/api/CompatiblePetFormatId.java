package dev.perch.api;

import java.util.regex.Pattern;

/**
 * Names a package format, such as {@code codex-pet-v2}.
 *
 * @param id a word of {@code [a-z0-9][a-z0-9._-]{0,63}}
 */
public record CompatiblePetFormatId(String id) {
    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /** @throws IllegalArgumentException when {@code id} is not a word of the pattern above */
    public CompatiblePetFormatId {
        if (!WORD.matcher(id).matches()) {
            throw new IllegalArgumentException("not a format id: " + id);
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
