package dev.perch.link;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Strings that others have gathered to break programs; see corpora/README.md. */
public final class Corpora {
    private Corpora() {}

    /** A case of the URL standard: what it makes of an input. A null host is a refusal. */
    public record Case(String input, String host, String href) {}

    /** All strings of a JSON file, in order, whatever holds them. */
    public static List<String> strings(String file) throws IOException {
        List<String> strings = new ArrayList<>();
        try (JsonParser json = open(file)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    strings.add(json.getText());
                }
            }
        }
        return strings;
    }

    /** The cases of web-platform-tests. */
    public static List<Case> urls() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (JsonParser json = open("wpt-urls.json")) {
            while (json.nextToken() != JsonToken.START_ARRAY) {
                // up to the list
            }
            while (json.nextToken() == JsonToken.START_ARRAY) {
                cases.add(new Case(json.nextTextValue(), json.nextTextValue(), json.nextTextValue()));
                json.nextToken();
            }
        }
        return cases;
    }

    private static JsonParser open(String file) throws IOException {
        InputStream in = Objects.requireNonNull(Corpora.class.getResourceAsStream("/corpora/" + file), file);
        return new JsonFactory().createParser(in);
    }
}
