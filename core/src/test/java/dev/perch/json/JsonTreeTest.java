package dev.perch.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {
    private static final StrictJson JSON = new StrictJson(new StrictJson.Limits(16, 4096, 4096, 100, 65_536));

    @Test
    void aNumberKeepsItsDigits() throws IOException {
        assertEquals(Map.of("a", new BigDecimal("1.50")), read("1.50"));
        assertEquals(Map.of("a", new BigDecimal("-2e308")), read("-2e308"));
        assertEquals(Map.of("a", 7), read("7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999999999999", "1e-99999999999999999999", "1e999999999", "1e-2147483647"})
    void anExponentBeyondAllUseIsNoJson(String number) {
        assertThrows(JsonParseException.class, () -> read(number));
    }

    private static Map<String, Object> read(String number) throws IOException {
        byte[] json = ("{\"a\":" + number + "}").getBytes(StandardCharsets.UTF_8);
        try (JsonParser parser = JSON.parser(json, 0, json.length)) {
            return JsonTree.readObject(parser);
        }
    }
}
