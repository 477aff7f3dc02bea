package dev.perch.ecs;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.systems.IteratingSystem;
import dev.perch.model.ThemeChoice;
import dev.perch.render.BubblePainter;
import dev.perch.render.BubbleTheme;
import org.jspecify.annotations.Nullable;

/** Follows the desktop's look, as far as the user lets it: the colours of bubbles, the size of text, reduced motion. */
public final class AppearanceSystem extends IteratingSystem {
    private static final ComponentMapper<Pose> POSE = ComponentMapper.getFor(Pose.class);
    private static final ComponentMapper<Look> LOOK = ComponentMapper.getFor(Look.class);

    private final Step step;
    private final Stage stage;
    private final BubblePainter bubbles;
    private Wishes wishes;
    private @Nullable BubbleTheme theme;

    /**
     * A system for one window.
     *
     * @param stage told of the size of text
     * @param wishes what the user wants at first
     */
    public AppearanceSystem(Step step, Stage stage, BubblePainter bubbles, Wishes wishes) {
        super(Family.all(Pose.class, Look.class).get());
        this.step = step;
        this.stage = stage;
        this.bubbles = bubbles;
        this.wishes = wishes;
    }

    @Override
    public void update(float deltaTime) {
        if (step.desktopLook != null) {
            stage.desktopLook = step.desktopLook;
        }
        if (step.wishes != null) {
            wishes = step.wishes;
        }
        if (step.desktopLook != null || step.wishes != null) {
            ThemeChoice choice = wishes.theme();
            BubbleTheme wanted = BubbleTheme.of(choice.dark(stage.desktopLook), choice.highContrast(stage.desktopLook));
            // Another window may have told the painter first.
            step.pictureChanged |= bubbles.setTheme(wanted) || !wanted.equals(theme);
            theme = wanted;
        }
        super.update(deltaTime);
    }

    @Override
    protected void processEntity(Entity entity, float deltaTime) {
        Pose pose = POSE.get(entity);
        if (step.wishes != null) {
            Look look = LOOK.get(entity);
            look.director = look.director.under(wishes.playback());
            pose.track = look.director.choose(pose.situation);
        }
        boolean reduced = wishes.motion().reduced(stage.desktopLook);
        if (pose.situation.reducedMotion() != reduced) {
            pose.situation = pose.situation.withReducedMotion(reduced);
            step.pictureChanged = true;
        }
    }
}
