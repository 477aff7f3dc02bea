package dev.perch.runtime;

import com.badlogic.gdx.graphics.Texture;
import dev.perch.model.Page;
import dev.perch.model.PetPackage;
import dev.perch.render.Textures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pages of pets as textures: one set for all pets of one package and size, freed with the last of them. Render thread. */
final class PageTextures {
    private final Textures textures;
    private final Map<Key, Shared> sets = new HashMap<>();

    private record Key(String contentHash, int cellWidth) {
        static Key of(PetPackage pet) {
            return new Key(pet.contentHash(), pet.cellWidth());
        }
    }

    private static final class Shared {
        private final List<Texture> pages;
        private int holders;

        Shared(List<Texture> pages) {
            this.pages = pages;
        }
    }

    PageTextures(Textures textures) {
        this.textures = textures;
    }

    /** The textures of its pages, in order, for one more pet. */
    List<Texture> take(LoadedPet loaded) {
        Shared shared = sets.computeIfAbsent(Key.of(loaded.pet()), key -> new Shared(upload(loaded)));
        shared.holders++;
        return shared.pages;
    }

    /** A pet that took them shows them no more. */
    void giveBack(PetPackage pet) {
        Shared shared = sets.get(Key.of(pet));
        if (shared != null) {
            shared.holders--;
            if (shared.holders == 0) {
                sets.remove(Key.of(pet));
                shared.pages.forEach(Texture::dispose);
            }
        }
    }

    private List<Texture> upload(LoadedPet loaded) {
        PetPackage pet = loaded.pet();
        List<Texture> pages = new ArrayList<>();
        for (int i = 0; i < loaded.pages().size(); i++) {
            Page page = pet.pages().get(i);
            pages.add(
                    textures.create(page.width(), page.height(), loaded.pages().get(i), !pet.pixelArt()));
        }
        return List.copyOf(pages);
    }
}
