package dev.perch.runtime;

import dev.perch.model.PanelText.Line;
import java.util.ArrayList;
import java.util.List;

/** Lines of a panel in pages that fit on a screen. */
final class LinePages {
    /** Characters that surely stand in a row. */
    static final int ROW = 28;

    private LinePages() {}

    /**
     * All of the lines, in their order. At least one page.
     *
     * @param rows of a page; a line that takes more has a page of its own
     */
    static List<List<Line>> of(List<Line> lines, int rows) {
        List<List<Line>> pages = new ArrayList<>(List.of(new ArrayList<>()));
        int taken = 0;
        for (Line line : lines) {
            int takes = (line.text().codePointCount(0, line.text().length()) + ROW - 1) / ROW;
            if (taken > 0 && taken + takes > rows) {
                pages.add(new ArrayList<>());
                taken = 0;
            }
            pages.get(pages.size() - 1).add(line);
            taken += takes;
        }
        return pages;
    }
}
