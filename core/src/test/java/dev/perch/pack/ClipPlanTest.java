package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.Clip;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipPlanTest {
    @TempDir
    Path temp;

    @Test
    void aCompleteSheetHasNothingToWarnOf() throws Exception {
        ClipPlan v1 = plan(TestSheet.v1(24));
        assertEquals(List.of(), v1.warnings());
        assertEquals(
                List.of(
                        "idle",
                        "running-right",
                        "running-left",
                        "waving",
                        "jumping",
                        "failed",
                        "waiting",
                        "running",
                        "review"),
                List.copyOf(v1.clips().keySet()));
        ClipPlan v2 = plan(TestSheet.v2(24));
        assertEquals(List.of(), v2.warnings());
        assertEquals(16, v2.clips().get(Clip.LOOK).size());
        assertEquals(1, v2.clips().get(Clip.NEUTRAL).size());
        assertEquals(0, v2.clips().get(Clip.LOOK).get(3).millis());
    }

    @Test
    void theGazeBeginsUpAndGoesClockwiseOverTwoRows() throws Exception {
        TestSheet sheet = TestSheet.v2(24);
        List<ClipPlan.Step> look = plan(sheet).clips().get(Clip.LOOK);
        assertEquals(sheet.cell(9, 0), look.get(0).picture());
        assertEquals(sheet.cell(9, 7), look.get(7).picture());
        assertEquals(sheet.cell(10, 0), look.get(8).picture());
        assertEquals(sheet.cell(10, 7), look.get(15).picture());
        assertEquals(
                sheet.cell(0, 6), plan(sheet).clips().get(Clip.NEUTRAL).get(0).picture());
    }

    @Test
    void inkInUnusedCellsIsNamed() throws Exception {
        TestSheet sheet = TestSheet.v1(24).disc(0, 6).disc(3, 4).disc(3, 7);
        assertEquals(
                List.of("s.png: has ink in cells that are never shown (row 0 column 6, row 3 columns 4 7);"
                        + " clear those cells."),
                sentences(plan(sheet)));
    }

    @Test
    void aMissingNeutralCellIsNamed() throws Exception {
        ClipPlan plan = plan(TestSheet.v2(24).clear(0, 6));
        assertFalse(plan.clips().containsKey(Clip.NEUTRAL));
        assertTrue(sentences(plan).get(0).startsWith("s.png row 0 column 6: the neutral cell of a v2 sheet is empty"));
    }

    @Test
    void anEmptyCellShowsItsNeighbourAndTheClipKeepsItsLength() throws Exception {
        TestSheet sheet = TestSheet.v1(24).clear(3, 0).clear(3, 2);
        ClipPlan plan = plan(sheet);
        List<ClipPlan.Step> waving = plan.clips().get("waving");
        assertEquals(4, waving.size());
        assertSame(waving.get(1).picture(), waving.get(0).picture());
        assertSame(waving.get(1).picture(), waving.get(2).picture());
        assertEquals(280, waving.get(3).millis());
        assertEquals(
                List.of("s.png row 3 (waving): has no picture in columns 0 2, so its neighbour stands in;"
                        + " draw what is missing."),
                sentences(plan));
    }

    @Test
    void anEmptyRowIsLeftOut() throws Exception {
        TestSheet sheet = TestSheet.v1(24);
        for (int column = 0; column < 8; column++) {
            sheet.clear(5, column);
        }
        ClipPlan plan = plan(sheet);
        assertFalse(plan.clips().containsKey("failed"));
        assertEquals(1, plan.warnings().size());
        assertTrue(sentences(plan).get(0).contains("row 5 (failed): is empty, so idle stands in"));
    }

    @Test
    void anEmptyIdleRowIsRefused() {
        TestSheet sheet = TestSheet.v1(24);
        for (int column = 0; column < 8; column++) {
            sheet.clear(0, column);
        }
        Refusal refusal = assertThrows(Refusal.class, () -> plan(sheet));
        assertEquals(
                "s.png row 0: the idle row is empty; draw at least one idle cell.",
                TestPet.sentence(refusal.problem()));
    }

    @Test
    void anOpaqueSheetAndColumnsBeyondTheEighthAreNamed() throws Exception {
        TestSheet sheet = TestSheet.wide(24, 48);
        Arrays.fill(sheet.rgba, (byte) 255);
        List<String> said = sentences(plan(sheet));
        assertTrue(said.get(1).contains("48 columns, of which only the first 8"), said.toString());
        assertTrue(said.get(2).contains("no transparent pixel"), said.toString());
    }

    private ClipPlan plan(TestSheet sheet) throws Exception {
        return CodexSource.of(sheet, temp).plan();
    }

    private static List<String> sentences(ClipPlan plan) {
        return plan.warnings().stream().map(TestPet::sentence).toList();
    }
}
