package dev.perch.bridge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.perch.json.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What the real app-server 0.169.0 and its clients said to each other, recorded. */
final class Recordings {
    private static final JsonFactory JSON = new JsonFactory();

    private Recordings() {}

    /**
     * One line.
     *
     * @param client who was connected
     * @param fromServer else the client said it
     * @param atMs since the recording began
     */
    record Line(String client, boolean fromServer, long atMs, Fields message) {
        byte[] bytes() {
            return JsonTree.line(message.map()).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** All recordings by name. */
    static Map<String, List<Line>> all() throws IOException {
        Map<String, List<Line>> all = new LinkedHashMap<>();
        try (InputStream file = Recordings.class.getResourceAsStream("recordings.zip");
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                all.put(entry.getName().replace(".jsonl", ""), lines(text));
            }
        }
        return all;
    }

    /** The states that were expected of them before they were first replayed, by {@code recording/client+session}. */
    static Map<String, String> expected() throws IOException {
        Map<String, String> expected = new LinkedHashMap<>();
        try (InputStream in = Recordings.class.getResourceAsStream("expected-states.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.contains(" = "))
                    .map(line -> line.split(" = ", 2))
                    .forEach(parts -> expected.put(parts[0], parts[1]));
        }
        return expected;
    }

    private static List<Line> lines(String text) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            try (JsonParser parser = JSON.createParser(line)) {
                Fields fields = new Fields(JsonTree.readObject(parser));
                lines.add(new Line(
                        fields.text("client"),
                        fields.text("dir").equals("in"),
                        fields.whole("t", 0),
                        fields.object("msg")));
            }
        }
        return lines;
    }
}
