package dev.perch.runtime;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Engine;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.utils.ImmutableArray;
import com.badlogic.gdx.graphics.Texture;
import dev.perch.anim.AnimationDirector;
import dev.perch.anim.PetSituation;
import dev.perch.ecs.Bubble;
import dev.perch.ecs.Look;
import dev.perch.ecs.Mind;
import dev.perch.ecs.Pose;
import dev.perch.ecs.Position;
import dev.perch.ecs.Tween;
import dev.perch.model.BubbleText;
import dev.perch.model.FrameRef;
import dev.perch.model.PetPackage;
import dev.perch.render.BubblePose;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pets of one window: who they are, and what each of them shows. Render thread only. */
final class Cast {
    private static final ComponentMapper<Look> LOOK = ComponentMapper.getFor(Look.class);
    private static final ComponentMapper<Pose> POSE = ComponentMapper.getFor(Pose.class);
    private static final ComponentMapper<Position> POSITION = ComponentMapper.getFor(Position.class);
    private static final ComponentMapper<Bubble> BUBBLE = ComponentMapper.getFor(Bubble.class);

    private final Engine engine;
    private final ImmutableArray<Entity> pets;
    private final PageTextures pages;
    private String name = "";
    private boolean changed;

    Cast(Engine engine, PageTextures pages) {
        this.engine = engine;
        this.pages = pages;
        pets = engine.getEntities();
    }

    /** One more comes on. */
    void enter(LoadedPet loaded, AnimationDirector director, Mind mind, PetSituation situation) {
        Look look = new Look(loaded.pet(), director, pages.take(loaded));
        Pose pose = new Pose(look, situation);
        Entity entity = new Entity();
        entity.add(look).add(mind).add(pose).add(new Tween(pose.frame));
        entity.add(new Position()).add(new Bubble());
        engine.addEntity(entity);
        changed(loaded.pet());
    }

    /** Another package, or the same one made for another size, in place of all: as {@link PetRuntime#replace}. */
    void replace(LoadedPet loaded) {
        if (shows(loaded.pet())) {
            return;
        }
        for (Entity entity : pets) {
            PetPackage before = LOOK.get(entity).pet;
            List<Texture> taken = pages.take(loaded);
            replace(entity, loaded.pet(), taken);
            pages.giveBack(before);
        }
        changed(loaded.pet());
    }

    private static void replace(Entity entity, PetPackage pet, List<Texture> pages) {
        Pose pose = POSE.get(entity);
        Look before = LOOK.get(entity);
        if (same(pet, before.pet) && pet.hasFramesOf(before.pet)) {
            entity.add(new Look(pet, before.director, pages));
            pose.sprite = pet.sprite(pose.frame);
        } else {
            Look look = new Look(pet, before.director.of(pet), pages);
            Pose begun = new Pose(look, pose.situation);
            entity.add(look).add(begun).add(new Tween(begun.frame));
        }
    }

    private boolean shows(PetPackage pet) {
        for (Entity entity : pets) {
            PetPackage shown = LOOK.get(entity).pet;
            if (!same(pet, shown) || pet.cellWidth() != shown.cellWidth()) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(PetPackage pet, PetPackage other) {
        return pet.id().equals(other.id()) && pet.contentHash().equals(other.contentHash());
    }

    /** All leave, and their textures are freed. */
    void leave() {
        for (Entity entity : pets) {
            pages.giveBack(LOOK.get(entity).pet);
        }
        engine.removeAllEntities();
    }

    private void changed(PetPackage pet) {
        name = pet.displayName();
        changed = true;
    }

    /** Whether there has been a change among them since this was last asked. */
    boolean takeChange() {
        boolean news = changed;
        changed = false;
        return news;
    }

    /** The next picture is another for some reason of its window's. */
    void redraw() {
        changed = true;
    }

    /** The name of the one that came last; empty before there is one. */
    String name() {
        return name;
    }

    /** The package of the first one. */
    PetPackage first() {
        return LOOK.get(pets.first()).pet;
    }

    /** Has all say something of their own, until that time. */
    void say(BubbleText text, long untilNanos) {
        for (Entity entity : pets) {
            Bubble bubble = BUBBLE.get(entity);
            bubble.saying = text;
            bubble.sayingUntil = untilNanos;
        }
    }

    /** Has those that still say just that, and not the same of another time, say it no longer. */
    @SuppressWarnings("ReferenceEquality")
    void hush(BubbleText text) {
        for (Entity entity : pets) {
            Bubble bubble = BUBBLE.get(entity);
            if (bubble.saying == text) {
                bubble.saying = null;
            }
        }
    }

    /** The frame that each shows, in the order in which they came. */
    List<FrameRef> frames() {
        List<FrameRef> frames = new ArrayList<>();
        for (Entity pet : pets) {
            frames.add(POSE.get(pet).frame);
        }
        return frames;
    }

    /** What the first one tells, in one line of plain text; the same object until it tells something else. */
    String statusText() {
        return pets.size() == 0 ? "" : BUBBLE.get(pets.first()).status;
    }

    /** What the first one says in its bubble; null: nothing. */
    @Nullable
    BubbleText said() {
        return pets.size() == 0 ? null : BUBBLE.get(pets.first()).text;
    }

    /** Tells which parts of the window they take. Allocates nothing. */
    void tellSolids(Solids solids) {
        for (int i = 0; i < pets.size(); i++) {
            Entity pet = pets.get(i);
            Position position = POSITION.get(pet);
            solids.ink(POSE.get(pet).sprite, position.x, position.y, position.scale);
            BubblePose card = BUBBLE.get(pet).onShow();
            if (card != null) {
                solids.card(card.x, card.y, card.width, card.height);
            }
        }
    }
}
