package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.AlphaMask;
import dev.perch.model.Sprite;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagePackerTest {
    private static final int CELL = 48;
    private static final int TALL = 52;

    @Test
    void equalInkIsPackedOnce() {
        Pixels ink = square(10, 200);
        Picture here = new Picture(5, 5, ink);
        Picture there = new Picture(20, 8, square(10, 200));
        PagePacker packed = PagePacker.pack(List.of(here, there, new Picture(5, 5, ink)), CELL, TALL, 2048);
        assertEquals(2, packed.sprites().size());
        Sprite a = packed.sprites().get(here);
        Sprite b = packed.sprites().get(there);
        assertEquals(a.x(), b.x());
        assertEquals(a.y(), b.y());
        assertEquals(4, a.offsetX());
        assertEquals(19, b.offsetX());
        assertEquals(16 * 16 * 4, packed.textureBytes());
    }

    @Test
    void theRectangleStaysInsideTheCell() {
        Picture all = new Picture(0, 0, new Pixels(CELL, TALL, new byte[CELL * TALL * 4]));
        Sprite sprite =
                PagePacker.pack(List.of(all), CELL, TALL, 2048).sprites().get(all);
        assertEquals(
                List.of(0, 0, CELL, TALL),
                List.of(sprite.offsetX(), sprite.offsetY(), sprite.width(), sprite.height()));
    }

    @Test
    void theMaskIsSolidFromItsThresholdOn() {
        Picture faint = new Picture(3, 3, square(4, AlphaMask.SOLID_ALPHA - 1));
        Picture solid = new Picture(3, 3, square(4, AlphaMask.SOLID_ALPHA));
        PagePacker packed = PagePacker.pack(List.of(faint, solid), CELL, TALL, 2048);
        AlphaMask mask = packed.sprites().get(solid).mask();
        assertNotSame(mask, packed.sprites().get(faint).mask());
        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 6; x++) {
                boolean inside = x > 0 && y > 0 && x < 5 && y < 5;
                assertEquals(inside, mask.solid(x, y));
                assertEquals(false, packed.sprites().get(faint).mask().solid(x, y));
            }
        }
    }

    @Test
    void whatDoesNotFitOnePageGoesOnMore() {
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            pictures.add(new Picture(1, 1, square(40, 100 + i)));
        }
        PagePacker packed = PagePacker.pack(pictures, CELL, TALL, 256);
        assertTrue(packed.pages().size() > 1);
        packed.pages().forEach(page -> assertTrue(page.width() <= 256 && page.height() <= 256));
        pictures.forEach(picture -> {
            Sprite sprite = packed.sprites().get(picture);
            Pixels page = packed.pages().get(sprite.page());
            assertEquals(picture.pixels().alpha(0, 0), page.alpha(sprite.x() + 1, sprite.y() + 1));
        });
    }

    /** Why padding is transparent: the sprite alone gives what the whole cell would give, at any place between pixels. */
    @Test
    void linearFilteringOfASpriteEqualsThatOfItsWholeCell() {
        TestSheet sheet = TestSheet.v1(CELL);
        CellScale scale = CellScale.of(sheet.cell(), 0, 0);
        List<Picture> pictures = new ArrayList<>();
        IntStream.range(0, 72)
                .mapToObj(i -> sheet.cell(i / 8, i % 8))
                .filter(cell -> !cell.empty())
                .map(scale::apply)
                .forEach(pictures::add);
        PagePacker packed = PagePacker.pack(pictures, CELL, TALL, 2048);
        Random random = new Random(3);
        for (Picture picture : pictures) {
            Sprite sprite = packed.sprites().get(picture);
            Pixels page = packed.pages().get(sprite.page());
            for (int i = 0; i < 300; i++) {
                double x = random.nextDouble() * CELL;
                double y = random.nextDouble() * TALL;
                double inX = x - sprite.offsetX();
                double inY = y - sprite.offsetY();
                boolean drawn = inX >= 0 && inY >= 0 && inX < sprite.width() && inY < sprite.height();
                double shown = drawn ? linear(page, sprite.x() + inX, sprite.y() + inY) : 0;
                double whole = linear(picture.pixels(), x - picture.x(), y - picture.y());
                assertEquals(whole, shown, 1e-6);
            }
        }
    }

    private static double linear(Pixels pixels, double x, double y) {
        int left = (int) Math.floor(x - 0.5);
        int top = (int) Math.floor(y - 0.5);
        double fx = x - 0.5 - left;
        double fy = y - 0.5 - top;
        return (1 - fy) * ((1 - fx) * pixels.alpha(left, top) + fx * pixels.alpha(left + 1, top))
                + fy * ((1 - fx) * pixels.alpha(left, top + 1) + fx * pixels.alpha(left + 1, top + 1));
    }

    private static Pixels square(int edge, int alpha) {
        byte[] rgba = new byte[edge * edge * 4];
        for (int i = 3; i < rgba.length; i += 4) {
            rgba[i] = (byte) alpha;
        }
        return new Pixels(edge, edge, rgba);
    }
}
