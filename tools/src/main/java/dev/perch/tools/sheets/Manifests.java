package dev.perch.tools.sheets;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import dev.perch.pack.PackageLimits;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a {@code pet.json} with everything in it, so that fields which Perch does not know survive. */
public final class Manifests {
    /** The file's name. */
    public static final String FILE = "pet.json";

    private static final int MOST_NUMBER = 100;
    private static final int MOST_TOKENS = 65_536;

    private final PackageLimits limits;

    /** A reader under those limits. */
    public Manifests(PackageLimits limits) {
        this.limits = limits;
    }

    /** What the manifest in a folder says; empty where there is none. */
    Map<String, @Nullable Object> in(Path folder) throws ProblemException, IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return new LinkedHashMap<>();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return parse(FILE, in.readNBytes(limits.manifestBytes() + 1));
        }
    }

    /** Reads a manifest. */
    public Map<String, @Nullable Object> parse(String where, byte[] json) throws ProblemException {
        if (json.length > limits.manifestBytes()) {
            throw Problems.bad(where, "is larger than " + limits.manifestBytes() / 1024 + " KiB", "shorten it");
        }
        int text = limits.manifestString();
        StrictJson strict =
                new StrictJson(new StrictJson.Limits(limits.manifestDepth(), text, text, MOST_NUMBER, MOST_TOKENS));
        try {
            return JsonTree.readObject(strict.parser(json, 0, json.length));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw Problems.bad(where + " line " + line, "is not one valid JSON object", "correct that line");
        } catch (CharacterCodingException e) {
            throw Problems.bad(where, "is not UTF-8 text", "save it as UTF-8");
        } catch (IOException e) {
            throw Problems.bad(where, "cannot be read as JSON", "make it one JSON object");
        }
    }
}
