package dev.perch.tools.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class CostTest {
    @Test
    void figuresSurviveTheWayBetweenProcesses() {
        LoopFigures figures = new LoopFigures(1, 2, 3, 4, -1, 5, 6);
        assertEquals(figures, LoopFigures.parse(figures.line()));
        assertThrows(IllegalArgumentException.class, () -> LoopFigures.parse("loop 1 2 3"));
        assertThrows(IllegalArgumentException.class, () -> LoopFigures.parse("perch: hello"));
    }

    @Test
    void aCostIsTheDifferenceOverTheTime() {
        Cost cost = Cost.between(
                new LoopFigures(10, 10, 10, 0, 1000, 1, 2),
                new ProcessFigures(1_000_000_000, 100, 1),
                new LoopFigures(14, 15, 12, 1, 1600, 1, 3),
                new ProcessFigures(1_020_000_000, 160, 2),
                2,
                100_000);
        assertEquals(new Cost(2, 1.0, 30, 4, 2, 600, 100_000), cost);
        assertTrue(cost.row("working").contains(" 300 "), cost.row("working"));
        assertTrue(cost.row("working").contains("102.4"), cost.row("working"));
    }

    @Test
    void unknownBytesStayUnknown() {
        LoopFigures unknown = new LoopFigures(0, 0, 0, 0, -1, 0, 0);
        ProcessFigures process = new ProcessFigures(0, 0, 0);
        assertTrue(
                Cost.between(unknown, process, unknown, process, 1, 0).row("x").contains("unknown"));
    }

    @Test
    void thisProcessHasFiguresAndAGoneOneHasNone() throws IOException {
        ProcessFigures here = ProcessFigures.of(ProcessHandle.current().pid());
        assertTrue(here.cpuNanos() > 0 && here.pssKib() > 1000, here.toString());
        assertThrows(IOException.class, () -> ProcessFigures.of(Integer.MAX_VALUE));
    }
}
