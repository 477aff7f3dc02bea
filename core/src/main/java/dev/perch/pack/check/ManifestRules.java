package dev.perch.pack.check;

import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import dev.perch.pack.DecodedPet;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What readers want of {@code pet.json}. The import has read it already, so it is sound JSON within the limits. */
final class ManifestRules {
    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final StrictJson JSON = new StrictJson(new StrictJson.Limits(16, 4096, 4096, 100, 65_536));
    private static final int MOST_FPS = 60;
    private static final int MOST_CELLS = 256;

    private final DecodedPet pet;
    private final String file;

    ManifestRules(DecodedPet pet) {
        this.pet = pet;
        this.file = pet.manifestFile();
    }

    void check(List<Finding> findings) throws IOException {
        byte[] bytes = pet.manifest();
        if (bytes.length > 2 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf) {
            findings.add(Finding.of(Rule.MANIFEST_BOM, file, "begins with a byte order mark, on which Codex fails"));
        }
        if (!file.equals("pet.json")) {
            findings.add(Finding.of(Rule.MANIFEST_LEGACY, file, "is the old name of pet.json"));
        }
        Map<String, @Nullable Object> fields = JsonTree.readObject(JSON.parser(bytes, 0, bytes.length));
        words(fields, findings);
        if (fields.get("frame") instanceof Map<?, ?> frame) {
            frame(frame, findings);
        }
        if (fields.get("animations") instanceof Map<?, ?> animations) {
            animations.forEach((name, animation) -> animation(String.valueOf(name), animation, animations, findings));
        }
    }

    private void words(Map<String, @Nullable Object> fields, List<Finding> findings) {
        Object id = fields.get("id");
        if (!(id instanceof String word) || word.isBlank()) {
            findings.add(Finding.of(Rule.MANIFEST_ID, file + " id", "is missing, so the folder's name stands in"));
        } else if (!WORD.matcher(word).matches()) {
            findings.add(Finding.of(Rule.MANIFEST_ID, file + " id", "is no plain word, which some readers want"));
        }
        missing(fields, "displayName", Rule.MANIFEST_NAME, findings);
        missing(fields, "description", Rule.MANIFEST_DESCRIPTION, findings);
        missing(fields, "spritesheetPath", Rule.MANIFEST_PATH, findings);
    }

    private void missing(Map<String, @Nullable Object> fields, String field, Rule rule, List<Finding> findings) {
        if (!(fields.get(field) instanceof String text) || text.isBlank()) {
            findings.add(Finding.of(rule, file + " " + field, "is missing"));
        }
    }

    private void frame(Map<?, ?> frame, List<Finding> findings) {
        DecodedPet.Sheet sheet = pet.sheets().get(0);
        long columns = number(frame.get("columns"), 8);
        long rows = number(frame.get("rows"), 9);
        boolean covers = number(frame.get("width"), 192) * columns
                        == sheet.pixels().width()
                && number(frame.get("height"), 208) * rows == sheet.pixels().height();
        if (!covers || columns * rows > MOST_CELLS) {
            findings.add(Finding.of(
                    Rule.MANIFEST_ANIMATIONS,
                    file + " frame",
                    "does not cover the sheet exactly in at most 256 cells"));
        }
    }

    private void animation(String name, @Nullable Object animation, Map<?, ?> all, List<Finding> findings) {
        String where = file + " animations " + name;
        if (!(animation instanceof Map<?, ?> fields)) {
            findings.add(Finding.of(Rule.MANIFEST_ANIMATIONS, where, "is no object"));
            return;
        }
        int cells = pet.version() == 2 ? 88 : 72;
        boolean frames = fields.get("frames") instanceof List<?> list
                && !list.isEmpty()
                && list.stream().allMatch(frame -> number(frame, -1) >= 0 && number(frame, -1) < cells);
        Object fps = fields.get("fps");
        boolean rate = fps == null || (fps instanceof Number n && n.doubleValue() > 0 && n.doubleValue() <= MOST_FPS);
        Object fallback = fields.get("fallback");
        boolean known =
                fallback == null || all.containsKey(fallback) || Cells.names().contains(fallback);
        if (!frames) {
            findings.add(Finding.of(Rule.MANIFEST_ANIMATIONS, where, "has no frames, or some that the sheet has not"));
        }
        if (!rate) {
            findings.add(Finding.of(Rule.MANIFEST_ANIMATIONS, where, "has an fps that is not above 0 and at most 60"));
        }
        if (!known) {
            findings.add(Finding.of(Rule.MANIFEST_ANIMATIONS, where, "falls back to an animation that is not there"));
        }
    }

    private static long number(@Nullable Object value, long otherwise) {
        return value instanceof Number number ? number.longValue() : otherwise;
    }
}
