package dev.perch.render.film;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses the colours of a film. Up to 255 are kept as they are. More are gathered in cells of a cube of 64 a side, the
 * cube is cut again and again where its colours vary most, and each piece is told by its commonest colour if that makes
 * up half of it (flat areas stay what they are), else by its mean.
 */
final class PaletteBuilder {
    private static final int BITS = 6;
    static final int CELLS = 1 << 3 * BITS;

    private final Map<Integer, Cell> cells = new HashMap<>();
    private final Map<Integer, Integer> counts = new HashMap<>();

    /** Where the colour falls in the cube. */
    static int cell(int argb) {
        int low = 8 - BITS;
        return (argb >> 16 + low & 63) << 2 * BITS | (argb >> 8 + low & 63) << BITS | (argb >> low & 63);
    }

    /** The colours of one cell: how many pixels, the sums of red, green, blue, and the commonest. */
    private static final class Cell {
        private final long[] sums = new long[3];
        private long count;
        private int common;
        private long commonCount;

        void add(int argb, int times) {
            count += times;
            for (int c = 0; c < 3; c++) {
                sums[c] += (long) times * (argb >>> 16 - 8 * c & 255);
            }
            if (times > commonCount) {
                common = argb;
                commonCount = times;
            }
        }

        double mean(int channel) {
            return (double) sums[channel] / count;
        }
    }

    /** Counts the pixels, which are opaque or 0. */
    void add(int[] pixels) {
        int from = 0;
        for (int i = 1; i <= pixels.length; i++) {
            if (i == pixels.length || pixels[i] != pixels[from]) {
                if (pixels[from] != 0) {
                    counts.merge(pixels[from], i - from, Integer::sum);
                }
                from = i;
            }
        }
    }

    Palette build() {
        if (counts.size() <= Palette.COLORS) {
            return new Palette(counts.keySet().stream().sorted().toList());
        }
        counts.forEach((argb, times) ->
                cells.computeIfAbsent(cell(argb), c -> new Cell()).add(argb, times));
        List<Cell> all = new ArrayList<>();
        cells.keySet().stream().sorted().forEach(c -> all.add(cells.get(c)));
        List<Box> boxes = new ArrayList<>(List.of(new Box(all)));
        while (boxes.size() < Palette.COLORS) {
            Box widest =
                    boxes.stream().max(Comparator.comparingDouble(Box::spread)).orElseThrow();
            if (widest.spread() <= 0) {
                break;
            }
            boxes.remove(widest);
            boxes.addAll(widest.halves());
        }
        return new Palette(boxes.stream().map(Box::color).distinct().toList());
    }

    /** A part of the cube. */
    private static final class Box {
        private final List<Cell> cells;
        private final double[] means = new double[3];
        private final int channel;
        private final double spread;
        private long count;

        Box(List<Cell> cells) {
            this.cells = cells;
            double[] squares = new double[3];
            for (Cell cell : cells) {
                count += cell.count;
                for (int c = 0; c < 3; c++) {
                    means[c] += cell.sums[c];
                    squares[c] += cell.count * cell.mean(c) * cell.mean(c);
                }
            }
            int widest = 0;
            double[] spreads = new double[3];
            for (int c = 0; c < 3; c++) {
                means[c] /= count;
                spreads[c] = squares[c] - count * means[c] * means[c];
                widest = spreads[c] > spreads[widest] ? c : widest;
            }
            channel = widest;
            spread = cells.size() == 1 ? 0 : spreads[widest];
        }

        double spread() {
            return spread;
        }

        List<Box> halves() {
            List<Cell> low = new ArrayList<>();
            List<Cell> high = new ArrayList<>();
            for (Cell cell : cells) {
                (cell.mean(channel) <= means[channel] ? low : high).add(cell);
            }
            return List.of(new Box(low), new Box(high));
        }

        int color() {
            Cell commonest = cells.stream()
                    .max(Comparator.comparingLong(cell -> cell.commonCount))
                    .orElseThrow();
            if (commonest.commonCount * 2 >= count) {
                return commonest.common;
            }
            int argb = 0xff;
            for (double mean : means) {
                argb = argb << 8 | (int) Math.round(mean);
            }
            return argb;
        }
    }
}
