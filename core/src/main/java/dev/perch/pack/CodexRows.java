package dev.perch.pack;

import dev.perch.model.PetAnimationState;
import java.util.List;

/**
 * Frame times of the nine rows of a Codex sheet, top to bottom (pet contract of Codex; idle as authored, not slowed).
 *
 * @param name of the clip
 * @param millis of each used cell, from the left
 */
public record CodexRows(String name, List<Integer> millis) {
    /** Cells of a row, used or not. */
    public static final int COLUMNS = Geometry.COLUMNS;

    /** In the order of {@link PetAnimationState#ROWS}. */
    public static final List<CodexRows> ALL = List.of(
            row(PetAnimationState.IDLE, 280, 110, 110, 140, 140, 320),
            row(PetAnimationState.RUNNING_RIGHT, 120, 120, 120, 120, 120, 120, 120, 220),
            row(PetAnimationState.RUNNING_LEFT, 120, 120, 120, 120, 120, 120, 120, 220),
            row(PetAnimationState.WAVING, 140, 140, 140, 280),
            row(PetAnimationState.JUMPING, 140, 140, 140, 140, 280),
            row(PetAnimationState.FAILED, 140, 140, 140, 140, 140, 140, 140, 240),
            row(PetAnimationState.WAITING, 150, 150, 150, 150, 150, 260),
            row(PetAnimationState.RUNNING, 120, 120, 120, 120, 120, 220),
            row(PetAnimationState.REVIEW, 150, 150, 150, 150, 150, 280));

    /** First of the two rows of a v2 sheet with 8 gaze cells each. */
    public static final int LOOK_ROW = 9;

    /** Column of the neutral cell in row 0 of a v2 sheet. */
    public static final int NEUTRAL_COLUMN = 6;

    private static CodexRows row(PetAnimationState state, Integer... millis) {
        return new CodexRows(state.id(), List.of(millis));
    }

    /** How many rows a sheet of that version has: 9 or 11. */
    public static int rows(int version) {
        return version == 2 ? Geometry.V2_ROWS : Geometry.V1_ROWS;
    }

    /** Whether Codex ever shows that cell of a sheet of that version. */
    public static boolean used(int version, int row, int column) {
        if (column >= Geometry.COLUMNS) {
            return false;
        }
        if (row >= LOOK_ROW) {
            return version == 2;
        }
        return column < ALL.get(row).millis().size() || (version == 2 && row == 0 && column == NEUTRAL_COLUMN);
    }
}
