package dev.perch.pack.format;

import dev.perch.api.CompatiblePetPackage.Image;
import dev.perch.api.CompatiblePetPackageAdapter.Input;
import dev.perch.api.CompatiblePetPackageAdapter.Size;
import dev.perch.pack.SafePath;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a Shimeji, by the names that poses use.
 *
 * @param folder where they lie, with a slash at its end
 */
record ShimejiPictures(Input input, List<String> files, String folder) {
    /** The file behind a name such as {@code /shime1.png}, or null. */
    @Nullable
    String file(String name) throws IOException {
        String plain = name.startsWith("/") ? name.substring(1) : name;
        if (plain.isEmpty()) {
            return null;
        }
        String path = folder + SafePath.named("Image", plain);
        return files.contains(path) ? path : null;
    }

    Size size(String file) throws IOException {
        return input.sizes().of(new Image.InFile(file));
    }
}
