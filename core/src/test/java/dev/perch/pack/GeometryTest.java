package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeometryTest {
    @ParameterizedTest
    @CsvSource({
        "1536,1872,9,8,192,208",
        "1536,2288,11,8,192,208",
        "768,936,9,8,96,104",
        "3072,3744,9,8,384,416",
        "4608,6864,11,8,576,624",
        "9216,1872,9,48,192,208"
    })
    void aCleanScaleOfEitherAspectHasAGrid(
            int width, int height, int rows, int columns, int cellWidth, int cellHeight) {
        assertEquals(new Geometry(rows, columns, cellWidth, cellHeight), Geometry.of(width, height, 1));
    }

    @ParameterizedTest
    @CsvSource({"1536,1871", "1535,1872", "1344,1872", "512,512", "1536,2080", "1,1", "1536,9"})
    void anythingElseHasNone(int width, int height) {
        assertNull(Geometry.of(width, height, 1));
        assertNull(Geometry.of(width, height, 2));
    }

    @Test
    void theFrameTimesAreThoseOfCodex() {
        int[] pass = {1100, 1060, 1060, 700, 840, 1220, 1010, 820, 1030};
        int[] used = {6, 8, 8, 4, 5, 8, 6, 6, 6};
        for (int row = 0; row < 9; row++) {
            CodexRows codex = CodexRows.ALL.get(row);
            assertEquals(used[row], codex.millis().size(), codex.name());
            assertEquals(
                    pass[row],
                    codex.millis().stream().mapToInt(Integer::intValue).sum(),
                    codex.name());
        }
    }
}
