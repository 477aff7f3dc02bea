package dev.perch.pack;

import dev.perch.api.CompatiblePetPackage.Crop;
import dev.perch.api.CompatiblePetPackage.Image;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was cut out of decoded pictures. Not safe for threads.
 *
 * @param pictures straight alpha, trimmed, by their part
 * @param inks what each picture is like as a whole
 */
record Cuts(Map<Part, Picture> pictures, Map<Image, Ink> inks) {
    /**
     * A whole picture.
     *
     * @param hidden fully transparent pixels with a colour
     * @param opaque whether no pixel is transparent at all
     */
    record Ink(long hidden, boolean opaque) {}

    /** Gives the rows of a picture from the top. */
    interface Rows {
        /** Fills {@code row} with the next row, straight RGBA. */
        void next(byte[] row) throws IOException;
    }

    static Cuts none() {
        return new Cuts(new HashMap<>(), new HashMap<>());
    }

    Picture of(Part part) {
        Picture picture = pictures.get(part);
        if (picture == null) {
            throw new IllegalStateException("not cut: " + part);
        }
        return picture;
    }

    /**
     * Cuts a picture, reading it once, row by row.
     *
     * @param parts inside the picture
     * @param times pixels of the picture along one of the parts'
     */
    void cut(Image image, int width, int height, int times, List<Part> parts, Rows rows) throws IOException {
        List<Open> waiting = new ArrayList<>();
        parts.forEach(part -> waiting.add(new Open(part, times)));
        waiting.sort(Comparator.comparingInt(open -> -open.top));
        List<Open> open = new ArrayList<>();
        byte[] row = new byte[width * 4];
        long hidden = 0;
        boolean opaque = true;
        for (int y = 0; y < height; y++) {
            rows.next(row);
            key(image, row);
            for (int i = 0; i < row.length; i += 4) {
                if (row[i + 3] == 0 && (row[i] | row[i + 1] | row[i + 2]) != 0) {
                    hidden++;
                }
                opaque &= row[i + 3] == (byte) 255;
            }
            while (!waiting.isEmpty() && waiting.get(waiting.size() - 1).top == y) {
                open.add(waiting.remove(waiting.size() - 1).begin());
            }
            for (Open each : open) {
                each.take(row, y);
            }
            for (Open each : open) {
                if (each.endsAt(y)) {
                    pictures.put(each.part, each.trimmed());
                }
            }
            int now = y;
            open.removeIf(each -> each.endsAt(now));
        }
        inks.put(image, new Ink(hidden, opaque));
    }

    private static void key(Image image, byte[] row) {
        if (!(image instanceof Image.Keyed keyed)) {
            return;
        }
        byte red = (byte) (keyed.rgb() >> 16);
        byte green = (byte) (keyed.rgb() >> 8);
        byte blue = (byte) keyed.rgb();
        for (int i = 0; i < row.length; i += 4) {
            if (row[i] == red && row[i + 1] == green && row[i + 2] == blue) {
                row[i] = 0;
                row[i + 1] = 0;
                row[i + 2] = 0;
                row[i + 3] = 0;
            }
        }
    }

    /** A part that is being read. */
    private static final class Open {
        private final Part part;
        private final int left;
        private final int top;
        private final int width;
        private final int height;
        private byte[] rgba = new byte[0];

        Open(Part part, int times) {
            Crop crop = part.crop();
            this.part = part;
            left = crop.x() * times;
            top = crop.y() * times;
            width = crop.width() * times;
            height = crop.height() * times;
        }

        Open begin() {
            rgba = new byte[width * height * 4];
            return this;
        }

        void take(byte[] row, int y) {
            System.arraycopy(row, left * 4, rgba, (y - top) * width * 4, width * 4);
        }

        boolean endsAt(int y) {
            return y == top + height - 1;
        }

        Picture trimmed() {
            return Picture.trim(rgba, width, 0, width, height);
        }
    }
}
