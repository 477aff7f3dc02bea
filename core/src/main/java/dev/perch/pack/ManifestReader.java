package dev.perch.pack;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of a manifest, unknown fields under the same limits as the rest. */
public final class ManifestReader {
    /** A manifest of 64 KiB cannot hold more. */
    private static final int MOST_TOKENS = 65_536;

    private static final int MOST_NUMBER = 100;

    private static final String FIX = "make it one JSON object as Codex writes it";

    private ManifestReader() {}

    /** Reads another JSON file of a package, for an adapter, under the limits of a manifest. */
    public static Map<String, @Nullable Object> readMore(String where, byte[] bytes)
            throws CompatiblePetPackageAdapter.Refused {
        try {
            return read(where, bytes, PackageLimits.standard());
        } catch (Refusal e) {
            throw e.toAdapter();
        }
    }

    /**
     * Reads a manifest.
     *
     * @param where name of the file, for the refusal
     */
    static Map<String, @Nullable Object> read(String where, byte[] bytes, PackageLimits limits) throws Refusal {
        if (bytes.length == 0) {
            throw new Refusal(where, "is empty", FIX);
        }
        try (JsonParser json = strict(limits).parser(bytes, 0, bytes.length)) {
            return read(where, json);
        } catch (CharacterCodingException e) {
            throw new Refusal(where, "is not UTF-8 text", "save it as UTF-8");
        } catch (StreamConstraintsException e) {
            throw new Refusal(where, "is nested too deep or has a text that is too long", "shorten it");
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            String what = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field")
                    ? "has a field twice"
                    : "is not valid JSON";
            throw new Refusal(where + " line " + line, what, "correct that line");
        } catch (IOException e) {
            throw new Refusal(where, "cannot be read as JSON", FIX);
        }
    }

    private static StrictJson strict(PackageLimits limits) {
        int text = limits.manifestString();
        return new StrictJson(new StrictJson.Limits(limits.manifestDepth(), text, text, MOST_NUMBER, MOST_TOKENS));
    }

    private static Map<String, @Nullable Object> read(String where, JsonParser json) throws Refusal, IOException {
        JsonToken first = json.nextToken();
        if (first != JsonToken.START_OBJECT) {
            throw new Refusal(where, first == null ? "is empty" : "is " + kind(first) + ", not an object", FIX);
        }
        Map<String, @Nullable Object> object = JsonTree.restOfObject(json);
        if (json.nextToken() != null) {
            throw new Refusal(where, "has more text after its object", "delete what follows the last brace");
        }
        return object;
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case START_ARRAY -> "an array";
            case START_OBJECT -> "an object";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            default -> "no value";
        };
    }
}
