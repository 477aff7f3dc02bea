package dev.perch.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Opens JSON of strangers: valid UTF-8, plain JSON, no key twice, under limits; no names are interned and no types bound.
 * What a reader makes of the tokens, and what may follow them, is its own affair. Safe for threads.
 */
public final class StrictJson {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final JsonFactory factory;

    /**
     * The limits of one kind of text.
     *
     * @param depth most levels of nesting
     * @param nameChars most characters of a key
     * @param stringChars most characters of a string
     * @param numberChars most characters of a number
     * @param tokens most names, values and brackets
     */
    public record Limits(int depth, int nameChars, int stringChars, int numberChars, long tokens) {}

    /** A reader under those limits. */
    public StrictJson(Limits limits) {
        this(limits, true);
    }

    private StrictJson(Limits limits, boolean keysOnce) {
        factory = JsonFactory.builder()
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, keysOnce)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxNameLength(limits.nameChars())
                        .maxStringLength(limits.stringChars())
                        .maxNumberLength(limits.numberChars())
                        .maxTokenCount(limits.tokens())
                        .build())
                .build();
    }

    /** A reader under those limits that lets a key come twice, for one who looks for that itself. */
    public static StrictJson allowingKeysTwice(Limits limits) {
        return new StrictJson(limits, false);
    }

    /**
     * A parser before the first token; one leading byte order mark is dropped.
     *
     * @throws CharacterCodingException when the bytes are not UTF-8
     */
    public JsonParser parser(byte[] bytes, int from, int to) throws IOException {
        CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
        if (text.hasRemaining() && text.get(text.position()) == BYTE_ORDER_MARK) {
            text.position(text.position() + 1);
        }
        return factory.createParser(text.array(), text.position(), text.remaining());
    }
}
