package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ManifestReaderTest {
    private static final PackageLimits LIMITS = PackageLimits.standard();

    @Test
    void oneByteOrderMarkIsDropped() throws Refusal {
        assertEquals("红糖", read("\uFEFF{\"displayName\":\"红糖\"}").get("displayName"));
        assertTrue(refusal("\uFEFF\uFEFF{}").contains("not valid JSON"));
    }

    @Test
    void unknownFieldsAreSkippedWhateverTheyHold() throws Refusal {
        String json = "{\"behavior\":{\"a\":[1,{\"b\":null}],\"c\":\"x\"},\"tags\":[],\"n\":1e9,\"id\":\"z\"}";
        assertEquals("z", read(json).get("id"));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNoManifestIsRefusedInOneSentence() {
        String deep = "{\"a\":" + "[".repeat(16) + "]".repeat(16) + "}";
        String longText = "{\"a\":\"" + "x".repeat(4097) + "\"}";
        return Map.ofEntries(
                        Map.entry("", "is empty"),
                        Map.entry("   ", "is empty"),
                        Map.entry("[]", "is an array, not an object"),
                        Map.entry("null", "is null, not an object"),
                        Map.entry("\"pet\"", "is a text, not an object"),
                        Map.entry("{} {}", "more text after"),
                        Map.entry("{\"id\":\"a\",\"id\":\"b\"}", "line 1: has a field twice"),
                        Map.entry("{\"id\":\"a\",\n}", "pet.json line 2: is not valid JSON"),
                        Map.entry("{\"id\":\"a\"", "not valid JSON"),
                        Map.entry("{/* no */}", "not valid JSON"),
                        Map.entry(deep, "nested too deep"),
                        Map.entry(longText, "text that is too long"))
                .entrySet()
                .stream()
                .map(test -> DynamicTest.dynamicTest(
                        test.getValue(),
                        () -> assertTrue(refusal(test.getKey()).contains(test.getValue()), refusal(test.getKey()))));
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        byte[] latin = "{\"id\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);
        Refusal refusal = assertThrows(Refusal.class, () -> ManifestReader.read("pet.json", latin, LIMITS));
        assertTrue(TestPet.sentence(refusal.problem()).contains("not UTF-8"));
    }

    private static Map<String, Object> read(String json) throws Refusal {
        return ManifestReader.read("pet.json", json.getBytes(StandardCharsets.UTF_8), LIMITS);
    }

    private static String refusal(String json) {
        return TestPet.sentence(assertThrows(Refusal.class, () -> read(json)).problem());
    }
}
