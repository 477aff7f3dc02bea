package dev.perch.tools.sheets;

import dev.perch.model.Acting;
import dev.perch.model.Clip;
import dev.perch.model.Interactions;
import dev.perch.model.Page;
import dev.perch.model.PetPackage;
import dev.perch.model.Problem;
import dev.perch.model.Sprite;
import dev.perch.pack.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The clips of a sealed pet as an author's pictures. */
final class SealedArt {
    private SealedArt() {}

    /** @param said what the pet's {@code pet.json} says, empty where there is none */
    static Art of(PetPackage pet, Map<String, @Nullable Object> said) throws IOException {
        List<Pixels> pages = new ArrayList<>();
        for (Page page : pet.pages()) {
            pages.add(new Pixels(page.width(), page.height(), Files.readAllBytes(page.file())));
        }
        Map<String, List<ArtFrame>> states = new LinkedHashMap<>();
        Map<String, @Nullable Object> manifest = said.isEmpty() ? words(pet) : said;
        for (Clip clip : pet.clips().values()) {
            List<ArtFrame> frames = new ArrayList<>();
            for (Clip.Frame frame : clip.frames()) {
                Sprite s = frame.sprite();
                Pixels ink = Straight.of(pages.get(s.page()).crop(s.x(), s.y(), s.width(), s.height()));
                Pixels cell = ink.crop(-s.offsetX(), -s.offsetY(), pet.cellWidth(), pet.cellHeight());
                frames.add(new ArtFrame(clip.name() + " " + frames.size(), cell, frame.millis()));
            }
            states.put(clip.name(), frames);
            if (OwnClips.replaces(manifest, clip.name())) {
                states.put(SheetArt.INSTEAD + clip.name(), frames);
            }
        }
        List<Problem> notes = new ArrayList<>(pet.warnings());
        if (said.isEmpty()) {
            notes.addAll(lost(pet));
        }
        return new Art(pet.id().id(), manifest, states, notes);
    }

    private static Map<String, @Nullable Object> words(PetPackage pet) {
        Map<String, @Nullable Object> words = new LinkedHashMap<>();
        words.put("displayName", pet.displayName());
        words.put("description", pet.description());
        return words;
    }

    /** What is no picture, and stands in no {@code pet.json}. */
    private static List<Problem> lost(PetPackage pet) {
        List<Problem> notes = new ArrayList<>();
        if (!pet.acting().equals(Acting.PLAIN)) {
            notes.add(Problem.warning(
                    pet.id().id(),
                    "says in which order its pictures follow each other and what the hand does, and pictures say neither",
                    "keep the pet as it is for Perch"));
        }
        if (!pet.interactions().equals(Interactions.NONE)) {
            notes.add(Problem.warning(
                    pet.id().id(),
                    "declares interactions, which were left out",
                    "copy the block interactions into the new pet.json"));
        }
        return notes;
    }
}
