package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.PackageSource;
import dev.perch.pack.CodexRows;
import dev.perch.pack.DecodedPet;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageSheets;
import dev.perch.pack.Pixels;
import dev.perch.pack.check.PetCheck;
import dev.perch.pack.format.PetFormats;
import dev.perch.tools.art.BundledArt;
import dev.perch.tools.art.Cell;
import dev.perch.tools.art.CharacterArt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BundledArtTest {
    private static final Path ASSETS = Path.of("../assets/pets");

    static Iterable<CharacterArt> pets() {
        return BundledArt.PETS;
    }

    /** Byte for byte, in both sizes; {@code ./perch draw-pets} renews them. */
    @Test
    @Tag("long")
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
    void theCommittedSheetHasThePixelsThatTheCodeDraws(CharacterArt art) throws Exception {
        DecodedPet pet = committed(art);
        assertTrue(new String(pet.manifest(), StandardCharsets.UTF_8).contains(art.description()));
        assertEquals(art.spriteVersion(), pet.version());
        for (int row = 0; row < CodexRows.rows(art.spriteVersion()); row++) {
            Set<ByteBuffer> seen = new HashSet<>();
            int used = 0;
            for (int column = 0; column < CodexRows.COLUMNS; column++) {
                String where = art.id() + " " + row + "," + column;
                byte[] cell = pet.sheets().get(0).cell(row, column).rgba();
                boolean shown = art.used(row, column);
                byte[] drawn = shown ? rgba(art.draw(row, column, 1)) : new byte[cell.length];
                assertArrayEquals(drawn, cell, where);
                boolean neutral = row == 0 && column == CodexRows.NEUTRAL_COLUMN;
                used += shown && !neutral ? 1 : 0;
                if (shown && !neutral) {
                    seen.add(ByteBuffer.wrap(cell));
                }
            }
            assertEquals(used, seen.size(), art.id() + " row " + row + " has copies");
        }
        assertFalse(art.used(0, 7), "idle has six frames, and a neutral one at most");
    }

    @ParameterizedTest
    @MethodSource("pets")
    void theCommittedPackagesBreakNoRule(CharacterArt art) throws Exception {
        assertEquals(List.of(), new PetCheck(sheets()).check(source(art)).findings());
    }

    @ParameterizedTest
    @MethodSource("pets")
    void everyUsedCellHasInkClearOfItsEdges(CharacterArt art) throws Exception {
        DecodedPet.Sheet sheet = committed(art).sheets().get(0);
        for (int row = 0; row < CodexRows.rows(art.spriteVersion()); row++) {
            for (int column = 0; column < CodexRows.COLUMNS; column++) {
                if (art.used(row, column)) {
                    hasInkInside(sheet.cell(row, column), art.id() + " " + row + "," + column);
                }
            }
        }
    }

    private static void hasInkInside(Pixels cell, String where) {
        int ink = 0;
        for (int y = 0; y < cell.height(); y++) {
            for (int x = 0; x < cell.width(); x++) {
                boolean edge = x < 3 || y < 3 || x >= cell.width() - 3 || y >= cell.height() - 3;
                assertFalse(edge && cell.alpha(x, y) != 0, where + " touches its edge at " + x + "," + y);
                ink += cell.alpha(x, y) == 0 ? 0 : 1;
            }
        }
        assertTrue(ink >= 50, where + " has " + ink + " pixels of ink");
    }

    private static byte[] rgba(Cell cell) {
        ByteBuffer rgba = ByteBuffer.allocate(cell.argb().length * 4);
        for (int argb : cell.argb()) {
            rgba.putInt(Integer.rotateLeft(argb, 8));
        }
        return rgba.array();
    }

    private static DecodedPet committed(CharacterArt art) throws Exception {
        return sheets().read(source(art));
    }

    private static PackageSource source(CharacterArt art) throws IOException {
        return PackageSource.of(ASSETS.resolve(art.id()));
    }

    private static PackageSheets sheets() throws IOException {
        return new PackageSheets(Workbench.codecs(), PackageLimits.standard(), PetFormats.all());
    }
}
