package dev.perch.pack;

import dev.perch.model.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A package with its sheets as pixels, for tools that look at them or make them anew.
 *
 * @param id the name of its folder or zip
 * @param manifestFile name of the manifest, empty where the format has none
 * @param manifest its bytes as they lie in the package
 * @param sheets the plain one first, then the larger ones that fit it; none when they are not laid out as Codex does
 * @param clips what it plays, by name; of these {@link CodexRows} are what Codex shows of every pet
 * @param warnings of the import about the files
 * @param frameWarnings of the import about the frames
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DecodedPet(
        String id,
        String manifestFile,
        byte[] manifest,
        List<Sheet> sheets,
        Map<String, List<Shown>> clips,
        List<Problem> warnings,
        List<Problem> frameWarnings) {
    /** Copies the lists. */
    public DecodedPet {
        sheets = List.copyOf(sheets);
        clips = Map.copyOf(clips);
        warnings = List.copyOf(warnings);
        frameWarnings = List.copyOf(frameWarnings);
    }

    /**
     * One sheet.
     *
     * @param file its name in the package
     * @param bytes as they lie in the package
     * @param type as in "lossless WebP"
     * @param grid its cells
     * @param pixels all of them, as decoded
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Sheet(String file, byte[] bytes, String type, Geometry grid, Pixels pixels) {
        /** A cell, as decoded. */
        public Pixels cell(int row, int column) {
            return pixels.crop(column * grid.cellWidth(), row * grid.cellHeight(), grid.cellWidth(), grid.cellHeight());
        }
    }

    /** A cell of a sheet. */
    public record Cell(int row, int column) {}

    /**
     * One frame of a clip.
     *
     * @param millis for how long, 0 for a pose that is held
     * @param cell of each sheet, or null where the frame is no cell as it stands
     * @param picture then, in a cell of the plain size with straight alpha, else null
     */
    public record Shown(
            int millis, @Nullable Cell cell, @Nullable Pixels picture) {}

    /** Whether that cell is ever shown, by Codex or by the pet's own clips. */
    public boolean shows(int row, int column) {
        Cell cell = new Cell(row, column);
        return CodexRows.used(version(), row, column)
                || clips.values().stream().flatMap(List::stream).anyMatch(shown -> cell.equals(shown.cell()));
    }

    /** 1 or 2, by the rows of the sheet. */
    public int version() {
        return sheets.get(0).grid().version();
    }
}
