package dev.perch.pack;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import dev.perch.model.Interactions;
import dev.perch.model.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of a manifest, unknown fields under the same limits as the rest. */
public final class ManifestReader {
    /** A manifest of 64 KiB cannot hold more. */
    private static final int MOST_TOKENS = 65_536;

    private static final int MOST_NUMBER = 100;

    static final String BLOCK = "interactions";

    private static final String FIX = "make it one JSON object as Codex writes it";

    private final String where;
    private final Map<String, @Nullable Object> json = new LinkedHashMap<>();
    private boolean inBlock;

    private ManifestReader(String where) {
        this.where = where;
    }

    /**
     * What gestures do, as a manifest declares it.
     *
     * @param interactions none where the block is absent or was dropped
     * @param warnings why it was dropped, if it was
     */
    record Block(Interactions interactions, List<Problem> warnings) {
        static final Block NONE = new Block(Interactions.NONE, List.of());
    }

    /** A manifest with its block. */
    record Whole(Map<String, @Nullable Object> json, Block block) {}

    /** Reads another JSON file of a package, for an adapter, under the limits of a manifest. */
    public static Map<String, @Nullable Object> readMore(String where, byte[] bytes)
            throws CompatiblePetPackageAdapter.Refused {
        try {
            return read(where, bytes, PackageLimits.standard());
        } catch (Refusal e) {
            throw e.toAdapter();
        }
    }

    /** Reads the fields of a manifest. */
    static Map<String, @Nullable Object> read(String where, byte[] bytes, PackageLimits limits) throws Refusal {
        return whole(where, bytes, limits).json();
    }

    /**
     * Reads a manifest.
     *
     * @param where name of the file, for the refusal
     */
    static Whole whole(String where, byte[] bytes, PackageLimits limits) throws Refusal {
        if (bytes.length == 0) {
            throw new Refusal(where, "is empty", FIX);
        }
        ManifestReader reader = new ManifestReader(where);
        try (JsonParser parser = new StrictJson(limits(limits)).parser(bytes, 0, bytes.length)) {
            reader.read(parser);
            return new Whole(reader.json, reader.block());
        } catch (JsonProcessingException e) {
            if (reader.inBlock && isTwice(e)) {
                return withoutBlock(where, bytes, limits);
            }
            throw refusal(where, e);
        } catch (CharacterCodingException e) {
            throw new Refusal(where, "is not UTF-8 text", "save it as UTF-8");
        } catch (IOException e) {
            throw new Refusal(where, "cannot be read as JSON", FIX);
        }
    }

    private static Refusal refusal(String where, JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return new Refusal(where, "is nested too deep or has a text that is too long", "shorten it");
        }
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        String what = isTwice(e) ? "has a field twice" : "is not valid JSON";
        return new Refusal(where + " line " + line, what, "correct that line");
    }

    private static boolean isTwice(JsonProcessingException e) {
        return String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
    }

    /** Reads a manifest whose interactions have a field twice: the pet still shows. */
    private static Whole withoutBlock(String where, byte[] bytes, PackageLimits limits) throws Refusal {
        ManifestReader reader = new ManifestReader(where);
        try (JsonParser parser = StrictJson.allowingKeysTwice(limits(limits)).parser(bytes, 0, bytes.length)) {
            reader.read(parser);
            return new Whole(
                    reader.json, dropped(new Refusal(where + " " + BLOCK, "has a field twice", "keep one of them")));
        } catch (JsonProcessingException e) {
            throw refusal(where, e);
        } catch (IOException e) {
            throw new Refusal(where, "cannot be read as JSON", FIX);
        }
    }

    private static StrictJson.Limits limits(PackageLimits limits) {
        int text = limits.manifestString();
        return new StrictJson.Limits(limits.manifestDepth(), text, text, MOST_NUMBER, MOST_TOKENS);
    }

    private static Block dropped(Refusal why) {
        return new Block(Interactions.NONE, List.of(InteractionReader.dropped(why.problem())));
    }

    private Block block() {
        if (!json.containsKey(BLOCK)) {
            return Block.NONE;
        }
        try {
            return new Block(InteractionReader.read(where + " " + BLOCK, json.get(BLOCK)), List.of());
        } catch (Refusal why) {
            return dropped(why);
        }
    }

    private void read(JsonParser parser) throws Refusal, IOException {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            throw new Refusal(where, first == null ? "is empty" : "is " + kind(first) + ", not an object", FIX);
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            inBlock = field.equals(BLOCK);
            json.put(field, JsonTree.read(parser));
            inBlock = false;
        }
        if (parser.nextToken() != null) {
            throw new Refusal(where, "has more text after its object", "delete what follows the last brace");
        }
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
