package dev.perch.ecs;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.systems.IteratingSystem;
import dev.perch.model.PetPackage;
import dev.perch.model.Room;

/** Places each pet in the middle of its window, as wide as the user wants it, with room for its bubble. */
public final class LayoutSystem extends IteratingSystem {
    private static final ComponentMapper<Look> LOOK = ComponentMapper.getFor(Look.class);
    private static final ComponentMapper<Position> POSITION = ComponentMapper.getFor(Position.class);

    private final Stage stage;

    /** @param stage the window, which says how wide a cell is to be shown */
    public LayoutSystem(Stage stage) {
        super(Family.all(Look.class, Position.class).get());
        this.stage = stage;
    }

    @Override
    protected void processEntity(Entity entity, float deltaTime) {
        Look look = LOOK.get(entity);
        Position position = POSITION.get(entity);
        place(look.pet, position);
        stage.ink = ink(look.ink, position);
    }

    private void place(PetPackage pet, Position position) {
        position.scale = scale(pet, stage.cellWidth());
        position.x = (stage.width - Math.round(pet.cellWidth() * position.scale)) / 2;
        position.y = stage.height - stage.below - (int) Math.ceil(pet.cellHeight() * position.scale);
    }

    private Room ink(Room ink, Position position) {
        int left = position.x + (int) Math.floor(ink.left() * position.scale);
        int top = position.y + (int) Math.floor(ink.top() * position.scale);
        int width = position.x + (int) Math.ceil(ink.right() * position.scale) - left;
        int height = position.y + (int) Math.ceil(ink.bottom() * position.scale) - top;
        Room known = stage.ink;
        boolean same = known.left() == left && known.top() == top && known.width() == width && known.height() == height;
        return same ? known : new Room(left, top, width, height);
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
