package dev.perch.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;

/** What a small file is as a whole, before anybody asks what it says. */
enum JsonShape {
    /** One object, on however many lines. */
    ONE_OBJECT,
    /** The beginning of one object: its writer may still be at it. */
    UNFINISHED,
    /** Lines, or no JSON. */
    OTHER;

    private static final JsonFactory LENIENT = new JsonFactory();

    static JsonShape of(byte[] bytes) {
        try (JsonParser parser = LENIENT.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return OTHER;
            }
            parser.skipChildren();
            return parser.nextToken() == null ? ONE_OBJECT : OTHER;
        } catch (JsonEOFException unfinished) {
            return UNFINISHED;
        } catch (IOException other) {
            return OTHER;
        }
    }
}
