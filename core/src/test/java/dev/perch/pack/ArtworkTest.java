package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtworkTest {
    @TempDir
    Path temp;

    @ParameterizedTest
    @CsvSource({
        "1,11,is 1 or missing,refuses such a sheet,2",
        "2,9,is 2,refuses such a sheet,1",
        "3,11,is 3,knows only 1 and 2,2",
        "3,9,is 3,knows only 1 and 2,1",
        "0,9,is no whole number,knows only 1 and 2,1"
    })
    void aVersionThatDoesNotMatchTheRowsIsNamed(int version, int rows, String says, String codex, int right)
            throws Exception {
        TestSheet sheet = rows == 9 ? TestSheet.v1(12) : TestSheet.v2(12);
        Artwork choice = artwork(version, Map.of("s.png", sheet.png()), 0);
        assertEquals(1, choice.warnings().size());
        String said = TestPet.sentence(choice.warnings().get(0));
        assertTrue(said.startsWith("pet.json spriteVersionNumber: " + says + ", but"), said);
        assertTrue(said.contains(codex) && said.endsWith("write \"spriteVersionNumber\": " + right + "."), said);
    }

    @Test
    void aSheetThatFitsNothingIsToldWhichSizesWould() {
        byte[] square = TestPng.rgba(64, 64, new byte[64 * 64 * 4]).bytes();
        Refusal refusal = assertThrows(Refusal.class, () -> artwork(1, Map.of("s.png", square), 0));
        String said = TestPet.sentence(refusal.problem());
        assertTrue(said.startsWith("s.png: is 64x64 pixels, which is no grid of 8 columns and 9 or 11 rows"), said);
        assertTrue(said.contains("1536x1872") && said.contains("1536x2288"), said);
    }

    @ParameterizedTest
    @CsvSource({"0,s.png", "1,s.png", "24,s.png", "25,s@2x.png", "48,s@2x.png", "60,s@3x.png", "500,s@3x.png"})
    void theSmallestSheetWithCellsAsWideAsWantedIsTaken(int wanted, String file) throws Exception {
        Map<String, byte[]> sheets = new LinkedHashMap<>();
        sheets.put("s.png", TestSheet.v1(24).png());
        sheets.put("s@2x.png", TestSheet.v1(48).png());
        sheets.put("s@3x.png", TestSheet.v1(72).png());
        Artwork choice = artwork(1, sheets, wanted);
        assertEquals(file, file(choice));
        assertEquals(List.of(), choice.warnings());
    }

    @Test
    void aLargeSheetOfAnotherShapeIsIgnoredWithAWord() throws Exception {
        Map<String, byte[]> sheets = new LinkedHashMap<>();
        sheets.put("s.png", TestSheet.v1(24).png());
        sheets.put("s@2x.png", TestSheet.v2(48).png());
        sheets.put("s@3x.png", new byte[0]);
        Artwork choice = artwork(1, sheets, 500);
        assertEquals("s.png", file(choice));
        assertEquals(
                List.of(
                        "s@2x.png: is 384x572 pixels, not 2 times s.png, so it is not used; draw it at 384x468.",
                        "s@3x.png: is empty (0 bytes), so it is not used; copy the picture again."),
                choice.warnings().stream().map(TestPet::sentence).toList());
    }

    private Artwork artwork(int version, Map<String, byte[]> files, int wanted) throws Exception {
        Object said = version == 0 ? "none" : version;
        return CodexSource.of(null, said, files, temp).artwork(wanted);
    }

    private static String file(Artwork artwork) {
        return artwork.pictures().values().iterator().next().file();
    }
}
