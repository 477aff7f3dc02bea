package dev.perch.ecs;

import com.badlogic.ashley.core.Component;
import com.badlogic.gdx.graphics.Texture;
import dev.perch.anim.AnimationDirector;
import dev.perch.model.Clip;
import dev.perch.model.PetPackage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which pet an entity is: its package, what chooses its frames, and its pages as textures. */
public final class Look implements Component {
    public final PetPackage pet;
    public final AnimationDirector director;
    public final List<Texture> pages;
    private final Map<String, Integer> headrooms = new HashMap<>();

    /** @param pages one texture for each page of the package, in order */
    public Look(PetPackage pet, AnimationDirector director, List<Texture> pages) {
        this.pet = pet;
        this.director = director;
        this.pages = List.copyOf(pages);
        pet.clips().values().forEach(clip -> headrooms.put(clip.name(), headroom(clip)));
    }

    /** How far under the top of its cell the ink of a clip begins, in page pixels: the same for all its frames. */
    public int headroom(String clip) {
        return headrooms.getOrDefault(clip, 0);
    }

    private int headroom(Clip clip) {
        return clip.frames().stream()
                .map(Clip.Frame::sprite)
                .filter(sprite -> sprite.height() > 0)
                .mapToInt(sprite -> sprite.offsetY())
                .min()
                .orElse(0);
    }
}
