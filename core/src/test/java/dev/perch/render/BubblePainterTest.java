package dev.perch.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.graphics.GL20;
import com.sun.management.ThreadMXBean;
import dev.perch.model.BubbleText;
import dev.perch.model.StatusSign;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BubblePainterTest {
    private static final BubbleText WORKING =
            BubbleText.of(StatusSign.WORKING, "Refactor the inbox", "Running the tests in core, 412 of 600 done");

    private final BubblePainter painter =
            new BubblePainter(new RasterTextures(), new FontStack(List.of(FontStack.bundled())), BubbleTheme.LIGHT);
    private final RasterImage image = new RasterImage(400, 200);
    private final RasterBatch batch = new RasterBatch(image);
    private final BubblePose pose = new BubblePose();
    private final Canvas canvas = new Canvas(batch, image.height());

    BubblePainterTest() {
        batch.setBlendFunction(GL20.GL_ONE, GL20.GL_ONE_MINUS_SRC_ALPHA);
    }

    @AfterEach
    void free() {
        painter.dispose();
    }

    @Test
    void theCardFitsItsTextAndKeepsToItsWidth() {
        BubbleLayout narrow = painter.measure(BubbleText.of(StatusSign.READY, "Done", null), 300, 1);
        BubbleLayout wide = painter.measure(WORKING, 300, 1);
        assertTrue(narrow.width() < 120, "width " + narrow.width());
        assertTrue(wide.width() > 200 && wide.width() <= 300, "width " + wide.width());
        assertTrue(narrow.height() < wide.height());
        assertEquals(3, wide.lines());
    }

    @Test
    void atTwiceTheScaleEverythingIsAboutTwiceAsLarge() {
        BubbleLayout one = painter.measure(WORKING, 300, 1);
        BubbleLayout two = painter.measure(WORKING, 600, 2);
        assertEquals(2 * one.height(), two.height());
        assertEquals(2 * one.margin(), two.margin());
        assertEquals(2 * one.width(), two.width(), 8);
    }

    @Test
    void aLongTextIsCutAfterTwoAndThreeLines() {
        BubbleText text = BubbleText.of(StatusSign.NONE, "title ".repeat(100), "word ".repeat(100));
        assertEquals(5, painter.measure(text, 260, 1).lines());
        assertEquals(
                6, painter.measure(text.stale(Duration.ofMinutes(5)), 260, 1).lines());
    }

    @Test
    void aBlankTitleGivesWayToTheLabelAndABodyThatRepeatsTheTitleIsLeftOut() {
        BubbleLayout label = painter.measure(BubbleText.of(StatusSign.NEEDS_INPUT, " ", null), 300, 1);
        BubbleLayout same =
                painter.measure(BubbleText.of(StatusSign.NEEDS_INPUT, "Needs input", "Needs input"), 300, 1);
        assertEquals(1, label.lines());
        assertEquals(1, same.lines());
        assertEquals(label.width(), same.width());
    }

    @Test
    void theStaleNoteSaysSinceWhen() {
        assertEquals(
                "stale · last heard just now",
                WORKING.stale(Duration.ofSeconds(59)).note());
        assertEquals(
                "stale · last heard 5 min ago",
                WORKING.stale(Duration.ofSeconds(359)).note());
        assertEquals(
                "stale · last heard 23 h ago",
                WORKING.stale(Duration.ofHours(23)).note());
        assertEquals(
                "stale · last heard 1 day ago",
                WORKING.stale(Duration.ofHours(25)).note());
    }

    @Test
    void nothingIsDrawnOutsideTheMargin() {
        for (BubbleTail tail : BubbleTail.values()) {
            for (int tailX : new int[] {-1000, 0, 80, 1000}) {
                BubbleLayout layout = painter.measure(WORKING, 250, 1);
                image.clear(0);
                draw(layout, 50, 40, tail, tailX, 1);
                int margin = layout.margin();
                int[] ink = ink(1);
                assertTrue(ink[0] >= 50 - margin && ink[1] >= 40 - margin, tail + " " + Arrays.toString(ink));
                assertTrue(
                        ink[2] <= 50 + layout.width() + margin && ink[3] <= 40 + layout.height() + margin,
                        tail + " " + Arrays.toString(ink));
            }
        }
    }

    @Test
    void theCardStandsWhereItWasPutCountedFromTheTop() {
        BubbleLayout layout = painter.measure(WORKING, 250, 1);
        draw(layout, 50, 40, BubbleTail.NONE, 0, 1);
        int[] solid = ink(255);
        assertEquals(List.of(50, 40, 50 + layout.width(), 40 + layout.height()), boxed(solid));
    }

    @Test
    void theTailReachesForThePet() {
        BubbleLayout layout = painter.measure(WORKING, 250, 1);
        draw(layout, 50, 40, BubbleTail.DOWN, 100, 1);
        assertEquals(40 + layout.height() + layout.tailHeight(), ink(160)[3], 1);
        assertEquals(0xFF, image.pixel(150, 40 + layout.height() + 3) >>> 24);
        image.clear(0);
        draw(layout, 50, 40, BubbleTail.UP, 100, 1);
        assertEquals(40 - layout.tailHeight(), ink(160)[1], 1);
    }

    @Test
    void halfAlphaIsHalfThere() {
        draw(painter.measure(WORKING, 250, 1), 50, 40, BubbleTail.NONE, 0, 0.5f);
        assertEquals(127, image.pixel(60, 90) >>> 24, 2);
        image.clear(0);
        draw(painter.measure(WORKING, 250, 1), 50, 40, BubbleTail.NONE, 0, 0);
        assertEquals(0, image.pixel(60, 90));
    }

    @Test
    void everySignAndTheStaleOneLookDifferent() {
        List<int[]> pictures = new ArrayList<>();
        for (StatusSign sign : StatusSign.values()) {
            pictures.add(picture(BubbleText.of(sign, "Same", null)));
        }
        pictures.add(picture(new BubbleText("Same", null, StatusSign.WORKING, true, null)));
        for (int i = 0; i < pictures.size(); i++) {
            for (int k = 0; k < i; k++) {
                assertFalse(Arrays.equals(pictures.get(i), pictures.get(k)), i + " and " + k);
            }
        }
    }

    @Test
    void anotherThemeOrOtherFontsAskForNewLayouts() {
        BubbleLayout first = painter.measure(WORKING, 250, 1);
        painter.setTheme(BubbleTheme.LIGHT);
        assertTrue(painter.isCurrent(first));
        painter.setTheme(BubbleTheme.DARK);
        assertFalse(painter.isCurrent(first));
        int[] light = drawn(first);
        int[] dark = drawn(painter.measure(WORKING, 250, 1));
        assertFalse(Arrays.equals(light, dark));
        BubbleLayout second = painter.measure(WORKING, 250, 1);
        painter.setFonts(new FontStack(List.of(FontStack.bundled())));
        assertFalse(painter.isCurrent(second));
        assertTrue(Arrays.equals(dark, drawn(second)), "one change behind is still drawn");
        assertTrue(Arrays.stream(drawn(first)).allMatch(p -> p == 0), "two changes behind shows nothing");
    }

    @Test
    void fontsThatComeLaterFillInWhatWasMissing() {
        BubbleText text = BubbleText.of(StatusSign.NONE, "漢漢漢", null);
        int[] boxes = drawn(painter.measure(text, 250, 1));
        painter.setFonts(new FontStack(List.of(FontStack.bundled(), TinyFont.family("han", 1000, '漢'))));
        assertFalse(Arrays.equals(boxes, drawn(painter.measure(text, 250, 1))));
    }

    @Test
    void thePagesAreBegunAfreshBeforeTheyGrowWithoutEnd() {
        BubbleLayout first = painter.measure(WORKING, 1000, 6);
        int most = 0;
        int rounds = 0;
        for (int c = 0x20; c < 0x1F00 && painter.isCurrent(first); c += 60) {
            BubbleText text = BubbleText.of(StatusSign.NONE, letters(c, 20), letters(c + 20, 40));
            most = Math.max(most, painter.measure(text, 4000, 6).look().sheet().pages());
            rounds++;
        }
        assertFalse(painter.isCurrent(first));
        assertTrue(most <= 6, most + " pages after " + rounds);
        assertTrue(painter.measure(WORKING, 250, 1).look().sheet().pages() < most);
    }

    @Test
    void drawingAllocatesNothing() {
        BubbleLayout layout = painter.measure(WORKING.stale(Duration.ofMinutes(3)), 250, 1);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        batch.begin();
        draws(layout, 100);
        long before = threads.getThreadAllocatedBytes(thread);
        draws(layout, 400);
        long bytes = threads.getThreadAllocatedBytes(thread) - before;
        batch.end();
        assertTrue(bytes < 10_000, bytes + " bytes in 400 bubbles");
    }

    private void draws(BubbleLayout layout, int times) {
        for (int i = 0; i < times; i++) {
            pose.rest(layout, 50 + i % 7, 40);
            pose.tail = i % 2 == 0 ? BubbleTail.UP : BubbleTail.DOWN;
            pose.tailX = i % 250;
            painter.draw(canvas, layout, pose, 0.9f, null);
        }
    }

    private static String letters(int from, int count) {
        StringBuilder letters = new StringBuilder();
        for (int c = from; c < from + count; c++) {
            letters.appendCodePoint(c).append(' ');
        }
        return letters.toString();
    }

    private int[] picture(BubbleText text) {
        return drawn(painter.measure(text, 250, 1));
    }

    private int[] drawn(BubbleLayout layout) {
        image.clear(0);
        draw(layout, 50, 40, BubbleTail.NONE, 0, 1);
        return image.pixels().clone();
    }

    private void draw(BubbleLayout layout, int x, int y, BubbleTail tail, int tailX, float alpha) {
        batch.begin();
        pose.rest(layout, x, y);
        pose.tail = tail;
        pose.tailX = tailX;
        painter.draw(canvas, layout, pose, alpha, null);
        batch.end();
        assertNotEquals(0, layout.width());
    }

    /** Left, top, right and bottom of the pixels that have at least that alpha. */
    private int[] ink(int alpha) {
        int[] box = {image.width(), image.height(), 0, 0};
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                if (image.pixel(x, y) >>> 24 >= alpha) {
                    box[0] = Math.min(box[0], x);
                    box[1] = Math.min(box[1], y);
                    box[2] = Math.max(box[2], x + 1);
                    box[3] = Math.max(box[3], y + 1);
                }
            }
        }
        return box;
    }

    private static List<Integer> boxed(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
