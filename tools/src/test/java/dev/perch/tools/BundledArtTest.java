package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.tools.art.BundledArt;
import dev.perch.tools.art.Cell;
import dev.perch.tools.art.CharacterArt;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BundledArtTest {
    private static final int LOOK_ROW = 9;

    static Iterable<CharacterArt> pets() {
        return BundledArt.PETS;
    }

    /** {@code ./perch draw-pets} renews them. */
    @Test
    void theCommittedPackagesAreWhatTheCodeDraws(@TempDir Path folder, @TempDir Path store) throws Exception {
        for (Path file : new BundledArt(Workbench.codecs(), store).writeTo(folder)) {
            Path name = folder.relativize(file);
            try (InputStream committed = getClass().getResourceAsStream("/assets/pets/" + name)) {
                assertArrayEquals(committed.readAllBytes(), Files.readAllBytes(file), name.toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pets")
    void noTwoCellsOfARowThatMovesAreCopies(CharacterArt art) {
        int rows = art.spriteVersion() == 1 ? 9 : 11;
        for (int row = 0; row < rows; row++) {
            Set<Integer> seen = new HashSet<>();
            int used = 0;
            for (int column = 0; column < 8; column++) {
                boolean neutral = row == 0 && column == 6;
                if (art.used(row, column) && !neutral) {
                    used++;
                    seen.add(Arrays.hashCode(art.draw(row, column, 1).argb()));
                }
            }
            assertEquals(used, seen.size(), art.id() + " row " + row);
        }
    }

    @ParameterizedTest
    @MethodSource("pets")
    void everyUsedCellHasInkClearOfItsEdgesAndEveryOtherIsClear(CharacterArt art) {
        int rows = art.spriteVersion() == 1 ? LOOK_ROW : 11;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < 8; column++) {
                if (art.used(row, column)) {
                    hasInkInside(art.draw(row, column, 1), art.id() + " " + row + "," + column);
                }
            }
        }
        assertFalse(art.used(0, 7), "idle has six frames, and a neutral one at most");
    }

    private static void hasInkInside(Cell cell, String where) {
        int ink = 0;
        for (int y = 0; y < cell.height(); y++) {
            for (int x = 0; x < cell.width(); x++) {
                int argb = cell.argb()[y * cell.width() + x];
                boolean edge = x < 3 || y < 3 || x >= cell.width() - 3 || y >= cell.height() - 3;
                assertTrue(argb >>> 24 != 0 || argb == 0, where + " hides a colour at " + x + "," + y);
                assertFalse(edge && argb != 0, where + " touches its edge at " + x + "," + y);
                ink += argb == 0 ? 0 : 1;
            }
        }
        assertTrue(ink >= 50, where + " has " + ink + " pixels of ink");
    }
}
