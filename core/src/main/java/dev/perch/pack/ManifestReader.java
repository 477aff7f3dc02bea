package dev.perch.pack;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import dev.perch.model.Interactions;
import dev.perch.model.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code pet.json}. Unknown fields are skipped, under the same limits as the rest. */
final class ManifestReader {
    /** A manifest of 64 KiB cannot hold more. */
    private static final int MOST_TOKENS = 65_536;

    private static final int MOST_NUMBER = 100;

    private static final String BLOCK = "interactions";

    private static final String FIX = "make it one JSON object as Codex writes it";

    private final String where;
    private @Nullable String id;
    private @Nullable String displayName;
    private @Nullable String description;
    private @Nullable String sheet;
    private int version = 1;
    private Interactions interactions = Interactions.NONE;
    private final List<Problem> warnings = new ArrayList<>();
    private boolean inBlock;

    private ManifestReader(String where) {
        this.where = where;
    }

    /**
     * Reads a manifest.
     *
     * @param where name of the file, for the refusal
     */
    static Manifest read(String where, byte[] bytes, PackageLimits limits) throws Refusal {
        if (bytes.length == 0) {
            throw new Refusal(where, "is empty", FIX);
        }
        ManifestReader reader = new ManifestReader(where);
        try (JsonParser json = new StrictJson(limits(limits)).parser(bytes, 0, bytes.length)) {
            return reader.read(json);
        } catch (JsonProcessingException e) {
            return reader.inBlock && isTwice(e) ? withoutBlock(where, bytes, limits) : refuse(where, e);
        } catch (CharacterCodingException e) {
            throw new Refusal(where, "is not UTF-8 text", "save it as UTF-8");
        } catch (IOException e) {
            throw new Refusal(where, "cannot be read as JSON", FIX);
        }
    }

    private static Manifest refuse(String where, JsonProcessingException e) throws Refusal {
        if (e instanceof StreamConstraintsException) {
            throw new Refusal(where, "is nested too deep or has a text that is too long", "shorten it");
        }
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        String what = isTwice(e) ? "has a field twice" : "is not valid JSON";
        throw new Refusal(where + " line " + line, what, "correct that line");
    }

    private static boolean isTwice(JsonProcessingException e) {
        return String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
    }

    /** Reads a manifest whose interactions have a field twice: the pet still shows. */
    private static Manifest withoutBlock(String where, byte[] bytes, PackageLimits limits) throws Refusal {
        ManifestReader reader = new ManifestReader(where);
        reader.drop(new Refusal(where + " " + BLOCK, "has a field twice", "keep one of them"));
        try (JsonParser json = StrictJson.allowingKeysTwice(limits(limits)).parser(bytes, 0, bytes.length)) {
            return reader.read(json);
        } catch (JsonProcessingException e) {
            return refuse(where, e);
        } catch (IOException e) {
            throw new Refusal(where, "cannot be read as JSON", FIX);
        }
    }

    private static StrictJson.Limits limits(PackageLimits limits) {
        int text = limits.manifestString();
        return new StrictJson.Limits(limits.manifestDepth(), text, text, MOST_NUMBER, MOST_TOKENS);
    }

    private void drop(Refusal why) {
        interactions = Interactions.NONE;
        warnings.add(InteractionReader.dropped(why.problem()));
    }

    private void interactions(JsonParser json) throws IOException {
        inBlock = true;
        Object block = JsonTree.read(json);
        inBlock = false;
        if (!warnings.isEmpty()) {
            return;
        }
        try {
            interactions = InteractionReader.read(where + " " + BLOCK, block);
        } catch (Refusal why) {
            drop(why);
        }
    }

    private Manifest read(JsonParser json) throws Refusal, IOException {
        JsonToken first = json.nextToken();
        if (first != JsonToken.START_OBJECT) {
            throw new Refusal(where, first == null ? "is empty" : "is " + kind(first) + ", not an object", FIX);
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            field(field, json);
        }
        if (json.nextToken() != null) {
            throw new Refusal(where, "has more text after its object", "delete what follows the last brace");
        }
        SafePath path = SafePath.parse(where + " spritesheetPath", sheet == null ? Manifest.DEFAULT_SHEET : sheet);
        return new Manifest(
                id,
                displayName,
                description == null ? "" : description,
                path,
                version,
                interactions,
                List.copyOf(warnings));
    }

    private void field(String field, JsonParser json) throws Refusal, IOException {
        switch (field) {
            case "id" -> id = text(field, json);
            case "displayName" -> displayName = text(field, json);
            case "description" -> description = text(field, json);
            case "spritesheetPath" -> sheet = text(field, json);
            case "spriteVersionNumber" -> version = version(json);
            case BLOCK -> interactions(json);
            default -> skip(json);
        }
    }

    private @Nullable String text(String field, JsonParser json) throws Refusal, IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.VALUE_STRING) {
            throw new Refusal(where + " " + field, "is " + kind(token) + ", not a text", "put it in quotes");
        }
        String text = json.getText().strip();
        return text.isEmpty() ? null : text;
    }

    private static int version(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return 1;
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            String digits = json.getText();
            return digits.length() <= 9 ? Integer.parseInt(digits) : 0;
        }
        skip(json);
        return 0;
    }

    /* Unlike skipChildren, this looks at every text, so that the limits hold for unknown fields too. */
    private static void skip(JsonParser json) throws IOException {
        int depth = 0;
        JsonToken token = json.currentToken();
        while (token != null) {
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.VALUE_STRING) {
                json.getText();
            }
            if (depth == 0) {
                return;
            }
            token = json.nextToken();
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
