package dev.perch.pack;

import dev.perch.model.Acting;
import dev.perch.model.Clip;
import dev.perch.model.Interactions;
import dev.perch.model.Page;
import dev.perch.model.PetId;
import dev.perch.model.PetPackage;
import dev.perch.model.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sealed folder says, without its place on disk and without the name of the folder it came from.
 *
 * @param name what the manifest calls it; null: the folder's name
 * @param description maybe empty
 * @param contentHash SHA-256 of what it was made from, in hex
 * @param cellWidth in page pixels
 * @param cellHeight in page pixels
 * @param artPixel in page pixels, 0 for painted art
 * @param clips by name
 * @param acting how they are played
 * @param pages their sizes
 * @param sheet what it was cut from
 * @param problems of the import, each a warning, with places relative to the package
 * @param interactions what the user's gestures do
 */
record SealedPet(
        @Nullable String name,
        String description,
        String contentHash,
        int cellWidth,
        int cellHeight,
        int artPixel,
        Map<String, Clip> clips,
        Acting acting,
        List<Size> pages,
        SheetFacts sheet,
        List<Problem> problems,
        Interactions interactions) {
    /** Size of a page in pixels. */
    record Size(int width, int height) {
        int bytes() {
            return width * height * 4;
        }
    }

    static String pageFile(int index) {
        return "page-" + index + ".rgba";
    }

    /**
     * The pet as it lies in a folder.
     *
     * @param warnings what else is to be said, before the problems of the import
     */
    PetPackage in(Path folder, PetId id, List<Problem> warnings) {
        List<Page> files = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            files.add(new Page(pages.get(i).width(), pages.get(i).height(), folder.resolve(pageFile(i))));
        }
        return new PetPackage(
                id,
                name == null ? id.id() : name,
                description,
                contentHash,
                cellWidth,
                cellHeight,
                artPixel,
                clips,
                acting,
                files,
                warnings,
                interactions);
    }
}
