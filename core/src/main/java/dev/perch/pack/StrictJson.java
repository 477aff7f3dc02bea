package dev.perch.pack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Parsers for JSON of strangers: plain JSON in valid UTF-8, no key twice, under limits. */
final class StrictJson {
    private StrictJson() {}

    /**
     * A parser before the first token; one leading byte order mark is dropped.
     *
     * @param depth most levels of nesting
     * @param string most characters of a string or key
     * @throws CharacterCodingException when the bytes are not UTF-8
     */
    static JsonParser parser(byte[] bytes, int depth, int string) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return factory(depth, string).createParser(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static JsonFactory factory(int depth, int string) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(depth)
                        .maxStringLength(string)
                        .maxNameLength(string)
                        .maxNumberLength(100)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }
}
