package dev.perch.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a recording: {@code {"perch":"recording","version":1}}, then
 * {@code {"at":MILLIS,"source":"…","session":"…","snapshot":{…}}} for each snapshot. Source and session may be left
 * out; keys that are not known are skipped.
 */
final class RecordingFormat {
    private static final JsonFactory JSON = new JsonFactory();

    static final String HEAD = "{\"perch\":\"recording\",\"version\":1}";

    private static final String KIND = "recording";
    private static final long VERSION = 1;
    private static final long LONGEST_MILLIS = Duration.ofDays(31).toMillis();
    private static final SourceId NO_SOURCE = new SourceId("recording");

    private RecordingFormat() {}

    /** Checks the first line. */
    static void readHead(byte[] bytes, int from, int to) throws BadLine {
        boolean known;
        try {
            known = OneObject.readObject(bytes, from, to, RecordingFormat::isHead);
        } catch (BadLine bad) {
            known = false;
        }
        if (!known) {
            throw new BadLine("is not the head of a recording of version 1", "begin the file with " + HEAD);
        }
    }

    private static boolean isHead(JsonParser parser) throws IOException {
        boolean kind = false;
        boolean version = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonToken token = parser.nextToken();
            kind |= key.equals("perch") && token == JsonToken.VALUE_STRING && KIND.equals(parser.getText());
            version |= key.equals("version")
                    && token == JsonToken.VALUE_NUMBER_INT
                    && parser.getBigIntegerValue().bitLength() < Integer.SIZE
                    && parser.getLongValue() == VERSION;
            parser.skipChildren();
        }
        return kind && version;
    }

    /** Reads a line behind the first. */
    static SnapshotTimeline.Entry readEntry(byte[] bytes, int from, int to) throws BadLine {
        return OneObject.readObject(bytes, from, to, RecordingFormat::entry);
    }

    private static SnapshotTimeline.Entry entry(JsonParser parser) throws IOException, BadLine {
        long at = -1;
        SourceId source = NO_SOURCE;
        @Nullable SessionId session = null;
        @Nullable RuntimeSnapshot snapshot = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "at" -> at = millis(parser);
                case "source" -> source = new SourceId(id(key, parser));
                case "session" -> session = new SessionId(id(key, parser));
                case "snapshot" -> snapshot = snapshot(parser);
                default -> parser.skipChildren();
            }
        }
        if (at < 0 || snapshot == null) {
            throw new BadLine("has no \"at\" or no \"snapshot\"", "give both");
        }
        return entryOf(at, source, session, snapshot);
    }

    private static SnapshotTimeline.Entry entryOf(
            long at, SourceId source, @Nullable SessionId session, RuntimeSnapshot snapshot) {
        if (session == null || session.equals(snapshot.session())) {
            return new SnapshotTimeline.Entry(at, source, snapshot.session(), snapshot);
        }
        Map<String, Object> metadata = new HashMap<>(snapshot.metadata());
        metadata.put(RuntimeSnapshot.SESSION_ID, session.id());
        RuntimeSnapshot named = new RuntimeSnapshot(snapshot.state(), snapshot.title(), snapshot.body(), metadata);
        return new SnapshotTimeline.Entry(at, source, session, named);
    }

    private static long millis(JsonParser parser) throws IOException, BadLine {
        boolean whole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        if (!whole || parser.getLongValue() < 0 || parser.getLongValue() > LONGEST_MILLIS) {
            throw new BadLine("\"at\" is not a whole number from 0 to " + LONGEST_MILLIS, "give milliseconds");
        }
        return parser.getLongValue();
    }

    private static String id(String key, JsonParser parser) throws IOException, BadLine {
        if (parser.currentToken() != JsonToken.VALUE_STRING || !SessionId.isId(parser.getText())) {
            throw new BadLine(
                    key + " is not a name of 1 to 64 letters, digits and . _ : -", "give another one, or none");
        }
        return parser.getText();
    }

    private static RuntimeSnapshot snapshot(JsonParser parser) throws IOException, BadLine {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new BadLine("snapshot is not an object", "write it in braces");
        }
        return SnapshotReader.read(parser);
    }

    /** Writes a line without its line feed. */
    static String writeEntry(SnapshotTimeline.Entry entry) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("at", entry.atMillis());
            json.writeStringField("source", entry.source().id());
            json.writeStringField("session", entry.session().id());
            json.writeFieldName("snapshot");
            SnapshotJson.write(json, entry.snapshot());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }
}
