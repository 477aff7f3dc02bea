package dev.perch.pack.format;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of OpenPets: where a pet comes from, and the strict form of its id. */
final class OpenPets {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
    private static final List<String> FIELDS = List.of("category", "subcategory", "sourceUrl", "xHandle");

    private OpenPets() {}

    static boolean isIn(Map<String, @Nullable Object> json) {
        return FIELDS.stream().anyMatch(json::containsKey);
    }

    static void read(Fields manifest, PetDraft draft) {
        if (FIELDS.stream().noneMatch(manifest::has)) {
            return;
        }
        String id = draft.id;
        if (id != null && (!ID.matcher(id).matches() || id.equals("builtin"))) {
            manifest.warn(
                    "id",
                    "is no id that OpenPets takes, while Perch goes by the folder's name",
                    "use up to 64 of a-z, 0-9, dash and underscore");
        }
        for (String field : FIELDS) {
            manifest.text(field);
        }
    }
}
