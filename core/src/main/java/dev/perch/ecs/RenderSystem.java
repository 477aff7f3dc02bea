package dev.perch.ecs;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Engine;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.EntitySystem;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.utils.ImmutableArray;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.math.Matrix4;
import com.badlogic.gdx.math.Rectangle;
import com.badlogic.gdx.utils.Array;
import dev.perch.model.Sprite;
import dev.perch.model.StatusSign;
import dev.perch.model.Writers;
import dev.perch.render.BubbleLayout;
import dev.perch.render.BubblePainter;
import dev.perch.render.Canvas;
import dev.perch.render.PetPainter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws all pets at rest, page by page, so that a page of one costs a single draw call however many show it; then those
 * that move, each for itself. The last of the schedule: it draws when the window asks for a picture, not with every step.
 */
public final class RenderSystem extends EntitySystem {
    private static final ComponentMapper<Look> LOOK = ComponentMapper.getFor(Look.class);
    private static final ComponentMapper<Pose> POSE = ComponentMapper.getFor(Pose.class);
    private static final ComponentMapper<Position> POSITION = ComponentMapper.getFor(Position.class);
    private static final ComponentMapper<Tween> TWEEN = ComponentMapper.getFor(Tween.class);
    private static final ComponentMapper<Bubble> BUBBLE = ComponentMapper.getFor(Bubble.class);

    private static final int WHITE = 0xFFFFFFFF;

    /** How far a sprite's edge may reach over its place, in window pixels: smoothing, and places between pixels. */
    private static final int SMOOTHED = 1;

    private final Stage stage;
    private final BubblePainter bubbles;
    private final Matrix4 projection = new Matrix4();
    private final List<Texture> pagesOnShow = new ArrayList<>();
    private @Nullable Canvas canvas;
    private int canvasHeight;
    private boolean valid;
    private ImmutableArray<Entity> pets = new ImmutableArray<>(new Array<>());

    /** @param stage the window that is drawn */
    public RenderSystem(Stage stage, BubblePainter bubbles) {
        this.stage = stage;
        this.bubbles = bubbles;
    }

    @Override
    public void addedToEngine(Engine engine) {
        pets = engine.getEntitiesFor(Family.all(Look.class, Pose.class, Position.class, Tween.class, Bubble.class)
                .get());
    }

    /** All of the picture may be another than the one that was drawn last. */
    public void invalidate() {
        valid = false;
    }

    /**
     * Where the picture is another than the one that was drawn last, if that is a small part of it: pets at rest show other
     * frames. Allocates nothing.
     *
     * @param part is set to window pixels from the top left, or left as it is
     * @return whether it was set; if not, all of the picture may be another
     */
    public boolean damage(Rectangle part) {
        if (!valid) {
            return false;
        }
        part.set(0, 0, 0, 0);
        for (int i = 0; i < pets.size(); i++) {
            Entity pet = pets.get(i);
            Sprite drawn = POSE.get(pet).drawn;
            if (drawn == null || !rests(pet)) {
                return false;
            }
            merge(part, drawn, POSITION.get(pet));
            merge(part, POSE.get(pet).sprite, POSITION.get(pet));
        }
        return true;
    }

    private void merge(Rectangle part, Sprite sprite, Position at) {
        if (sprite.width() == 0) {
            return;
        }
        float left = at.x + sprite.offsetX() * at.scale - SMOOTHED;
        float top = at.y + sprite.offsetY() * at.scale - SMOOTHED;
        float width = sprite.width() * at.scale + 2 * SMOOTHED;
        float height = sprite.height() * at.scale + 2 * SMOOTHED;
        if (part.width == 0) {
            part.set(left, top, width, height);
        } else {
            part.merge(left, top);
            part.merge(left + width, top + height);
        }
    }

    /**
     * Draws what the last step decided.
     *
     * @param target cleared to transparent, not begun
     */
    public void draw(Batch target) {
        draw(target, null);
    }

