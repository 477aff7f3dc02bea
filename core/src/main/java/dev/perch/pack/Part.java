package dev.perch.pack;

import dev.perch.api.CompatiblePetPackage.Crop;
import dev.perch.api.CompatiblePetPackage.Frame;
import dev.perch.api.CompatiblePetPackage.Image;
import java.util.Map;

/** A part of a picture, in the adapter's pixels. */
record Part(Image image, Crop crop) {
    /** What a frame shows, before it is mirrored and put into the cell. */
    static Part of(Frame frame, Map<Image, Artwork.Chosen> pictures, int times) {
        Crop crop = frame.crop();
        Artwork.Chosen picture = pictures.get(frame.image());
        if (crop == null && picture != null) {
            crop = new Crop(
                    0, 0, picture.image().width() / times, picture.image().height() / times);
        }
        return new Part(frame.image(), crop == null ? new Crop(0, 0, 0, 0) : crop);
    }
}
