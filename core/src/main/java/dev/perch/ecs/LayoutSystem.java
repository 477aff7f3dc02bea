package dev.perch.ecs;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.systems.IteratingSystem;
import dev.perch.model.PetPackage;

/** Places each pet in its window: at the bottom, in the middle, as wide as the user wants it. */
public final class LayoutSystem extends IteratingSystem {
    private static final ComponentMapper<Look> LOOK = ComponentMapper.getFor(Look.class);
    private static final ComponentMapper<Position> POSITION = ComponentMapper.getFor(Position.class);

    private final Stage stage;
    private final int petWidth;

    /** @param petWidth how wide a cell is to be shown, in window pixels */
    public LayoutSystem(Stage stage, int petWidth) {
        super(Family.all(Look.class, Position.class).get());
        this.stage = stage;
        this.petWidth = petWidth;
    }

    @Override
    protected void processEntity(Entity entity, float deltaTime) {
        PetPackage pet = LOOK.get(entity).pet;
        Position position = POSITION.get(entity);
        position.scale = scale(pet, petWidth);
        position.x = (stage.width - Math.round(pet.cellWidth() * position.scale)) / 2;
        position.y = stage.height - (int) Math.ceil(pet.cellHeight() * position.scale);
    }

    /** Window pixels for a page pixel: what the user wants for painted art, whole multiples of its pixel for pixel art. */
    public static float scale(PetPackage pet, int petWidth) {
        if (!pet.pixelArt()) {
            return (float) petWidth / pet.cellWidth();
        }
        float artWidth = (float) pet.cellWidth() / pet.artPixel();
        int multiple = Math.max(1, Math.round(petWidth / artWidth));
        return (float) multiple / pet.artPixel();
    }
}
