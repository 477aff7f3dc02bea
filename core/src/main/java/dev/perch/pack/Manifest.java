package dev.perch.pack;

import dev.perch.model.Interactions;
import dev.perch.model.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What v1 and v2 say in {@code pet.json}.
 *
 * @param id trimmed; null where absent or blank
 * @param displayName trimmed; null where absent or blank
 * @param description trimmed, maybe empty
 * @param sheet where the picture lies
 * @param version {@code spriteVersionNumber}: 1 where absent, 0 where it is no whole number
 * @param interactions what gestures do; none where the block is absent or was dropped
 * @param warnings why the block was dropped, if it was
 */
record Manifest(
        @Nullable String id,
        @Nullable String displayName,
        String description,
        SafePath sheet,
        int version,
        Interactions interactions,
        List<Problem> warnings) {
    static final String FILE = "pet.json";

    /** The name that Codex gave the manifest before pets were called pets. */
    static final String LEGACY_FILE = "avatar.json";

    static final String DEFAULT_SHEET = "spritesheet.webp";

    /** What the user calls it, by Codex's rule: the display name, else the id, else the folder. */
    String name(String folder) {
        if (displayName != null) {
            return displayName;
        }
        return id != null ? id : folder;
    }
}
