package dev.perch.pack.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.perch.api.CompatiblePetPackageAdapter.Refused;
import dev.perch.pack.ManifestReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CodexManifestTest {
    @Test
    void anEmptyObjectGetsTheDefaultsOfCodex() throws Refused {
        CodexManifest manifest = read("{}");
        assertNull(manifest.id());
        assertEquals("", manifest.description());
        assertEquals("spritesheet.webp", manifest.sheet().toString());
        assertEquals(1, manifest.version());
    }

    @Test
    void textsAreTrimmedAndBlankOnesAreNone() throws Refused {
        assertEquals("Duck", read("{\"id\":\"a\",\"displayName\":\" Duck \"}").displayName());
        assertNull(read("{\"id\":\" a \",\"displayName\":\"  \"}").displayName());
        assertNull(read("{\"id\":null}").id());
    }

    @Test
    void aVersionThatIsNoWholeNumberIsZero() throws Refused {
        assertEquals(2, read("{\"spriteVersionNumber\":2}").version());
        assertEquals(3, read("{\"spriteVersionNumber\":3}").version());
        assertEquals(1, read("{\"spriteVersionNumber\":null}").version());
        assertEquals(0, read("{\"spriteVersionNumber\":2.5}").version());
        assertEquals(0, read("{\"spriteVersionNumber\":\"2\"}").version());
        assertEquals(0, read("{\"spriteVersionNumber\":[2,{}],\"id\":\"q\"}").version());
        assertEquals(0, read("{\"spriteVersionNumber\":99999999999999999999}").version());
    }

    @Test
    void whatIsNoTextOrNoPathIsRefusedByItsField() {
        assertEquals("pet.json id: is a number, not a text; put it in quotes.", refusal("{\"id\":7}"));
        assertEquals(
                "pet.json spritesheetPath: the path \"../../x.webp\" leads out of the package;"
                        + " name a file inside the package, like spritesheet.webp.",
                refusal("{\"spritesheetPath\":\"../../x.webp\"}"));
    }

    private static CodexManifest read(String json) throws Refused {
        return CodexManifest.of("pet.json", ManifestReader.readMore("pet.json", json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String refusal(String json) {
        return assertThrows(Refused.class, () -> read(json)).problem().sentence();
    }
}
