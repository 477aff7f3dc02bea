package dev.perch.tools.sheets;

import dev.perch.json.JsonTree;
import dev.perch.model.Problem;
import dev.perch.pack.CodexRows;
import dev.perch.pack.DecodedPet;
import dev.perch.pack.Pixels;
import dev.perch.pack.WebpEncoder;
import dev.perch.pack.check.Finding;
import dev.perch.pack.check.Rule;
import dev.perch.pack.check.Verdict;
import dev.perch.render.film.PngWriter;
import dev.perch.runtime.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Mends what can be mended in a pet without inventing art: residue, unused ink, further columns, profiles, missing words. */
public final class Mending {
    private static final Set<Rule> IN_MANIFEST = Set.of(
            Rule.MANIFEST_BOM,
            Rule.MANIFEST_VERSION,
            Rule.MANIFEST_ID,
            Rule.MANIFEST_NAME,
            Rule.MANIFEST_DESCRIPTION,
            Rule.MANIFEST_PATH,
            Rule.MANIFEST_LEGACY);

    private final WebpEncoder webp;
    private final Manifests manifests;

    /** Mends with that encoder. */
    public Mending(WebpEncoder webp, Manifests manifests) {
        this.webp = webp;
        this.manifests = manifests;
    }

    /** The files to replace, none when there is nothing to mend, and what was done. */
    public Made mend(Verdict verdict) throws ProblemException, IOException, InterruptedException {
        DecodedPet pet = verdict.pet();
        Set<Rule> rules = verdict.findings().stream()
                .map(Finding::rule)
                .filter(Rule::mendable)
                .collect(Collectors.toSet());
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (pet == null || pet.sheets().isEmpty() || rules.isEmpty()) {
            return new Made(files, List.of());
        }
        if (rules.stream().anyMatch(rule -> !IN_MANIFEST.contains(rule))) {
            for (DecodedPet.Sheet sheet : pet.sheets()) {
                files.put(sheet.file(), sheet(pet, sheet));
            }
        }
        if (rules.stream().anyMatch(IN_MANIFEST::contains)) {
            files.put(Manifests.FILE, manifest(pet));
        }
        List<Problem> notes = rules.stream()
                .sorted()
                .map(rule -> Problem.warning(pet.id(), "mended " + rule.id(), "look at it once more"))
                .toList();
        return new Made(files, notes);
    }

    /** Eight columns, no colour under full transparency, nothing in cells that are not shown, a neutral cell; lossless. */
    private byte[] sheet(DecodedPet pet, DecodedPet.Sheet sheet) throws IOException, InterruptedException {
        int width = sheet.grid().cellWidth();
        int height = sheet.grid().cellHeight();
        int version = sheet.grid().version();
        byte[] out = new byte[width * CodexRows.COLUMNS * height * CodexRows.rows(version) * 4];
        for (int row = 0; row < CodexRows.rows(version); row++) {
            for (int column = 0; column < CodexRows.COLUMNS; column++) {
                if (pet.shows(row, column)) {
                    Pixels cell = sheet.cell(row, column).withoutHiddenColor();
                    boolean neutral = row == 0 && column == CodexRows.NEUTRAL_COLUMN;
                    Pixels drawn = neutral && cell.empty() ? sheet.cell(0, 0).withoutHiddenColor() : cell;
                    for (int y = 0; y < height; y++) {
                        int to = ((row * height + y) * CodexRows.COLUMNS + column) * width * 4;
                        System.arraycopy(drawn.rgba(), y * width * 4, out, to, width * 4);
                    }
                }
            }
        }
        int across = width * CodexRows.COLUMNS;
        int down = height * CodexRows.rows(version);
        if (sheet.file().toLowerCase(Locale.ROOT).endsWith(".png")) {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            PngWriter.writeRgba(across, down, out, png);
            return png.toByteArray();
        }
        return webp.encode(across, down, out);
    }

    private byte[] manifest(DecodedPet pet) throws ProblemException {
        Map<String, @Nullable Object> said = manifests.parse(pet.manifestFile(), pet.manifest());
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        String word = pet.id()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceAll("^[^a-z0-9]+", "");
        String id = text(said, "id") && String.valueOf(said.get("id")).matches("[a-z0-9][a-z0-9._-]{0,63}")
                ? String.valueOf(said.get("id"))
                : word.isEmpty() ? "pet" : word;
        all.put("id", id);
        all.put("displayName", text(said, "displayName") ? said.get("displayName") : pet.id());
        all.put("description", text(said, "description") ? said.get("description") : "A pet.");
        all.put("spriteVersionNumber", pet.version());
        all.put("spritesheetPath", pet.sheets().get(0).file());
        said.forEach(all::putIfAbsent);
        return JsonTree.page(all).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean text(Map<String, @Nullable Object> fields, String field) {
        return fields.get(field) instanceof String text && !text.isBlank();
    }
}
