package dev.perch.pack;

import dev.perch.api.CompatiblePetPackage.Crop;
import dev.perch.api.CompatiblePetPackageAdapter.Shot;
import java.util.ArrayList;
import java.util.List;

/**
 * A GIF as a sheet of all its pictures: checked here, block by block, and decoded in the child, which lays them out by the
 * same rule. Rows of as many pictures as there are rows, as near as can be.
 *
 * @param image the sheet, with the GIF itself as what the child is given
 * @param shots where each picture lies on it
 */
record GifSheet(SheetImage image, List<Shot> shots) {
    /** A pixel of the sheet, of its picture, and of the canvas that the picture is a copy of. */
    private static final int DECODER_BYTES = 12;

    /** What browsers show for longer: a time that nobody meant. */
    private static final int LEAST_MILLIS = 20;

    private static final int USUAL_MILLIS = 100;

    /** Checks a GIF. */
    static GifSheet of(String where, byte[] file, PackageLimits limits) throws Refusal {
        if (!isGif(file)) {
            throw new Refusal(where, "is no GIF", "name it by what it is");
        }
        GifWalk walk = new GifWalk(where, file, limits).walk();
        int count = walk.millis.size();
        int columns = columns(count);
        int width = columns * walk.width;
        int height = rows(count) * walk.height;
        SheetCheck.canvas(where, width, height, limits);
        List<Shot> shots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Crop crop = new Crop(i % columns * walk.width, i / columns * walk.height, walk.width, walk.height);
            int millis = walk.millis.get(i);
            shots.add(new Shot(crop, count == 1 ? 0 : millis < LEAST_MILLIS ? USUAL_MILLIS : millis));
        }
        return new GifSheet(new SheetImage("GIF", width, height, DECODER_BYTES, true, file), List.copyOf(shots));
    }

    static boolean isGif(byte[] file) {
        return file.length > 13 && SheetCheck.tag(file, 0).equals("GIF8");
    }

    /** How many of so many pictures lie beside each other. */
    static int columns(int count) {
        return (int) Math.ceil(Math.sqrt(count));
    }

    /** In how many rows they lie. */
    static int rows(int count) {
        return (count + columns(count) - 1) / columns(count);
    }
}
