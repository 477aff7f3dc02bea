package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ManifestTest {
    @Test
    void anEmptyObjectGetsTheDefaultsOfCodex() throws Refusal {
        Manifest manifest = read("{}");
        assertNull(manifest.id());
        assertEquals("", manifest.description());
        assertEquals("spritesheet.webp", manifest.sheet().toString());
        assertEquals(1, manifest.version());
    }

    @Test
    void textsAreTrimmedAndBlankOnesAreNone() throws Refusal {
        assertEquals("Duck", read("{\"id\":\"a\",\"displayName\":\" Duck \"}").displayName());
        assertNull(read("{\"id\":\" a \",\"displayName\":\"  \"}").displayName());
        assertNull(read("{\"id\":null}").id());
    }

    @Test
    void aVersionThatIsNoWholeNumberIsZero() throws Refusal {
        assertEquals(2, read("{\"spriteVersionNumber\":2}").version());
        assertEquals(3, read("{\"spriteVersionNumber\":3}").version());
        assertEquals(1, read("{\"spriteVersionNumber\":null}").version());
        assertEquals(0, read("{\"spriteVersionNumber\":2.5}").version());
        assertEquals(0, read("{\"spriteVersionNumber\":\"2\"}").version());
        assertEquals(0, read("{\"spriteVersionNumber\":[2,{}],\"id\":\"q\"}").version());
        assertEquals(0, read("{\"spriteVersionNumber\":99999999999999999999}").version());
    }

    @Test
    void whatIsNoTextOrNoPathIsRefusalByItsField() {
        assertEquals("pet.json id: is a number, not a text; put it in quotes.", refusal("{\"id\":7}"));
        assertEquals(
                "pet.json spritesheetPath: the path \"../../x.webp\" leads out of the package;"
                        + " name a file inside the package, like spritesheet.webp.",
                refusal("{\"spritesheetPath\":\"../../x.webp\"}"));
    }

    private static Manifest read(String json) throws Refusal {
        return Manifest.of(
                "pet.json",
                ManifestReader.read("pet.json", json.getBytes(StandardCharsets.UTF_8), PackageLimits.standard()));
    }

    private static String refusal(String json) {
        return assertThrows(Refusal.class, () -> read(json)).problem().sentence();
    }
}
