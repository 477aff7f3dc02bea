package dev.perch.ecs;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.systems.IteratingSystem;
import dev.perch.api.LayoutResolver;
import dev.perch.api.NotificationVisualState;
import dev.perch.api.OverlayElement;
import dev.perch.api.OverlayMeasuredElements;
import dev.perch.model.BubbleSide;
import dev.perch.model.BubbleText;
import dev.perch.model.Room;
import dev.perch.model.Sprite;
import dev.perch.model.StatusSign;
import dev.perch.place.BubbleSpot;
import dev.perch.render.BubbleLayout;
import dev.perch.render.BubblePainter;
import org.jspecify.annotations.Nullable;

/** Sets the text of each bubble and puts it where there is room; and the badge that tells the state of a pet that holds still. */
public final class BubbleLayoutSystem extends IteratingSystem {
    private static final ComponentMapper<Look> LOOK = ComponentMapper.getFor(Look.class);
    private static final ComponentMapper<Mind> MIND = ComponentMapper.getFor(Mind.class);
    private static final ComponentMapper<Pose> POSE = ComponentMapper.getFor(Pose.class);
    private static final ComponentMapper<Position> POSITION = ComponentMapper.getFor(Position.class);
    private static final ComponentMapper<Bubble> BUBBLE = ComponentMapper.getFor(Bubble.class);

    private final Step step;
    private final Stage stage;
    private final BubblePainter bubbles;
    private final LayoutResolver layouts;

    /**
     * A system for one window.
     *
     * @param stage where there is room
     * @param layouts says where in that room a card is put
     */
    public BubbleLayoutSystem(Step step, Stage stage, BubblePainter bubbles, LayoutResolver layouts) {
        super(Family.all(Look.class, Mind.class, Pose.class, Position.class, Bubble.class)
                .get());
        this.step = step;
        this.stage = stage;
        this.bubbles = bubbles;
        this.layouts = layouts;
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
        Bubble bubble = BUBBLE.get(entity);
        Pose pose = POSE.get(entity);
        Position position = POSITION.get(entity);
        Room pet = standing(LOOK.get(entity), pose, position);
        BubbleLayout layout = measured(bubble, pet);
        if (layout != null) {
            place(bubble, layout, pet);
        }
        NotificationVisualState badge = MIND.get(entity).told.badge();
        boolean badged = pose.situation.reducedMotion();
        step.pictureChanged |= badged && badge.stale() != bubble.badgeStale;
        bubble.badgeStale = badge.stale();
        badge(bubble, badged ? badge.sign() : StatusSign.NONE, pose, position);
    }

    private @Nullable BubbleLayout measured(Bubble bubble, Room pet) {
        BubbleText text = bubble.text;
        float scale = stage.contentScale * stage.desktopLook.textScale();
        BubbleLayout layout = bubble.layout;
        if (text == null) {
            bubble.layout = null;
            bubble.side = null;
            bubble.measured = null;
        } else if (layout == null
                || !layout.text().equals(text)
                || layout.open() != bubble.open
                || scale != bubble.scale
                || !bubbles.isCurrent(layout)) {
            bubble.scale = scale;
            bubble.layout = bubble.open ? measureOpen(text, pet, scale) : bubbles.measure(text, width(), scale);
            bubble.scroll = Math.min(bubble.scroll, bubble.layout.overflow());
            bubble.placedFor = null;
        }
        return bubble.layout;
    }

    /** As high as there is room, over the pet or under it. */
    private BubbleLayout measureOpen(BubbleText text, Room pet, float scale) {
        int tail = bubbles.tailHeight(scale);
        Room room = room(bubbles.margin(scale));
        int mostHeight = Math.max(pet.top() - room.top(), room.bottom() - pet.bottom()) - tail;
        return bubbles.measureOpen(text, width(), mostHeight, scale);
    }

    private int width() {
        return Math.round(Stage.BUBBLE_WIDTH * stage.contentScale);
    }

    /** The ink of a pet, from the head of what it plays, as far to the left as to the right of its cell's middle. */
    private Room standing(Look look, Pose pose, Position position) {
        Room ink = stage.ink;
        int head = position.y + Math.round(look.headroom(pose.frame.clip()) * position.scale);
        int middle = position.x + Math.round(look.pet.cellWidth() * position.scale) / 2;
        int half = Math.max(middle - ink.left(), ink.right() - middle);
        Room known = pose.standing;
        if (known == null
                || known.top() != head
                || known.left() != middle - half
                || known.width() != 2 * half
                || known.bottom() != ink.bottom()) {
            known = new Room(middle - half, head, 2 * half, ink.bottom() - head);
            pose.standing = known;
        }
        return known;
    }

    private void place(Bubble bubble, BubbleLayout layout, Room pet) {
        if (!step.answered
                && pet.equals(bubble.placedFor)
                && stage.x == bubble.stageX
                && stage.y == bubble.stageY
                && stage.room.equals(bubble.placedIn)) {
            return;
        }
        bubble.placedFor = pet;
        bubble.placedIn = stage.room;
        bubble.stageX = stage.x;
        bubble.stageY = stage.y;
        OverlayMeasuredElements next = layouts.measure(new LayoutResolver.Input(
                onDesktop(pet),
                new OverlayElement(layout.width(), layout.height()),
                onDesktop(room(layout.margin())),
                stage.contentScale,
                layout.tailHeight(),
                bubble.measured));
        if (next != null && next.tray() != null && next.side() != null && !layouts.equals(bubble.measured, next)) {
            bubble.measured = next;
        }
        show(bubble, layout, pet);
    }

    private void show(Bubble bubble, BubbleLayout layout, Room pet) {
        OverlayMeasuredElements placed = bubble.measured;
        Room tray = placed == null ? null : placed.tray();
        BubbleSide side = placed == null ? null : placed.side();
        if (tray == null || side == null) {
            return;
        }
        int left = tray.left() - stage.x;
        int top = tray.top() - stage.y;
        bubble.x = left;
        bubble.y = top;
        bubble.tailX = BubbleSpot.tail(side, pet, new Room(left, top, layout.width(), layout.height()));
        bubble.side = side;
    }

    private Room onDesktop(Room inWindow) {
        return new Room(inWindow.left() + stage.x, inWindow.top() + stage.y, inWindow.width(), inWindow.height());
    }

    /** Where a card may be, in window pixels: in the work area, and in the window with its shadow. */
    private Room room(int margin) {
        int edge = Math.round(Stage.EDGE * stage.contentScale);
        int left = Math.max(stage.room.left() + edge - stage.x, margin);
        int top = Math.max(stage.room.top() + edge - stage.y, margin);
        int right = Math.min(stage.room.right() - edge - stage.x, stage.width - margin);
        int bottom = Math.min(stage.room.bottom() - edge - stage.y, stage.height - margin);
        return new Room(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    /** At the right of the pet, low enough to leave its face alone. */
    private void badge(Bubble bubble, StatusSign sign, Pose pose, Position position) {
        step.pictureChanged |= sign != bubble.badge;
        bubble.badge = sign;
        if (sign == StatusSign.NONE) {
            return;
        }
        int edge = bubbles.badgeEdge(stage.contentScale);
        Sprite sprite = pose.sprite;
        float right = position.x + (sprite.offsetX() + sprite.width()) * position.scale;
        float middle = position.y + (sprite.offsetY() + sprite.height() * 0.66f) * position.scale;
        bubble.badgeX = Math.min(Math.round(right - edge * 0.66f), stage.width - edge);
        bubble.badgeY = Math.round(middle - edge / 2f);
    }
}
