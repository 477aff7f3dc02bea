package dev.perch.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Small JSON as plain values: maps in their order, lists, strings, truths, numbers and null. What bounds it is the parser's
 * limits. Safe for threads.
 */
public final class JsonTree {
    private static final JsonFactory JSON = new JsonFactory();

    /** More than a double has. */
    private static final int MOST_EXPONENT = 999;

    private JsonTree() {}

    /**
     * Reads one object and the end behind it.
     *
     * @param parser before its first token
     * @throws JsonParseException when it is no object, or more follows
     */
    public static Map<String, @Nullable Object> readObject(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new JsonParseException(parser, "not an object");
        }
        Map<String, @Nullable Object> object = object(parser);
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "more behind the object");
        }
        return object;
    }

    /** Reads the value whose first token the parser is at, and stops at its last. */
    public static @Nullable Object read(JsonParser parser) throws IOException {
        return value(parser);
    }

    /** Writes an object in one line, without a line feed. */
    public static String line(Map<String, ? extends @Nullable Object> object) {
        return written(object, false);
    }

    /** Writes an object for people: a key a line, and a line feed at the end. */
    public static String page(Map<String, ? extends @Nullable Object> object) {
        return written(object, true) + "\n";
    }

    private static String written(Map<String, ? extends @Nullable Object> object, boolean pretty) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            if (pretty) {
                json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            }
            write(json, object);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            object.put(key, value(parser));
        }
        return object;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /** A number with such an exponent that working with it would take for ever, or that no number can have, is refused. */
    private static BigDecimal decimal(JsonParser parser) throws IOException {
        try {
            BigDecimal number = parser.getDecimalValue();
            if (Math.abs(number.scale()) <= MOST_EXPONENT) {
                return number;
            }
        } catch (NumberFormatException beyond) {
            // refused below
        }
        throw new JsonParseException(parser, "a number with an exponent beyond " + MOST_EXPONENT);
    }

    private static List<@Nullable Object> list(JsonParser parser) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser));
        }
        return list;
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Iterable<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(json, element);
            }
            json.writeEndArray();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Number number) {
            json.writeNumber(number.toString());
        } else if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }
}
