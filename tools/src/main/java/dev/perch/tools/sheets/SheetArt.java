package dev.perch.tools.sheets;

import dev.perch.model.Clip;
import dev.perch.model.Problem;
import dev.perch.pack.CodexRows;
import dev.perch.pack.DecodedPet;
import dev.perch.pack.Pixels;
import dev.perch.runtime.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cells of a package as an author's pictures, with the times that Codex plays them at. */
final class SheetArt {
    private static final int LOOKS = 16;

    private final DecodedPet pet;
    private final Manifests manifests;
    private final DecodedPet.Sheet sheet;
    private final List<Problem> notes = new ArrayList<>();

    /** Takes the largest sheet. */
    SheetArt(DecodedPet pet, Manifests manifests) {
        this.pet = pet;
        this.manifests = manifests;
        this.sheet = pet.sheets().get(pet.sheets().size() - 1);
    }

    Art art() throws ProblemException {
        Map<String, List<ArtFrame>> states = new LinkedHashMap<>();
        for (int row = 0; row < CodexRows.ALL.size(); row++) {
            CodexRows codex = CodexRows.ALL.get(row);
            List<ArtFrame> frames = new ArrayList<>();
            for (int column = 0; column < codex.millis().size(); column++) {
                frame(row, column, codex.millis().get(column), frames);
            }
            if (!frames.isEmpty()) {
                states.put(codex.name(), frames);
            }
        }
        if (sheet.grid().version() == 2) {
            List<ArtFrame> neutral = new ArrayList<>();
            frame(0, CodexRows.NEUTRAL_COLUMN, 0, neutral);
            List<ArtFrame> looks = new ArrayList<>();
            for (int i = 0; i < LOOKS; i++) {
                frame(CodexRows.LOOK_ROW + i / CodexRows.COLUMNS, i % CodexRows.COLUMNS, 0, looks);
            }
            if (!neutral.isEmpty()) {
                states.put(Clip.NEUTRAL, neutral);
            }
            if (looks.size() == LOOKS) {
                states.put(Clip.LOOK, looks);
            }
        }
        return new Art(pet.id(), manifests.parse(pet.manifestFile(), pet.manifest()), states, notes);
    }

    /** An empty cell is left out: it has no picture. */
    private void frame(int row, int column, int millis, List<ArtFrame> frames) {
        Pixels cell = sheet.cell(row, column).withoutHiddenColor();
        String name = sheet.file() + " row " + row + " column " + column;
        for (int i = 3; i < cell.rgba().length; i += 4) {
            if (cell.rgba()[i] != 0) {
                frames.add(new ArtFrame(name, cell, millis));
                return;
            }
        }
        notes.add(Problem.warning(name, "is empty and was left out", "draw it"));
    }
}
