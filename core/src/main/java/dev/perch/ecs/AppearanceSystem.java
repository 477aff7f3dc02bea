package dev.perch.ecs;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.systems.IteratingSystem;
import dev.perch.model.MotionChoice;
import dev.perch.model.ThemeChoice;
import dev.perch.render.BubblePainter;
import dev.perch.render.BubbleTheme;

/** Follows the desktop's look, as far as the user lets it: the colours of bubbles, the size of text, reduced motion. */
public final class AppearanceSystem extends IteratingSystem {
    private static final ComponentMapper<Pose> POSE = ComponentMapper.getFor(Pose.class);

    private final Step step;
    private final Stage stage;
    private final BubblePainter bubbles;
    private final ThemeChoice theme;
    private final MotionChoice motion;

    /**
     * A system for one window.
     *
     * @param stage told of the size of text
     * @param theme what the user wants of colours
     * @param motion what the user wants of motion
     */
    public AppearanceSystem(Step step, Stage stage, BubblePainter bubbles, ThemeChoice theme, MotionChoice motion) {
        super(Family.all(Pose.class).get());
        this.step = step;
        this.stage = stage;
        this.bubbles = bubbles;
        this.theme = theme;
        this.motion = motion;
    }

    @Override
    public void update(float deltaTime) {
        if (step.desktopLook != null) {
            stage.desktopLook = step.desktopLook;
            BubbleTheme wanted = BubbleTheme.of(theme.dark(stage.desktopLook), theme.highContrast(stage.desktopLook));
            step.pictureChanged |= bubbles.setTheme(wanted);
        }
        super.update(deltaTime);
    }

    @Override
    protected void processEntity(Entity entity, float deltaTime) {
        Pose pose = POSE.get(entity);
        boolean reduced = motion.reduced(stage.desktopLook);
        if (pose.situation.reducedMotion() != reduced) {
            pose.situation = pose.situation.withReducedMotion(reduced);
            step.pictureChanged = true;
        }
    }
}
