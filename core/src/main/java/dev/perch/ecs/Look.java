package dev.perch.ecs;

import com.badlogic.ashley.core.Component;
import com.badlogic.gdx.graphics.Texture;
import dev.perch.anim.AnimationDirector;
import dev.perch.model.PetPackage;
import java.util.List;

/** Which pet an entity is: its package, what chooses its frames, and its pages as textures. */
public final class Look implements Component {
    public final PetPackage pet;
    public final AnimationDirector director;
    public final List<Texture> pages;

    /** @param pages one texture for each page of the package, in order */
    public Look(PetPackage pet, AnimationDirector director, List<Texture> pages) {
        this.pet = pet;
        this.director = director;
        this.pages = List.copyOf(pages);
    }
}
