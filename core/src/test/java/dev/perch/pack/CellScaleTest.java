package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellScaleTest {
    private static final Cell CODEX = Cell.of(192, 208);

    @ParameterizedTest
    @CsvSource({
        "0,0,192,208,0", // as the sheet has it
        "0,112,112,122,0", // the default size of the Codex app
        "0,224,192,208,0", // painted art is not made larger
        "4,0,192,208,4",
        "4,112,96,104,2", // pixel art in whole multiples of its 48x52
        "4,40,48,52,1",
        "4,300,288,312,6"
    })
    void theCellIsAsWideAsWantedOrTheNextHonestSize(int art, int wanted, int width, int height, int outArt) {
        CellScale scale = CellScale.of(CODEX, art, wanted);
        assertEquals(width, scale.width());
        assertEquals(height, scale.height());
        assertEquals(outArt, scale.art());
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 24, 31, 47})
    void smallerCellsAreTheExactAverageOfTheArea(int wanted) {
        TestSheet sheet = TestSheet.v1(48);
        Picture source = sheet.cell(3, 2);
        CellScale scale = CellScale.of(sheet.cell(), 0, wanted);
        Picture small = scale.apply(source);
        for (int y = 0; y < scale.height(); y++) {
            for (int x = 0; x < scale.width(); x++) {
                for (int channel = 0; channel < 4; channel++) {
                    double exact = average(sheet.shown(3, 2), sheet, scale, x, y, channel);
                    assertEquals(exact, value(small, x, y, channel), 1.01, "the truth here is rounded to whole steps");
                }
            }
        }
    }

    @Test
    void coloursNeverExceedTheirAlpha() {
        TestSheet sheet = TestSheet.v1(48);
        byte[] rgba = CellScale.of(sheet.cell(), 0, 17)
                .apply(sheet.cell(0, 0))
                .pixels()
                .rgba();
        for (int i = 0; i < rgba.length; i++) {
            assertTrue((rgba[i] & 0xff) <= (rgba[i | 3] & 0xff));
        }
    }

    @Test
    void pixelArtKeepsItsColours() {
        Picture art = PixelArtTest.art(4, 0);
        CellScale scale = CellScale.of(CODEX, 4, 100);
        Picture small = scale.apply(art);
        for (int y = 0; y < 104; y++) {
            for (int x = 0; x < 96; x++) {
                for (int channel = 0; channel < 4; channel++) {
                    assertEquals(value(art, x * 2, y * 2, channel), value(small, x, y, channel));
                }
            }
        }
    }

    private static double average(byte[] cell, TestSheet sheet, CellScale scale, int x, int y, int channel) {
        double wide = (double) sheet.cellWidth / scale.width();
        double tall = (double) sheet.cellHeight / scale.height();
        double sum = 0;
        for (int sy = 0; sy < sheet.cellHeight; sy++) {
            double h = Math.min(sy + 1, (y + 1) * tall) - Math.max(sy, y * tall);
            for (int sx = 0; h > 0 && sx < sheet.cellWidth; sx++) {
                double w = Math.min(sx + 1, (x + 1) * wide) - Math.max(sx, x * wide);
                sum += w > 0 ? w * h * (cell[(sy * sheet.cellWidth + sx) * 4 + channel] & 0xff) : 0;
            }
        }
        return sum / wide / tall;
    }

    private static int value(Picture picture, int x, int y, int channel) {
        int px = x - picture.x();
        int py = y - picture.y();
        Pixels pixels = picture.pixels();
        if (px < 0 || py < 0 || px >= pixels.width() || py >= pixels.height()) {
            return 0;
        }
        return pixels.rgba()[(py * pixels.width() + px) * 4 + channel] & 0xff;
    }
}
