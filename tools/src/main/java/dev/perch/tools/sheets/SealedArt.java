package dev.perch.tools.sheets;

import dev.perch.model.Clip;
import dev.perch.model.Page;
import dev.perch.model.PetPackage;
import dev.perch.model.Sprite;
import dev.perch.pack.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The clips of a sealed pet as an author's pictures. */
final class SealedArt {
    private SealedArt() {}

    static Art of(PetPackage pet) throws IOException {
        List<Pixels> pages = new ArrayList<>();
        for (Page page : pet.pages()) {
            pages.add(new Pixels(page.width(), page.height(), Files.readAllBytes(page.file())));
        }
        Map<String, List<ArtFrame>> states = new LinkedHashMap<>();
        for (Clip clip : pet.clips().values()) {
            List<ArtFrame> frames = new ArrayList<>();
            for (Clip.Frame frame : clip.frames()) {
                Sprite s = frame.sprite();
                Pixels ink = Straight.of(pages.get(s.page()).crop(s.x(), s.y(), s.width(), s.height()));
                Pixels cell = ink.crop(-s.offsetX(), -s.offsetY(), pet.cellWidth(), pet.cellHeight());
                frames.add(new ArtFrame(clip.name() + " " + frames.size(), cell, frame.millis()));
            }
            states.put(clip.name(), frames);
        }
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("displayName", pet.displayName());
        manifest.put("description", pet.description());
        return new Art(pet.id().id(), new LinkedHashMap<>(manifest), states, List.of());
    }
}
