package dev.perch.ecs;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.systems.IteratingSystem;
import dev.perch.render.BubbleLayout;

/** Moves the card of each bubble to what it is wished to be; at once where motion is reduced, and at the very beginning. */
public final class BubbleTweenSystem extends IteratingSystem {
    private static final ComponentMapper<Bubble> BUBBLE = ComponentMapper.getFor(Bubble.class);
    private static final ComponentMapper<Pose> POSE = ComponentMapper.getFor(Pose.class);
    private static final ComponentMapper<Position> POSITION = ComponentMapper.getFor(Position.class);

    private final Step step;
    private final Stage stage;

    /** @param stage tells how many window pixels a logical one has */
    public BubbleTweenSystem(Step step, Stage stage) {
        super(Family.all(Bubble.class, Pose.class, Position.class).get());
        this.step = step;
        this.stage = stage;
    }

    @Override
    protected void processEntity(Entity entity, float deltaTime) {
        Bubble bubble = BUBBLE.get(entity);
        Position position = POSITION.get(entity);
        Card card = bubble.card;
        BubbleLayout before = card.said();
        if (bubble.begun && !POSE.get(entity).situation.reducedMotion()) {
            card.advance(step.now);
            card.wish(bubble, position, step.now);
        } else {
            card.still(bubble, position);
        }
        bubble.begun = true;
        boolean other = card.pose(position, stage.contentScale, step.now);
        step.pictureChanged |= other || card.said() != before;
        if (card.moves(step.now)) {
            step.wakeAt(step.now + TweenSystem.FRAME_NANOS);
        }
    }
}
