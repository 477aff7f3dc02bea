package dev.perch.ecs;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.systems.IteratingSystem;
import dev.perch.gesture.PointerEvent;
import dev.perch.gesture.PointerEvent.Kind;
import dev.perch.gesture.WheelEvent;
import dev.perch.render.BubbleLayout;
import dev.perch.render.BubblePose;
import org.jspecify.annotations.Nullable;

/**
 * A click on a card opens a text that is cut, and closes one that is open; on one that is whole it asks for the cards of all
 * sessions. The wheel scrolls it.
 */
public final class BubbleTouchSystem extends IteratingSystem {
    private static final ComponentMapper<Bubble> BUBBLE = ComponentMapper.getFor(Bubble.class);
    private static final int LEFT_BUTTON = 0;

    private final Step step;

    /** @param step tells what the pointer did */
    public BubbleTouchSystem(Step step) {
        super(Family.all(Bubble.class).get());
        this.step = step;
    }

    @Override
    protected void processEntity(Entity entity, float deltaTime) {
        Bubble bubble = BUBBLE.get(entity);
        BubbleLayout layout = bubble.layout;
        for (int i = 0; i < step.pointer.size(); i++) {
            touch(bubble, layout, step.pointer.get(i));
        }
        for (int i = 0; i < step.wheel.size(); i++) {
            WheelEvent event = step.wheel.get(i);
            if (layout != null && on(bubble.card.pose, event.x(), event.y())) {
                double to = bubble.scroll - event.notches() * layout.notch();
                bubble.scroll = (int) Math.round(Math.max(0, Math.min(layout.overflow(), to)));
            }
        }
    }

    private void touch(Bubble bubble, @Nullable BubbleLayout layout, PointerEvent event) {
        if (event.kind() == Kind.DOWN) {
            bubble.pressed =
                    layout != null && event.button() == LEFT_BUTTON && on(bubble.card.pose, event.x(), event.y());
        } else if (event.kind() == Kind.UP && bubble.pressed) {
            bubble.pressed = false;
            if (layout != null && on(bubble.card.pose, event.x(), event.y())) {
                boolean whole = !layout.open() && !layout.cut();
                step.cardsWished |= whole;
                bubble.open = !whole && !bubble.open;
                bubble.scroll = 0;
            }
        }
    }

    private static boolean on(BubblePose card, int x, int y) {
        return x >= card.x && y >= card.y && x < card.x + card.width && y < card.y + card.height;
    }
}
