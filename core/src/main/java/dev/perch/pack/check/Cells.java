package dev.perch.pack.check;

import dev.perch.pack.CodexRows;
import java.util.List;

/** The cells of a sheet, by the words that findings use. */
final class Cells {
    static final int COLUMNS = CodexRows.COLUMNS;

    private Cells() {}

    static List<String> names() {
        return CodexRows.ALL.stream().map(CodexRows::name).toList();
    }

    static String row(int row) {
        return "row " + row + " ("
                + (row < CodexRows.ALL.size() ? CodexRows.ALL.get(row).name() : "look") + ")";
    }

    static String cell(int row, int column) {
        return row(row) + " column " + column;
    }

    /** How many cells of a row are played. */
    static int played(int row) {
        return row < CodexRows.ALL.size() ? CodexRows.ALL.get(row).millis().size() : COLUMNS;
    }
}
