package dev.perch.pack.format;

import dev.perch.api.CompatiblePetPackage.Frame;
import dev.perch.api.CompatiblePetPackage.Image;
import dev.perch.api.CompatiblePetPackageAdapter.Input;
import dev.perch.api.CompatiblePetPackageAdapter.Refused;
import dev.perch.api.CompatiblePetPackageAdapter.Size;
import dev.perch.model.Clip;
import dev.perch.pack.CodexRows;
import dev.perch.pack.Geometry;
import dev.perch.pack.Manifest;
import dev.perch.pack.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as Codex lays it out, or as the manifest says otherwise.
 *
 * @param manifest what Codex reads of it
 * @param fields the whole manifest
 * @param grid its cells
 * @param version 1 or 2 for Codex's own layout, 0 for a grid of the manifest's own
 */
record CodexSheet(Manifest manifest, Fields fields, SheetGrid grid, int version) {
    private static final int MOST_CELLS = 256;
    private static final int MOST_SIDE = 2048;

    /** Reads the manifest, finds the grid and fills the draft with what Codex itself would show. */
    static CodexSheet read(Input input, String where, Map<String, @Nullable Object> json, PetDraft draft)
            throws IOException {
        Manifest manifest = CodexSheet.manifest(where, json);
        String sheet = manifest.sheet().toString();
        if (!Files.isRegularFile(input.petDir().resolve(sheet))) {
            throw new Refused(sheet, "is missing", "put the sheet there, or correct spritesheetPath");
        }
        Image image = new Image.InFile(sheet);
        Size size = input.sizes().of(image);
        Fields fields = new Fields(where, json, draft.warnings);
        SheetGrid own = ownGrid(fields, image, size);
        Geometry codex = Geometry.of(size.width(), size.height(), manifest.version());
        CodexSheet read;
        if (own != null && (codex == null || own.columns() != codex.columns() || own.rows() != codex.rows())) {
            read = new CodexSheet(manifest, fields, own, 0);
        } else if (codex != null) {
            SheetGrid grid = new SheetGrid(image, codex.columns(), codex.rows(), codex.cellWidth(), codex.cellHeight());
            version(manifest.version(), codex, draft);
            read = new CodexSheet(manifest, fields, grid, codex.version());
        } else {
            throw new Refused(
                    sheet,
                    "is " + size.width() + "x" + size.height()
                            + " pixels, which is no grid of 8 columns and 9 or 11 rows of Codex cells",
                    Geometry.SIZES);
        }
        read.fill(draft);
        return read;
    }

    /** What Codex reads of a manifest. */
    static Manifest manifest(String where, Map<String, @Nullable Object> json) throws Refused {
        try {
            return Manifest.of(where, json);
        } catch (Refusal e) {
            throw e.toAdapter();
        }
    }

    /** The grid that the manifest itself gives, by any of the names in use. */
    private static @Nullable SheetGrid ownGrid(Fields fields, Image image, Size size) {
        Fields frame = fields.object("frame");
        Fields cell = fields.raw("cell") instanceof Map ? fields.object("cell") : null;
        List<Integer> pair = cell == null && fields.has("cell") ? fields.wholes("cell", 1, MOST_SIDE) : null;
        String said = frame != null ? "frame" : "cell";
        int width;
        int height;
        int columns = 0;
        int rows = 0;
        if (frame != null) {
            width = frame.whole(192, 1, MOST_SIDE, "width");
            height = frame.whole(208, 1, MOST_SIDE, "height");
            columns = frame.whole(8, 1, MOST_CELLS, "columns");
            rows = frame.whole(9, 1, MOST_CELLS, "rows");
        } else if (cell != null || pair != null) {
            width = cell != null ? cell.whole(192, 1, MOST_SIDE, "width") : side(pair, 0);
            height = cell != null ? cell.whole(208, 1, MOST_SIDE, "height") : side(pair, 1);
            columns = fields.whole(size.width() / width, 1, MOST_CELLS, "columns");
            rows = size.height() / height;
        } else if (fields.has("frameWidth") && fields.has("frameHeight")) {
            said = "frameWidth";
            width = fields.whole(192, 1, MOST_SIDE, "frameWidth");
            height = fields.whole(208, 1, MOST_SIDE, "frameHeight");
            columns = fields.whole(size.width() / width, 1, MOST_CELLS, "cols", "columns");
            rows = fields.whole(size.height() / height, 1, MOST_CELLS, "rows");
        } else {
            return null;
        }
        boolean covers = columns * width == size.width() && rows * height == size.height();
        if (!covers || columns * rows > MOST_CELLS) {
            fields.ignored(
                    said,
                    "makes " + columns + "x" + rows + " cells of " + width + "x" + height + ", but the sheet is "
                            + size.width() + "x" + size.height());
            return null;
        }
        return new SheetGrid(image, columns, rows, width, height);
    }

    private static int side(@Nullable List<Integer> pair, int which) {
        return pair == null ? 1 : pair.get(Math.min(which, pair.size() - 1));
    }

    private void fill(PetDraft draft) {
        draft.id = manifest.id();
        draft.displayName = manifest.displayName();
        draft.description = manifest.description();
        draft.cellWidth = grid.cellWidth();
        draft.cellHeight = grid.cellHeight();
        for (int row = 0; row < Math.min(CodexRows.ALL.size(), grid.rows()); row++) {
            CodexRows codex = CodexRows.ALL.get(row);
            if (codex.millis().size() <= grid.columns()) {
                draft.clips.put(codex.name(), grid.row(row, codex.millis()));
            }
        }
        if (version == 2) {
            List<Frame> look = new ArrayList<>(poses(CodexRows.LOOK_ROW));
            look.addAll(poses(CodexRows.LOOK_ROW + 1));
            draft.clips.put(Clip.LOOK, look);
            draft.clips.put(Clip.NEUTRAL, List.of(grid.cell(0, CodexRows.NEUTRAL_COLUMN, 0)));
        }
    }

    private List<Frame> poses(int row) {
        List<Frame> poses = new ArrayList<>();
        for (int column = 0; column < Geometry.COLUMNS; column++) {
            poses.add(grid.cell(row, column, 0));
        }
        return poses;
    }

    private static void version(int said, Geometry sheet, PetDraft draft) {
        int is = sheet.version();
        if (said == is) {
            return;
        }
        String version = said == 0 ? "no whole number" : said == 1 ? "1 or missing" : String.valueOf(said);
        String codex =
                said == 1 || said == 2 ? "the Codex app refuses such a sheet" : "the Codex app knows only 1 and 2";
        draft.warn(
                Manifest.FILE + " spriteVersionNumber",
                "is " + version + ", but the sheet has the " + sheet.rows() + " rows of version " + is
                        + ": shown by its rows, while " + codex,
                "write \"spriteVersionNumber\": " + is);
    }
}
