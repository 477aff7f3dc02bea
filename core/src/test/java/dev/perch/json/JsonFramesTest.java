package dev.perch.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The JSON that others gathered to break parsers, as frames of the sockets: see corpora/README.md. */
final class JsonFramesTest {
    private static final StrictJson FRAMES = new StrictJson(new StrictJson.Limits(16, 64, 128 * 1024, 20, 1_024));

    /** Plain JSON that a frame refuses all the same: a key twice, and numbers longer than any of Perch's. */
    private static final Set<String> REFUSED_ON_PURPOSE = Set.of(
            "y_object_duplicated_key.json",
            "y_object_duplicated_key_and_value.json",
            "y_number_double_close_to_zero.json");

    private record Case(String name, String text) {}

    @Test
    void whatMustBeRefusedIsAndWhatMustBeReadIs() throws IOException {
        List<String> wrong = new ArrayList<>();
        int refused = 0;
        int read = 0;
        for (Case one : cases()) {
            boolean mustBeRefused = one.name().startsWith("n_") || REFUSED_ON_PURPOSE.contains(one.name());
            boolean mustBeRead = one.name().startsWith("y_") && !mustBeRefused;
            boolean isRead =
                    isRead("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"m\",\"params\":{\"x\":" + one.text() + "}}");
            if ((isRead && mustBeRefused) || (!isRead && mustBeRead)) {
                wrong.add(one.name());
            }
            assertTrue(!isRead(one.text()), one.name() + " alone is no request");
            refused += isRead ? 0 : 1;
            read += isRead ? 1 : 0;
        }
        assertEquals(List.of(), wrong);
        assertEquals(318, refused + read);
        System.out.println("318 parsing cases as frames: " + refused + " refused, " + read + " read, 0 uncaught");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        for (String hex : List.of(
                "80",
                "bf",
                "c0",
                "c0af",
                "c1bf",
                "c2",
                "c328",
                "e08080",
                "e09fbf",
                "e0a0",
                "e28228",
                "eda080",
                "edafbf",
                "edb080",
                "edbfbf",
                "eda080edb080",
                "efbf",
                "f0808080",
                "f08fbfbf",
                "f0908080" + "f0",
                "f4908080",
                "f5808080",
                "f8888080",
                "fe",
                "ff")) {
            byte[] inside = HexFormat.of().parseHex(hex);
            byte[] head = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"".getBytes(StandardCharsets.UTF_8);
            byte[] tail = "\"}".getBytes(StandardCharsets.UTF_8);
            byte[] line = new byte[head.length + inside.length + tail.length];
            System.arraycopy(head, 0, line, 0, head.length);
            System.arraycopy(inside, 0, line, head.length, inside.length);
            System.arraycopy(tail, 0, line, head.length + inside.length, tail.length);
            RpcFault fault = assertThrows(RpcFault.class, () -> RpcCall.read(line, FRAMES), hex);
            assertEquals(RpcFault.NO_JSON, fault.code());
        }
    }

    private static boolean isRead(String line) {
        try {
            RpcCall.read(line.getBytes(StandardCharsets.UTF_8), FRAMES);
            return true;
        } catch (RpcFault refused) {
            return false;
        }
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        InputStream in = Objects.requireNonNull(JsonFramesTest.class.getResourceAsStream("/corpora/json-parsing.json"));
        try (JsonParser json = new JsonFactory().createParser(in)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                String name = json.nextTextValue();
                String text = json.nextTextValue();
                cases.add(new Case(name, text.repeat(json.nextIntValue(1))));
                json.nextToken();
            }
        }
        return cases;
    }
}
