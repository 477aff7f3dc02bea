package dev.perch.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.text.VisibleText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * A snapshot as one JSON object: {@code {"state":"running","title":"…","body":"…","metadata":{…}}}, the last two
 * optional. Reads within {@link SnapshotLimits#LOCAL} and {@link VisibleText}: what is over a limit or cannot be seen
 * is refused with one sentence, nothing is cut or dropped in silence. Whole numbers of the metadata are {@link Long}.
 */
public final class SnapshotJson {
    private static final JsonFactory JSON = new JsonFactory();

    private SnapshotJson() {}

    /** Reads {@code text} as one snapshot. {@code where} names the place in a problem. */
    public static SnapshotLine read(String text, String where) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return read(bytes, 0, bytes.length, where);
    }

    /** Reads the bytes of UTF-8 from {@code from} to before {@code to} as one snapshot. */
    public static SnapshotLine read(byte[] bytes, int from, int to, String where) {
        try {
            return new SnapshotLine.Good(OneObject.readObject(bytes, from, to, SnapshotReader::read));
        } catch (BadLine bad) {
            return new SnapshotLine.Bad(bad.at(where));
        }
    }

    /** Writes the one canonical line, without its line feed: fields in order, keys of the metadata sorted. */
    public static String write(RuntimeSnapshot snapshot) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            write(json, snapshot);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    static void write(JsonGenerator json, RuntimeSnapshot snapshot) throws IOException {
        json.writeStartObject();
        json.writeStringField("state", snapshot.state().id());
        json.writeStringField("title", snapshot.title());
        if (snapshot.body() != null) {
            json.writeStringField("body", snapshot.body());
        }
        if (!snapshot.metadata().isEmpty()) {
            json.writeFieldName("metadata");
            writeValue(json, snapshot.metadata());
        }
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<String, Object> entry : sorted(map).entrySet()) {
                json.writeFieldName(entry.getKey());
                writeValue(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Collection<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                writeValue(json, element);
            }
            json.writeEndArray();
        } else if (value instanceof Number number && !(value instanceof Double)) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            json.writeString(value.toString());
        }
    }

    private static Map<String, Object> sorted(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        return sorted;
    }
}
