package dev.perch.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the inside of a snapshot's object. Keys that it does not know are skipped; null is as good as absent. */
final class SnapshotReader {
    private @Nullable PetAnimationState state;
    private @Nullable String title;
    private @Nullable String body;
    private Map<String, Object> metadata = Map.of();

    private SnapshotReader() {}

    /** Reads from the first brace to the last. */
    static RuntimeSnapshot read(JsonParser parser) throws IOException, BadLine {
        return new SnapshotReader().readAll(parser);
    }

    private RuntimeSnapshot readAll(JsonParser parser) throws IOException, BadLine {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token != JsonToken.VALUE_NULL) {
                field(key, parser);
            }
        }
        if (state == null) {
            throw new BadLine("has no state", "add \"state\", such as \"running\"");
        }
        if (title == null) {
            throw new BadLine("has no title", "add \"title\", one line of text");
        }
        RuntimeSnapshot snapshot = new RuntimeSnapshot(state, title, body, metadata);
        SnapshotCheck.require(snapshot);
        return snapshot;
    }

    private void field(String key, JsonParser parser) throws IOException, BadLine {
        switch (key) {
            case "state" -> state = word(text(key, parser));
            case "title" -> title = text(key, parser);
            case "body" -> body = text(key, parser);
            case "metadata" -> metadata = metadata(parser);
            default -> parser.skipChildren();
        }
    }

    private static PetAnimationState word(String text) throws BadLine {
        if (!PetAnimationState.isWord(text)) {
            throw new BadLine(
                    "state is not a word of 1 to 32 small letters, digits, - and _", "use one such as \"running\"");
        }
        return new PetAnimationState(text);
    }

    private static String text(String key, JsonParser parser) throws IOException, BadLine {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new BadLine(key + " is not text", "put it in quotes");
        }
        return parser.getText();
    }

    private static Map<String, Object> metadata(JsonParser parser) throws IOException, BadLine {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new BadLine("metadata is not an object", "write it in braces");
        }
        return object("metadata", parser, true);
    }

    private static Map<String, Object> object(String field, JsonParser parser, boolean nest)
            throws IOException, BadLine {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                map.put(key, value(field, parser, nest));
            }
        }
        return Collections.unmodifiableMap(map);
    }

    private static List<Object> list(String field, JsonParser parser) throws IOException, BadLine {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_NULL) {
                list.add(value(field, parser, false));
            }
        }
        return List.copyOf(list);
    }

    private static Object value(String field, JsonParser parser, boolean nest) throws IOException, BadLine {
        JsonToken token = parser.currentToken();
        if (token.isStructStart() && !nest) {
            throw new BadLine(field + " is nested deeper than two levels", "flatten it");
        }
        return switch (token) {
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> whole(field, parser);
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case START_OBJECT -> object(field, parser, false);
            default -> list(field, parser);
        };
    }

    private static Long whole(String field, JsonParser parser) throws IOException, BadLine {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw new BadLine(field + " has a whole number beyond 64 bits", "write it as text");
        }
        return parser.getLongValue();
    }
}
