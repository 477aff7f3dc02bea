package dev.perch.tools.sheets;

import dev.perch.pack.Pixels;

/** Paints one page of an atlas. */
final class AtlasPage {
    private final AtlasSettings settings;
    private final int width;
    private final int height;
    private final byte[] rgba;

    AtlasPage(AtlasSettings settings, int width, int height) {
        this.settings = settings;
        this.width = width;
        this.height = height;
        this.rgba = new byte[width * height * 4];
    }

    void put(Pixels ink, int left, int top) {
        int more = settings.extrude();
        for (int y = -more; y < ink.height() + more; y++) {
            int from = Math.max(0, Math.min(y, ink.height() - 1)) * ink.width() * 4;
            int to = ((top + y) * width + left) * 4;
            System.arraycopy(ink.rgba(), from, rgba, to, ink.width() * 4);
            for (int x = 1; x <= more; x++) {
                System.arraycopy(ink.rgba(), from, rgba, to - x * 4, 4);
                System.arraycopy(ink.rgba(), from + (ink.width() - 1) * 4, rgba, to + (ink.width() - 1 + x) * 4, 4);
            }
        }
    }

    Pixels pixels() {
        Pixels page = new Pixels(width, height, rgba);
        if (settings.premultiply()) {
            return Straight.multiplied(page);
        }
        if (settings.bleed()) {
            bleed();
        }
        return page;
    }

    /** Clear pixels take the mean colour of the ink beside them; two rounds are enough for smoothing at half size. */
    private void bleed() {
        boolean[] known = new boolean[width * height];
        for (int i = 0; i < known.length; i++) {
            known[i] = rgba[i * 4 + 3] != 0;
        }
        for (int round = 0; round < 2; round++) {
            boolean[] next = known.clone();
            for (int i = 0; i < known.length; i++) {
                if (!known[i]) {
                    next[i] = mean(known, i);
                }
            }
            System.arraycopy(next, 0, known, 0, known.length);
        }
    }

    private boolean mean(boolean[] known, int at) {
        int x = at % width;
        int y = at / width;
        int[] sums = new int[3];
        int count = 0;
        for (int dy = Math.max(0, y - 1); dy <= Math.min(height - 1, y + 1); dy++) {
            for (int dx = Math.max(0, x - 1); dx <= Math.min(width - 1, x + 1); dx++) {
                int i = dy * width + dx;
                if (known[i]) {
                    count++;
                    for (int c = 0; c < 3; c++) {
                        sums[c] += rgba[i * 4 + c] & 0xff;
                    }
                }
            }
        }
        for (int c = 0; c < 3 && count > 0; c++) {
            rgba[at * 4 + c] = (byte) ((sums[c] + count / 2) / count);
        }
        return count > 0;
    }
}
