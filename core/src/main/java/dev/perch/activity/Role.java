package dev.perch.activity;

import org.jspecify.annotations.Nullable;

/**
 * What one of several pets is there for.
 *
 * @param key the same whenever the same project or session comes back
 * @param name in a word or two, for the user; may be empty
 * @param workspace the folder that its sessions work in, or null
 */
public record Role(String key, String name, @Nullable String workspace) {
    /** The pet that is always there: it tells of all that no other pet tells of. */
    public static final Role HOME = new Role("", "", null);
}
