package dev.perch.tools.sheets;

import dev.perch.model.Clip;
import dev.perch.model.PetPackage;
import dev.perch.model.Problem;
import dev.perch.pack.CodexRows;
import dev.perch.pack.DecodedPet;
import dev.perch.pack.Pixels;
import dev.perch.runtime.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cells of a package as an author's pictures, with the times that it plays them at. */
final class SheetArt {
    private static final int LOOKS = 16;

    /** Before the name of a clip of the pet's own that it plays in place of a row of the sheet. */
    static final String INSTEAD = "own-";

    private final DecodedPet pet;
    private final Manifests manifests;
    private final List<Problem> notes = new ArrayList<>();

    SheetArt(DecodedPet pet, Manifests manifests) {
        this.pet = pet;
        this.manifests = manifests;
    }

    /** The sheet whose cells are Codex's own, else the first; and those that are two or three times as large. */
    Art art() throws ProblemException {
        DecodedPet.Sheet plain = pet.sheets().stream()
                .filter(sheet -> sheet.grid().cellWidth() == PetPackage.CELL_WIDTH)
                .findFirst()
                .orElse(pet.sheets().get(0));
        int width = plain.grid().cellWidth();
        Map<Integer, Map<String, List<ArtFrame>>> larger = new LinkedHashMap<>();
        for (DecodedPet.Sheet sheet : pet.sheets()) {
            int times = sheet.grid().cellWidth() / width;
            if (times > 1 && times * width == sheet.grid().cellWidth()) {
                larger.put(times, states(sheet, false));
            }
        }
        Map<String, List<ArtFrame>> states = states(plain, true);
        return new Art(pet.id(), manifests.parse(pet.manifestFile(), pet.manifest()), states, larger, notes);
    }

    private Map<String, List<ArtFrame>> states(DecodedPet.Sheet sheet, boolean plain) {
        Map<String, List<ArtFrame>> states = new LinkedHashMap<>();
        for (int row = 0; row < CodexRows.ALL.size(); row++) {
            CodexRows codex = CodexRows.ALL.get(row);
            List<DecodedPet.Shown> played = pet.clips().getOrDefault(codex.name(), List.of());
            boolean itself = played.isEmpty() || isRow(played, row);
            List<ArtFrame> frames = new ArrayList<>();
            for (int column = 0; column < codex.millis().size(); column++) {
                int millis = itself && !played.isEmpty()
                        ? played.get(column).millis()
                        : codex.millis().get(column);
                frames.add(frame(sheet, row, column, millis));
            }
            put(codex.name(), frames, plain, states);
            if (!itself) {
                own(INSTEAD + codex.name(), played, sheet, plain, states);
            }
        }
        if (sheet.grid().version() == 2) {
            put(Clip.NEUTRAL, List.of(frame(sheet, 0, CodexRows.NEUTRAL_COLUMN, 0)), plain, states);
            List<ArtFrame> looks = new ArrayList<>();
            for (int i = 0; i < LOOKS; i++) {
                looks.add(frame(sheet, CodexRows.LOOK_ROW + i / CodexRows.COLUMNS, i % CodexRows.COLUMNS, 0));
            }
            put(Clip.LOOK, looks, plain, states);
        }
        pet.clips().forEach((name, shown) -> {
            if (!StateNames.KNOWN.contains(name)) {
                own(name, shown, sheet, plain, states);
            }
        });
        return states;
    }

    /** Whether a clip is all cells of that row that Codex shows. */
    private static boolean isRow(List<DecodedPet.Shown> played, int row) {
        for (int column = 0; column < played.size(); column++) {
            if (!new DecodedPet.Cell(row, column).equals(played.get(column).cell())) {
                return false;
            }
        }
        return played.size() == CodexRows.ALL.get(row).millis().size();
    }

    /** A clip of the pet's own; a larger sheet has it where all its pictures are cells. */
    private void own(
            String name,
            List<DecodedPet.Shown> shown,
            DecodedPet.Sheet sheet,
            boolean plain,
            Map<String, List<ArtFrame>> states) {
        List<ArtFrame> frames = new ArrayList<>();
        for (DecodedPet.Shown each : shown) {
            DecodedPet.Cell cell = each.cell();
            Pixels picture = each.picture();
            if (cell != null) {
                frames.add(frame(sheet, cell.row(), cell.column(), each.millis()));
            } else if (plain && picture != null) {
                frames.add(new ArtFrame(name + " " + frames.size(), picture, each.millis()));
            } else {
                return;
            }
        }
        states.put(name, frames);
    }

    private static ArtFrame frame(DecodedPet.Sheet sheet, int row, int column, int millis) {
        String name = sheet.file() + " row " + row + " column " + column;
        return new ArtFrame(name, sheet.cell(row, column).withoutHiddenColor(), millis);
    }

    /** A row without any picture is left out; one empty cell among others stays what it is. */
    private void put(String state, List<ArtFrame> frames, boolean tell, Map<String, List<ArtFrame>> states) {
        List<ArtFrame> empty =
                frames.stream().filter(frame -> frame.pixels().empty()).toList();
        boolean all = empty.size() == frames.size();
        if (!all) {
            states.put(state, frames);
        }
        for (ArtFrame frame : tell ? empty : List.<ArtFrame>of()) {
            notes.add(Problem.warning(frame.name(), all ? "is empty and was left out" : "is empty", "draw it"));
        }
    }
}
