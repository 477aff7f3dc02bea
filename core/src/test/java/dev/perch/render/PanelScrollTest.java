package dev.perch.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.math.Matrix4;
import dev.perch.model.PanelText;
import dev.perch.model.PanelText.Item;
import dev.perch.model.PanelText.Line;
import dev.perch.model.PanelText.Tone;
import dev.perch.runtime.UiFonts;
import dev.perch.testkit.FilmStrip;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A panel with more on it than its screen has room for. Pictures: {@code target/strips/panel-scrolled-*.png}. */
final class PanelScrollTest {
    private static final int SCREEN = 600;
    private static final long SECOND = 1_000_000_000;
    private static final PanelText MENU = new PanelText(
            "Pip",
            List.of(new Line("Working: Tidies up the tests", Tone.BODY), new Line("Needs input: build", Tone.BODY)),
            items(),
            0);

    private final FontStack fonts = UiFonts.bundled();
    private final PanelPainter painter = painter(BubbleTheme.LIGHT, 2);

    private static List<Item> items() {
        List<Item> items = new ArrayList<>();
        items.add(Item.of("own", "Open the board"));
        items.add(Item.of("gestures", "What else it does ›"));
        items.add(new Item("cards", "Sessions ›", false, true, true));
        items.add(Item.of("pet", "Switch pet ›"));
        items.add(Item.of("size", "Size ›"));
        items.add(Item.of("motion", "Reduced motion ›"));
        items.add(Item.of("permissions", "Permissions ›"));
        items.add(new Item("autostart", "Start when I log in", true, true, false));
        items.add(new Item("tuck", "Tuck away", false, true, true));
        items.add(Item.of("quit", "Quit"));
        return items;
    }

    private PanelPainter painter(BubbleTheme theme, float scale) {
        return new PanelPainter(new RasterTextures(), fonts, theme, scale);
    }

    @AfterEach
    void dispose() {
        painter.dispose();
        fonts.dispose();
    }

    @Test
    void aPanelIsNoHigherThanItsScreenAndOneWithRoomDoesNotScroll() {
        assertEquals(SCREEN, painter.measure(MENU, 400, SCREEN).height());
        PanelLayout whole = painter.measure(MENU, 400, 2 * SCREEN);
        assertTrue(whole.height() > SCREEN && whole.hidden() == 0, "height " + whole.height());
        assertFalse(new PanelScroll(whole).turn(1));
    }

    @Test
    void theWheelBringsEachItemUnderThePointerAndEndsWithTheLast() {
        PanelLayout layout = painter.measure(MENU, 400, SCREEN);
        PanelScroll scroll = new PanelScroll(layout);
        Set<Integer> seen = new TreeSet<>();
        do {
            for (int y = 0; y < SCREEN; y++) {
                seen.add(scroll.itemAt(100, y));
            }
        } while (scroll.turn(1));
        assertEquals(items().size() + 1, seen.size(), "all items, and the places with none: " + seen);
        assertEquals(layout.hidden(), scroll.at());
        assertEquals(items().size() - 1, scroll.itemAt(100, SCREEN - layout.edge() - 1));
        assertEquals(-1, scroll.itemAt(100, SCREEN - layout.edge()), "at the edge is none");
    }

    @Test
    void anItemThatIsShownIsWholeOnTheCardAndTheFirstBringsAllThatIsAboveIt() {
        PanelLayout layout = painter.measure(MENU, 400, SCREEN);
        PanelScroll scroll = new PanelScroll(layout);
        for (int item : List.of(9, 0, 8, 1, 9, 5)) {
            int before = scroll.at();
            scroll.show(item);
            int top = layout.itemTop(item) - scroll.at();
            assertTrue(top >= layout.edge(), item + " begins at " + top);
            assertTrue(top + layout.itemHeight(item) <= SCREEN - layout.edge(), item + " begins at " + top);
            assertTrue(item != 0 || scroll.at() == 0, "the title is not to be seen");
            assertTrue(item != 5 || scroll.at() == before, "it was there already");
        }
        scroll.show(-1);
    }

