package dev.perch.pack;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What v1 and v2 say in {@code pet.json}.
 *
 * @param id trimmed; null where absent or blank
 * @param displayName trimmed; null where absent or blank
 * @param description trimmed, maybe empty
 * @param sheet where the picture lies
 * @param version {@code spriteVersionNumber}: 1 where absent, 0 where it is no whole number
 */
public record Manifest(
        @Nullable String id, @Nullable String displayName, String description, SafePath sheet, int version) {
    /** The name of its file. */
    public static final String FILE = "pet.json";

    /** The name that Codex gave the manifest before pets were called pets. */
    public static final String LEGACY_FILE = "avatar.json";

    static final String DEFAULT_SHEET = "spritesheet.webp";

    /**
     * Reads those fields.
     *
     * @param where name of the file, for the refusal
     * @throws Refusal when one of them is not what it should be
     */
    public static Manifest of(String where, Map<String, @Nullable Object> json) throws Refusal {
        String description = text(where, json, "description");
        String sheet = text(where, json, "spritesheetPath");
        return new Manifest(
                text(where, json, "id"),
                text(where, json, "displayName"),
                description == null ? "" : description,
                SafePath.parse(where + " spritesheetPath", sheet == null ? DEFAULT_SHEET : sheet),
                SheetFacts.declaredVersion(json));
    }

    private static @Nullable String text(String where, Map<String, @Nullable Object> json, String field)
            throws Refusal {
        Object value = json.get(field);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw new Refusal(where + " " + field, "is " + kind(value) + ", not a text", "put it in quotes");
        }
        return text.isBlank() ? null : text.strip();
    }

    /** What a JSON value is, for people. */
    public static String kind(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof Iterable) {
            return "an array";
        }
        if (value instanceof Number) {
            return "a number";
        }
        return value instanceof Boolean ? "true or false" : "a text";
    }
}