    /**
     * As {@link #draw(Batch)}.
     *
     * @param part what lies outside may be left out; null: nothing
     */
    public void draw(Batch target, @Nullable Rectangle part) {
        valid = true;
        target.setProjectionMatrix(projection.setToOrtho2D(0, 0, stage.width, stage.height));
        target.setBlendFunction(GL20.GL_ONE, GL20.GL_ONE_MINUS_SRC_ALPHA);
        if (stage.shown == 0) {
            return;
        }
        Canvas canvas = canvas(target);
        target.begin();
        drawRestingPets(canvas);
        drawMovingPets(canvas);
        drawBubbles(canvas, part);
        target.end();
    }

    private Canvas canvas(Batch target) {
        Canvas known = canvas;
        if (known == null || known.batch() != target || canvasHeight != stage.height) {
            known = new Canvas(target, stage.height);
            canvas = known;
            canvasHeight = stage.height;
        }
        return known;
    }

    private void drawRestingPets(Canvas canvas) {
        pagesOnShow.clear();
        for (int i = 0; i < pets.size(); i++) {
            Entity pet = pets.get(i);
            Texture page = page(pet);
            if (rests(pet) && !pagesOnShow.contains(page)) {
                pagesOnShow.add(page);
            }
        }
        for (int p = 0; p < pagesOnShow.size(); p++) {
            drawRestingPetsOf(pagesOnShow.get(p), canvas);
        }
    }

    private void drawRestingPetsOf(Texture page, Canvas canvas) {
        for (int i = 0; i < pets.size(); i++) {
            Entity pet = pets.get(i);
            if (rests(pet) && page(pet) == page) {
                Position position = POSITION.get(pet);
                Pose pose = POSE.get(pet);
                PetPainter.draw(canvas, page, pose.sprite, position.x, position.y, position.scale);
                pose.drawn = pose.sprite;
            }
        }
    }

    private void drawMovingPets(Canvas canvas) {
        for (int i = 0; i < pets.size(); i++) {
            if (!rests(pets.get(i))) {
                drawMoving(pets.get(i), canvas);
            }
        }
    }

    private void drawMoving(Entity pet, Canvas canvas) {
        Look look = LOOK.get(pet);
        Tween tween = TWEEN.get(pet);
        for (int layer = 0; layer < tween.frames.size(); layer++) {
            double alpha = tween.frames.alpha(layer, tween.seen) * stage.shown;
            if (alpha > 0) {
                Sprite sprite = look.pet.sprite(tween.frames.item(layer));
                canvas.tint(WHITE, (float) alpha);
                PosedSprite.draw(
                        canvas,
                        look.pages.get(sprite.page()),
                        sprite,
                        look,
                        POSITION.get(pet),
                        tween.pose,
                        stage.contentScale);
            }
        }
        canvas.tint(WHITE, 1);
    }

    private boolean rests(Entity pet) {
        Tween tween = TWEEN.get(pet);
        return stage.shown == 1 && tween.frames.size() == 1 && tween.pose.isRest();
    }

    private void drawBubbles(Canvas canvas, @Nullable Rectangle part) {
        for (int i = 0; i < pets.size(); i++) {
            Bubble bubble = BUBBLE.get(pets.get(i));
            if (stage.writers != Writers.SHUT) {
                boolean connected = stage.writers == Writers.CONNECTED;
                bubbles.drawMark(canvas, connected, stage.contentScale, bubble.markX, bubble.markY);
            }
            BubbleLayout layout = bubble.card.said();
            if (layout != null) {
                bubbles.draw(canvas, layout, bubble.card.pose, (float) stage.shown, part);
            }
            if (bubble.badge != StatusSign.NONE) {
                boolean stale = bubble.badgeStale;
                bubbles.drawBadge(canvas, bubble.badge, stale, stage.contentScale, bubble.badgeX, bubble.badgeY);
            }
        }
    }

    private static Texture page(Entity pet) {
        return LOOK.get(pet).pages.get(POSE.get(pet).sprite.page());
    }
}
