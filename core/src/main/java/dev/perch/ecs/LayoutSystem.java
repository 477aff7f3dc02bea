package dev.perch.ecs;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.systems.IteratingSystem;
import dev.perch.model.BubbleText;
import dev.perch.model.PetPackage;
import dev.perch.model.Room;
import dev.perch.render.BubbleLayout;
import dev.perch.render.BubblePainter;
import org.jspecify.annotations.Nullable;

/** Places each pet at the bottom of its window, in the middle, as wide as the user wants it, and its bubble over it. */
public final class LayoutSystem extends IteratingSystem {
    private static final ComponentMapper<Look> LOOK = ComponentMapper.getFor(Look.class);
    private static final ComponentMapper<Pose> POSE = ComponentMapper.getFor(Pose.class);
    private static final ComponentMapper<Position> POSITION = ComponentMapper.getFor(Position.class);
    private static final ComponentMapper<Bubble> BUBBLE = ComponentMapper.getFor(Bubble.class);

    private final Step step;
    private final Stage stage;
    private final BubblePainter bubbles;

    /** @param stage the window, which says how wide a cell is to be shown */
    public LayoutSystem(Step step, Stage stage, BubblePainter bubbles) {
        super(Family.all(Look.class, Pose.class, Position.class, Bubble.class).get());
        this.step = step;
        this.stage = stage;
        this.bubbles = bubbles;
    }

    @Override
    public void update(float deltaTime) {
        if (step.fonts != null) {
            bubbles.setFonts(step.fonts);
        }
        super.update(deltaTime);
    }

    @Override
    protected void processEntity(Entity entity, float deltaTime) {
        Look look = LOOK.get(entity);
        Position position = POSITION.get(entity);
        place(look.pet, position);
        stage.ink = ink(look.ink, position);
        Bubble bubble = BUBBLE.get(entity);
        BubbleLayout layout = measured(bubble);
        if (layout != null) {
            int head =
                    position.y + Math.round(look.headroom(POSE.get(entity).frame.clip()) * position.scale);
            place(bubble, layout, head);
        }
    }

    private void place(PetPackage pet, Position position) {
        position.scale = scale(pet, stage.cellWidth());
        position.x = (stage.width - Math.round(pet.cellWidth() * position.scale)) / 2;
        position.y = stage.height - (int) Math.ceil(pet.cellHeight() * position.scale);
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

    private @Nullable BubbleLayout measured(Bubble bubble) {
        BubbleText text = bubble.text;
        BubbleLayout layout = bubble.layout;
        if (text == null) {
            bubble.layout = null;
        } else if (layout == null
                || bubble.scale != stage.contentScale
                || !layout.text().equals(text)
                || !bubbles.isCurrent(layout)) {
            bubble.scale = stage.contentScale;
            bubble.layout =
                    bubbles.measure(text, Math.round(Stage.BUBBLE_WIDTH * stage.contentScale), stage.contentScale);
            step.pictureChanged = true;
        }
        return bubble.layout;
    }

    /** Over the head of the pet, its tail in the middle. */
    private void place(Bubble bubble, BubbleLayout layout, int head) {
        bubble.x = (stage.width - layout.width()) / 2;
        bubble.y = Math.max(layout.margin(), head - layout.tailHeight() - layout.height());
        bubble.tailX = layout.width() / 2;
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
