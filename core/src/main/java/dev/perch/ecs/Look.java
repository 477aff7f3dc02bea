package dev.perch.ecs;

import com.badlogic.ashley.core.Component;
import com.badlogic.gdx.graphics.Texture;
import dev.perch.anim.AnimationDirector;
import dev.perch.model.Clip;
import dev.perch.model.Interactions;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetPackage;
import dev.perch.model.Room;
import dev.perch.model.Sprite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which pet an entity is: its package, what chooses its frames, and its pages as textures. */
public final class Look implements Component {
    public final PetPackage pet;

    /** Another one when the user wishes states to be played otherwise. */
    public AnimationDirector director;

    public final List<Texture> pages;

    /** The box around the ink of all frames, in page pixels from the top left of the cell. */
    public final Room ink;

    private final int feetY;
    private final Map<String, Integer> headrooms = new HashMap<>();

    /** When each binding answers again. */
    private final Map<Interactions.Binding, Long> cooling = new HashMap<>();

    /** @param pages one texture for each page of the package, in order */
    public Look(PetPackage pet, AnimationDirector director, List<Texture> pages) {
        this.pet = pet;
        this.director = director;
        this.pages = List.copyOf(pages);
        ink = ink(pet);
        feetY = feet(pet);
        pet.clips().values().forEach(clip -> headrooms.put(clip.name(), headroom(clip)));
    }

    /** Whether a binding answers a gesture of that time; if so, it swallows those that follow soon. */
    boolean cool(Interactions.Binding binding, long nanos) {
        Long until = cooling.get(binding);
        if (until != null && nanos < until) {
            return false;
        }
        cooling.put(binding, nanos + binding.cooldownMillis() * 1_000_000L);
        return true;
    }

    /** How far under the top of its cell the ink of a clip begins, in page pixels: the same for all its frames. */
    public int headroom(String clip) {
        return headrooms.getOrDefault(clip, 0);
    }

    /** The middle between the feet, in page pixels from the left of the cell. */
    public float feetX() {
        return pet.cellWidth() / 2f;
    }

    /** Where the pet stands, in page pixels from the top of the cell. */
    public float feetY() {
        return feetY;
    }

    /** The lowest ink of the idle pet; a sprite has a clear ring of one pixel. */
    private static int feet(PetPackage pet) {
        return pet.clip(PetAnimationState.IDLE.id()).frames().stream()
                .map(Clip.Frame::sprite)
                .filter(sprite -> sprite.height() > 0)
                .mapToInt(sprite -> sprite.offsetY() + sprite.height() - 1)
                .max()
                .orElse(pet.cellHeight());
    }

    private int headroom(Clip clip) {
        return clip.frames().stream()
                .map(Clip.Frame::sprite)
                .filter(sprite -> sprite.height() > 0)
                .mapToInt(sprite -> sprite.offsetY())
                .min()
                .orElse(0);
    }

    private static Room ink(PetPackage pet) {
        int left = pet.cellWidth();
        int top = pet.cellHeight();
        int right = 0;
        int bottom = 0;
        for (Clip clip : pet.clips().values()) {
            for (Clip.Frame frame : clip.frames()) {
                Sprite sprite = frame.sprite();
                if (sprite.height() > 0) {
                    left = Math.min(left, sprite.offsetX());
                    top = Math.min(top, sprite.offsetY());
                    right = Math.max(right, sprite.offsetX() + sprite.width());
                    bottom = Math.max(bottom, sprite.offsetY() + sprite.height());
                }
            }
        }
        return new Room(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }
}
