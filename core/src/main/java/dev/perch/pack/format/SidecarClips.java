package dev.perch.pack.format;

import dev.perch.api.CompatiblePetPackage.Crop;
import dev.perch.api.CompatiblePetPackage.Frame;
import dev.perch.api.CompatiblePetPackage.Image;
import dev.perch.api.CompatiblePetPackageAdapter.Input;
import dev.perch.api.CompatiblePetPackageAdapter.Size;
import dev.perch.model.PetAnimationState;
import dev.perch.pack.ManifestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code animations.json} of SakiPet beside an unchanged Codex package: each clip is a strip {@code animations/NAME.webp}
 * of cells as large as the sheet's. A strip for a state that the sheet has, too, takes its place.
 */
final class SidecarClips {
    static final String FILE = "animations.json";
    static final String FOLDER = "animations/";

    private static final int MILLIS = 140;
    private static final int MOST_MILLIS = 60_000;

    private SidecarClips() {}

    static void read(Input input, PetDraft draft) throws IOException {
        Path file = input.petDir().resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return;
        }
        Fields root = new Fields(FILE, ManifestReader.readMore(FILE, Files.readAllBytes(file)), draft.warnings);
        Fields named = root.raw("animations") instanceof Map ? root.object("animations") : root;
        if (named == null) {
            return;
        }
        for (String name : named.names()) {
            Fields clip = named.raw(name) instanceof Map ? named.object(name) : null;
            PetAnimationState state = StateWords.of(name);
            if (clip != null && state != null) {
                strip(input, name, clip, state, draft);
            }
        }
    }

    private static void strip(Input input, String name, Fields clip, PetAnimationState state, PetDraft draft)
            throws IOException {
        String said = clip.text("file", "path");
        String path = said == null ? FOLDER + name + ".webp" : said;
        if (!Files.isRegularFile(input.petDir().resolve(path)) || !path.startsWith(FOLDER) || path.contains("..")) {
            clip.ignored("file", "names no strip in " + FOLDER);
            return;
        }
        Image image = new Image.InFile(path);
        Size size = input.sizes().of(image);
        int columns = size.width() / draft.cellWidth;
        if (size.height() != draft.cellHeight || columns * draft.cellWidth != size.width() || columns < 1) {
            clip.ignored(
                    "file",
                    "is " + size.width() + "x" + size.height() + ", no strip of cells of " + draft.cellWidth + "x"
                            + draft.cellHeight);
            return;
        }
        int count = clip.whole(columns, 1, columns, "frames", "frameCount");
        double fps = clip.number(0.001, 60, "fps");
        int rate = fps > 0.001 ? (int) Math.round(1000 / fps) : MILLIS;
        int millis = clip.whole(rate, 1, MOST_MILLIS, "durationMs", "frameDurationMs");
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Crop crop = new Crop(i * draft.cellWidth, 0, draft.cellWidth, draft.cellHeight);
            frames.add(new Frame(image, crop, 0, 0, false, millis));
        }
        draft.clips.put(state.id(), frames);
    }
}
