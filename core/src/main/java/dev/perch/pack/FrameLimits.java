package dev.perch.pack;

import dev.perch.api.CompatiblePetPackage;
import dev.perch.api.CompatiblePetPackage.Crop;
import dev.perch.api.CompatiblePetPackage.Frame;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an adapter may ask of an import: its answer is checked like any other input. */
final class FrameLimits {
    private static final int MOST_FRAMES = 4096;
    private static final int MOST_SIDE = 2048;

    private FrameLimits() {}

    static void check(CompatiblePetPackage pet, Artwork art, PackageLimits limits) throws Refusal {
        if (pet.cellWidth() < 1
                || pet.cellHeight() < 1
                || pet.cellWidth() > MOST_SIDE / art.times()
                || pet.cellHeight() > MOST_SIDE / art.times()) {
            throw new Refusal(
                    "", "has cells of " + pet.cellWidth() + "x" + pet.cellHeight() + " pixels", "draw it smaller");
        }
        int frames = 0;
        Set<Frame> distinct = new HashSet<>();
        for (List<Frame> clip : pet.clips().values()) {
            frames += clip.size();
            for (Frame frame : clip) {
                inside(frame, art);
                distinct.add(new Frame(frame.image(), frame.crop(), frame.left(), frame.top(), frame.mirrored(), 0));
            }
        }
        Cell cell = Cell.of(pet.cellWidth(), pet.cellHeight()).times(art.times());
        long pixels = (long) distinct.size() * cell.width() * cell.height();
        if (frames > MOST_FRAMES || pixels > limits.webpFramePixels()) {
            throw new Refusal(
                    "",
                    "has " + frames + " frames, together larger than " + limits.webpFramePixels() / 1_000_000
                            + " million pixels, or more than " + MOST_FRAMES,
                    "leave some out, or draw it smaller");
        }
    }

    private static void inside(Frame frame, Artwork art) throws Refusal {
        Crop crop = Part.of(frame, art.pictures(), art.times()).crop();
        Artwork.Chosen picture = art.pictures().get(frame.image());
        boolean fits = picture != null
                && crop.x() >= 0
                && crop.y() >= 0
                && crop.width() > 0
                && crop.height() > 0
                && (crop.x() + (long) crop.width()) * art.times()
                        <= picture.image().width()
                && (crop.y() + (long) crop.height()) * art.times()
                        <= picture.image().height();
        if (!fits || frame.millis() < 0) {
            throw new Refusal(
                    PictureChecks.name(frame.image()),
                    "is smaller than the frames that are cut out of it",
                    "give the picture in its full size");
        }
    }
}
