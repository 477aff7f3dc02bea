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
import dev.perch.model.Writers;
import dev.perch.place.BubbleSpot;
import dev.perch.place.Spot;
import dev.perch.render.BubbleLayout;
import dev.perch.render.BubblePainter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sets the text of each bubble and puts it where there is room; and the badge that tells the state of a pet that holds still, and
 * the mark that other programs may write.
 */
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
    private boolean begun;
    private Room area = new Room(0, 0, 0, 0);

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
        if (step.writers != null) {
            step.pictureChanged |= step.writers != stage.writers;
            stage.writers = step.writers;
        }
        super.update(deltaTime);
        warm();
    }

    /** Gets ready for the first text in a step that has nothing else to do, not before the first picture. */
    private void warm() {
        if (begun) {
            bubbles.warm(width(), stage.contentScale * stage.desktopLook.textScale());
        } else {
            begun = true;
            step.wakeAt(step.now);
        }
    }

    @Override
    protected void processEntity(Entity entity, float deltaTime) {
        Bubble bubble = BUBBLE.get(entity);
        Pose pose = POSE.get(entity);
        Position position = POSITION.get(entity);
        BubbleLayout layout = measured(bubble, standing(LOOK.get(entity), pose, position));
        reach(bubble, standing(LOOK.get(entity), pose, position), position);
        place(bubble, layout, standing(LOOK.get(entity), pose, position));
        NotificationVisualState badge = MIND.get(entity).told.badge();
        boolean badged = pose.situation.reducedMotion();
        step.pictureChanged |= badged && badge.stale() != bubble.badgeStale;
        bubble.badgeStale = badge.stale();
        badge(bubble, badged ? badge.sign() : StatusSign.NONE, pose, position);
        if (stage.writers != Writers.SHUT) {
            mark(bubble, pose.sprite, position);
        }
    }

    private @Nullable BubbleLayout measured(Bubble bubble, Room pet) {
        BubbleText text = bubble.text;
        float scale = stage.contentScale * stage.desktopLook.textScale();
        BubbleLayout layout = bubble.layout;
        if (text == null) {
            bubble.placedFor = layout == null ? bubble.placedFor : null;
            bubble.layout = null;
            bubble.side = null;
            bubble.measured = null;
        } else if (layout == null
                || !Objects.equals(layout.text(), text)
                || layout.open() != bubble.open
                || !fits(layout, pet, scale)
                || scale != bubble.scale
                || !bubbles.isCurrent(layout)) {
            bubble.scale = scale;
            bubble.layout = bubble.open
                    ? bubbles.measureOpen(text, width(), mostHeight(pet, scale), scale)
                    : bubbles.measure(text, width(), scale);
            bubble.scroll = Math.min(bubble.scroll, bubble.layout.overflow());
            bubble.placedFor = null;
        }
        return bubble.layout;
    }

    /** Whether an open card has as much room as it had, as far as it needs it; asked once the window stands still. */
    private boolean fits(BubbleLayout layout, Room pet, float scale) {
        if (!layout.open() || stage.held || stage.travel.moves()) {
            return true;
        }
        int most = mostHeight(pet, scale);
        return layout.height() == most || (layout.height() < most && layout.overflow() == 0);
    }

    /** As high as there is room, over the pet or under it. */
    private int mostHeight(Room pet, float scale) {
        boolean free = stage.mayReach();
        int margin = bubbles.margin(scale);
        Room area = workArea();
        int over = pet.top() - (free ? area.top() : Math.max(area.top(), margin));
        int under = (free ? area.bottom() : Math.min(area.bottom(), stage.height - margin)) - pet.bottom();
        return Math.max(Math.max(over, under) - bubbles.tailHeight(scale), bubbles.leastHeight(scale));
    }

    /** Has the window reach as far as an open card does, and no farther once it is closed. */
    private void reach(Bubble bubble, Room pet, Position position) {
        BubbleLayout layout = bubble.layout;
        if (!stage.mayReach() || (!bubble.open && bubble.card.moves(step.now))) {
            return;
        }
        int above = stage.usualReach();
        int below = above;
        if (bubble.open && layout != null) {
            int card = layout.height() + layout.tailHeight();
            boolean over = pet.top() - workArea().top() >= card;
            int far = card + layout.margin();
            above = over ? Math.max(above, far - pet.top() + stage.above) : above;
            below = over ? below : Math.max(below, far + pet.bottom() - stage.height + stage.below);
        }
        if (above != stage.above || below != stage.below) {
            position.y += above - stage.above;
            stage.reach(above, below);
            step.pictureChanged = true;
        }
    }

    /** The work area in window pixels, without its edges; the same object until it is another. */
    private Room workArea() {
        int edge = Math.round(stage.sizes.edge() * stage.contentScale);
        int left = stage.room.left() + edge - stage.x;
        int top = stage.room.top() + edge - stage.y;
        int width = stage.room.width() - 2 * edge;
        int height = stage.room.height() - 2 * edge;
        Room known = area;
        if (known.left() != left || known.top() != top || known.width() != width || known.height() != height) {
            known = new Room(left, top, width, height);
            area = known;
        }
        return known;
    }

    private int width() {
        return Math.round(stage.sizes.trayWidth() * stage.contentScale);
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

    private void place(Bubble bubble, @Nullable BubbleLayout layout, Room pet) {
        if (!step.answered
                && Objects.equals(pet, bubble.placedFor)
                && stage.x == bubble.stageX
                && stage.y == bubble.stageY
                && Objects.equals(stage.room, bubble.placedIn)) {
            return;
        }
        bubble.placedFor = pet;
        bubble.placedIn = stage.room;
        bubble.stageX = stage.x;
        bubble.stageY = stage.y;
        Room mascot = onDesktop(pet);
        OverlayMeasuredElements next = layouts.measure(new LayoutResolver.Input(
                mascot,
                layout == null ? null : new OverlayElement(layout.width(), layout.height()),
                onDesktop(room(layout == null ? 0 : layout.margin())),
                stage.room,
                stage.contentScale,
                layout == null ? 0 : layout.tailHeight(),
                bubble.measured));
        if (next != null) {
            send(next.mascot().left() - mascot.left(), next.mascot().bottom() - mascot.bottom());
        }
        if (layout == null) {
            return;
        }
        if (next != null && next.tray() != null && next.side() != null && !layouts.equals(bubble.measured, next)) {
            bubble.measured = next;
        }
        show(bubble, layout, pet);
    }

    /** Wishes the window elsewhere, as far as its pet stays in the room. */
    private void send(int right, int down) {
        if ((right == 0 && down == 0) || stage.room.equals(Stage.ANYWHERE)) {
            return;
        }
        Room places = stage.places();
        Spot spot = new Spot(
                Math.max(places.left(), Math.min(places.right(), stage.x + right)),
                Math.max(places.top(), Math.min(places.bottom(), stage.y + down)));
        if (!spot.equals(new Spot(stage.x, stage.y))) {
            stage.wished = spot;
            step.wakeAt(step.now);
        }
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
        Room area = workArea();
        int left = Math.max(area.left(), margin);
        int top = Math.max(area.top(), margin);
        int right = Math.min(area.right(), stage.width - margin);
        int bottom = Math.min(area.bottom(), stage.height - margin);
        return new Room(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    /** At the left foot of the pet, as far as that is in the window. */
    private void mark(Bubble bubble, Sprite sprite, Position position) {
        int edge = bubbles.markEdge(stage.contentScale);
        int x = Math.max(0, Math.round(position.x + sprite.offsetX() * position.scale - edge * 0.4f));
        int foot = Math.round(position.y + (sprite.offsetY() + sprite.height()) * position.scale);
        int y = Math.min(stage.height, foot) - edge;
        step.pictureChanged |= x != bubble.markX || y != bubble.markY;
        bubble.markX = x;
        bubble.markY = y;
    }

    /** At the right of the pet, as far as that is on the screen, and low enough to leave its face alone. */
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
        int most = Math.min(stage.width, stage.room.right() - stage.x) - edge;
        int x = Math.min(Math.round(right - edge * 0.66f), most);
        step.pictureChanged |= x != bubble.badgeX;
        bubble.badgeX = x;
        bubble.badgeY = Math.round(middle - edge / 2f);
    }
}