    @Test
    void atAnEdgeItGoesOnByItselfUntilThePointerLeavesOrThereIsNoMore() {
        PanelScroll scroll = new PanelScroll(painter.measure(MENU, 400, SCREEN));
        scroll.point(SCREEN / 2, 0);
        assertEquals(Long.MAX_VALUE, scroll.nextNanos(), "in the middle nothing moves");
        scroll.point(SCREEN - 2, 0);
        assertFalse(scroll.step(SECOND / 100));
        assertTrue(scroll.step(scroll.nextNanos()));
        scroll.rest();
        assertFalse(scroll.step(SECOND));
        scroll.point(SCREEN - 2, SECOND);
        long end = SECOND;
        for (int rows = 0; scroll.nextNanos() < Long.MAX_VALUE; rows++) {
            end = scroll.nextNanos();
            scroll.step(end);
            assertTrue(rows < 20, "it never ends");
        }
        assertFalse(scroll.turn(1), "it ended before the end, after " + (end - SECOND) + " ns");
        scroll.point(2, end);
        assertTrue(scroll.step(scroll.nextNanos()));
    }

    @Test
    void aPageInItsPlaceBeginsAtItsTopAndTheSameOneStaysWhereItIs() {
        PanelLayout layout = painter.measure(MENU, 400, SCREEN);
        PanelScroll scroll = new PanelScroll(layout);
        scroll.show(9);
        scroll.change(layout, true);
        assertEquals(layout.hidden(), scroll.at());
        PanelLayout roomier = painter.measure(MENU, 400, SCREEN + 40);
        scroll.change(roomier, true);
        assertEquals(roomier.hidden(), scroll.at());
        scroll.change(layout, false);
        assertEquals(0, scroll.at());
    }

    @Test
    void atItsEdgesTheCardIsPlainButForTheArrowsWhereverItIsScrolled() throws IOException {
        Map<String, BubbleTheme> themes =
                Map.of("light", BubbleTheme.LIGHT, "dark", BubbleTheme.DARK, "contrast", BubbleTheme.DARK_CONTRAST);
        for (String theme : themes.keySet()) {
            for (int scale = 1; scale <= 2; scale++) {
                PanelPainter own = painter(themes.get(theme), scale);
                PanelLayout layout = own.measure(MENU, 400 * scale, 270 * scale);
                PanelScroll scroll = new PanelScroll(layout);
                FilmStrip strip = new FilmStrip();
                do {
                    RasterImage image = picture(own, layout, scroll.at());
                    strip.add(image);
                    for (int y = 0; y < layout.edge(); y++) {
                        plain(image, layout, layout.margin() + y);
                        plain(image, layout, layout.margin() + layout.height() - 1 - y);
                    }
                } while (scroll.turn(1));
                strip.save("panel-scrolled-" + theme + "-" + scale);
                own.dispose();
            }
        }
    }

    /** Left of the arrow, where words begin. */
    private static void plain(RasterImage image, PanelLayout layout, int row) {
        int middle = layout.margin() + layout.width() / 2;
        for (int x = layout.margin() + layout.width() / 8; x < middle - layout.edge(); x++) {
            assertEquals(image.pixel(middle - layout.edge(), row), image.pixel(x, row), "at " + x + "," + row);
        }
    }

    private static RasterImage picture(PanelPainter painter, PanelLayout layout, int scrolled) {
        int width = layout.width() + 2 * layout.margin();
        int height = layout.height() + 2 * layout.margin();
        RasterImage image = new RasterImage(width, height);
        RasterBatch batch = new RasterBatch(image);
        batch.setProjectionMatrix(new Matrix4().setToOrtho2D(0, 0, width, height));
        batch.setBlendFunction(1, 0x0303);
        batch.begin();
        painter.draw(new Canvas(batch, height), layout, layout.margin(), layout.margin(), scrolled, 2, true);
        batch.end();
        return image;
    }
}
