package dev.perch.runtime;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Engine;
import com.badlogic.ashley.core.Entity;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.Batch;
import dev.perch.activity.ActivityBoard;
import dev.perch.anim.AnimationDirector;
import dev.perch.anim.GazePolicy;
import dev.perch.anim.PetSituation;
import dev.perch.api.OverlayNotification;
import dev.perch.ecs.Acting;
import dev.perch.ecs.ActionSystem;
import dev.perch.ecs.ActivitySystem;
import dev.perch.ecs.AnimationSystem;
import dev.perch.ecs.AppearanceSystem;
import dev.perch.ecs.Arrivals;
import dev.perch.ecs.Bubble;
import dev.perch.ecs.BubbleLayoutSystem;
import dev.perch.ecs.BubbleSystem;
import dev.perch.ecs.BubbleTouchSystem;
import dev.perch.ecs.BubbleTweenSystem;
import dev.perch.ecs.GazeSystem;
import dev.perch.ecs.GestureSystem;
import dev.perch.ecs.IntakeSystem;
import dev.perch.ecs.InteractionSystem;
import dev.perch.ecs.LayoutSystem;
import dev.perch.ecs.Look;
import dev.perch.ecs.Mind;
import dev.perch.ecs.MotionSystem;
import dev.perch.ecs.Pose;
import dev.perch.ecs.Position;
import dev.perch.ecs.RenderSystem;
import dev.perch.ecs.Sight;
import dev.perch.ecs.Stage;
import dev.perch.ecs.Step;
import dev.perch.ecs.SystemSchedule;
import dev.perch.ecs.Tween;
import dev.perch.ecs.TweenSystem;
import dev.perch.model.BubbleText;
import dev.perch.model.FrameRef;
import dev.perch.model.Mood;
import dev.perch.model.Page;
import dev.perch.model.PetPackage;
import dev.perch.model.Sprite;
import dev.perch.render.BubblePainter;
import dev.perch.render.BubblePose;
import dev.perch.render.BubbleTheme;
import dev.perch.render.FontStack;
import dev.perch.render.PanelPainter;
import dev.perch.render.Textures;
import dev.perch.runtime.plugin.Capabilities;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One window's pets: steps them and draws them. Render thread only; all that other threads have to say comes through the
 * arrivals. It reads no clock: each step is told the time.
 */
public final class PetRuntime implements AutoCloseable {
    private static final ComponentMapper<Look> LOOK = ComponentMapper.getFor(Look.class);
    private static final ComponentMapper<Pose> POSE = ComponentMapper.getFor(Pose.class);
    private static final ComponentMapper<Position> POSITION = ComponentMapper.getFor(Position.class);
    private static final ComponentMapper<Bubble> BUBBLE = ComponentMapper.getFor(Bubble.class);

    private final RuntimeConfig config;
    private final Capabilities capabilities;
    private final Textures textures;
    private final Stage stage;
    private final ActivityBoard board;
    private final Step step = new Step();
    private final Sight sight = new Sight();
    private final Engine engine = new Engine();
    private final BubblePainter bubbles;
    private final RenderSystem render;
    private final SystemSchedule schedule;
    private final Map<String, List<Texture>> pagesByPet = new HashMap<>();
    private final PanelDesk panels;
    private MenuChoices choices = MenuChoices.NONE;
    private Supplier<WindowCommands> window = () -> WindowCommands.NONE;
    private Runnable quit = () -> {};
    private boolean castChanged;
    private boolean wasHidden;
    private boolean woken;
    private String petName = "";
    private volatile OnShow onShow = OnShow.NOTHING;
    private volatile List<OverlayNotification> told = List.of();
    private Consumer<? super OnShow> audience = shown -> {};

    /** A runtime with no pets yet, and what Perch itself can do. */
    public PetRuntime(
            RuntimeConfig config, Stage stage, Arrivals arrivals, Textures textures, FontStack fonts, long nowNanos) {
        this(config, Capabilities.builtIn(), stage, arrivals, textures, fonts, nowNanos);
    }

    /**
     * A runtime with no pets yet.
     *
     * @param capabilities what plugins bring
     * @param stage the window
     * @param arrivals what comes in from other threads
     * @param textures where pages become textures
     * @param fonts what bubbles are set in; belongs to the runtime from now on
     * @param nowNanos the time of its beginning
     */
    public PetRuntime(
            RuntimeConfig config,
            Capabilities capabilities,
            Stage stage,
            Arrivals arrivals,
            Textures textures,
            FontStack fonts,
            long nowNanos) {
        this(config, capabilities, stage, arrivals, textures, fonts, Acting.ofPetsAlone(), nowNanos);
    }

    /**
     * As above.
     *
     * @param acting what the user's gestures may do besides
     */
    public PetRuntime(
            RuntimeConfig config,
            Capabilities capabilities,
            Stage stage,
            Arrivals arrivals,
            Textures textures,
            FontStack fonts,
            Acting acting,
            long nowNanos) {
        this.config = config;
        this.capabilities = capabilities;
        panels = new PanelDesk(
                acting,
                new CompanionMenu(
                        acting,
                        this::petOnShow,
                        this::told,
                        () -> choices,
                        () -> stage.petWidth,
                        this::tuck,
                        () -> window.get(),
                        () -> quit.run()));
        this.textures = textures;
        this.stage = stage;
        board = new ActivityBoard(config.tuning(), capabilities.notifications(), config.quiet(), nowNanos);
        bubbles = new BubblePainter(
                textures,
                fonts,
                BubbleTheme.of(
                        config.theme().dark(stage.desktopLook), config.theme().highContrast(stage.desktopLook)));
        render = new RenderSystem(stage, bubbles);
        schedule = new SystemSchedule(List.of(
                new IntakeSystem(step, arrivals),
                new AppearanceSystem(step, stage, bubbles, config.wishes()),
                new ActivitySystem(step, board),
                new GestureSystem(step, stage),
                new InteractionSystem(step, acting),
                new ActionSystem(step, stage, acting.desk()),
                new MotionSystem(step, stage),
                new GazeSystem(step, stage, sight, GazePolicy.DEFAULT),
                new AnimationSystem(step),
                new BubbleTouchSystem(step),
                new BubbleSystem(step, config.quiet()),
                new LayoutSystem(stage),
                new BubbleLayoutSystem(step, stage, bubbles, capabilities.layouts()),
                new BubbleTweenSystem(step, stage),
                new TweenSystem(step, stage),
                render));
        schedule.addTo(engine);
    }

    /** Shows one more pet. Pets of one package share its textures. */
    public void show(LoadedPet loaded, long nowNanos) {
        List<Texture> pages = pagesByPet.computeIfAbsent(loaded.pet().contentHash(), hash -> upload(loaded));
        Look look = new Look(
                loaded.pet(), new AnimationDirector(loaded.pet(), config.playback(), capabilities.repertoire()), pages);
        Mood mood = board.focus(nowNanos);
        PetSituation situation = PetSituation.of(mood.state(), nowNanos)
                .withReducedMotion(config.reducedMotion().reduced(stage.desktopLook));
        Entity entity = new Entity();
        entity.add(look);
        entity.add(new Mind(mood, board.notifications()));
        Pose pose = new Pose(look, situation);
        entity.add(pose);
        entity.add(new Tween(pose.frame));
        entity.add(new Position());
        entity.add(new Bubble());
        engine.addEntity(entity);
        castChanged = true;
        petName = loaded.pet().displayName();
    }

    /**
     * Shows another package in place of the pets that are on show, or the same one made for another size. They keep their
     * place, their state and since when they have it; the old textures are freed. Nothing happens when it is the very one on
     * show. Render thread.
     */
    public void replace(LoadedPet loaded) {
        if (shows(loaded.pet())) {
            return;
        }
        List<Texture> pages = upload(loaded);
        Map<String, List<Texture>> old = new HashMap<>(pagesByPet);
        pagesByPet.clear();
        pagesByPet.put(loaded.pet().contentHash(), pages);
        for (Entity entity : engine.getEntities()) {
            Pose pose = POSE.get(entity);
            Look before = LOOK.get(entity);
            if (same(loaded.pet(), before.pet) && loaded.pet().hasFramesOf(before.pet)) {
                entity.add(new Look(loaded.pet(), before.director, pages));
                pose.sprite = loaded.pet().sprite(pose.frame);
            } else {
                Look look = new Look(loaded.pet(), before.director.of(loaded.pet()), pages);
                Pose begun = new Pose(look, pose.situation);
                entity.add(look).add(begun).add(new Tween(begun.frame));
            }
        }
        old.values().forEach(list -> list.forEach(Texture::dispose));
        petName = loaded.pet().displayName();
        castChanged = true;
    }

    private boolean shows(PetPackage pet) {
        for (Entity entity : engine.getEntities()) {
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

    /** Has all pets say something of their own, until that time. Takes effect with the step under way, or the next. */
    public void say(BubbleText text, long untilNanos) {
        for (Entity entity : engine.getEntities()) {
            Bubble bubble = BUBBLE.get(entity);
            bubble.saying = text;
            bubble.sayingUntil = untilNanos;
        }
        step.wakeAt(step.now);
        woken = true;
    }

    /** The window has another size or scale: the next picture is another. */
    public void resized() {
        castChanged = true;
    }

    /**
     * Brings all pets to that time.
     *
     * @return whether the picture is another than before
     */
    public boolean step(long nowNanos) {
        woken = false;
        step.begin(nowNanos);
        step.agentWaits = panels.agentWaits();
        engine.update(0);
        if (step.answerWished) {
            panels.openQuestion();
        } else if (step.menuAsked) {
            panels.openMenu();
        }
        boolean changed = step.pictureChanged || castChanged;
        castChanged = false;
        publish(board.focus(nowNanos));
        boolean hidden = stage.shown == 0;
        boolean seen = !(hidden && wasHidden);
        wasHidden = hidden;
        return changed && seen;
    }

    /** The question or the menu that is open. */
    public PanelDesk panels() {
        return panels;
    }

    /** Has a click on a pet open what agents ask there. */
    void ask(UserApprovals approvals) {
        panels.ask(approvals);
    }

    /** A painter of panels as things look now; belongs to the caller. */
    public PanelPainter panelPainter() {
        return bubbles.panels(stage.contentScale * stage.desktopLook.textScale());
    }

    /** What the menu offers from now on, besides what is the pet's own; what it does to the window is done by that one. */
    void offer(MenuChoices house, Supplier<WindowCommands> doer, Runnable quitting) {
        choices = house;
        window = doer;
        quit = quitting;
    }

    /** What is told of all sessions as of the last step, the most urgent first. Any thread. */
    public List<OverlayNotification> told() {
        return told;
    }

    private PetPackage petOnShow() {
        return LOOK.get(engine.getEntities().first()).pet;
    }

    /** Has the pet go out of sight: it slides to the nearest edge and fades. Takes effect with the next step, which is due. */
    public void tuck() {
        stage.tucked = true;
        step.wakeAt(step.now);
        woken = true;
    }

    /** Has the pet come back to where it was, and wave. Takes effect with the next step, which is due. */
    public void wakeUp() {
        stage.tucked = false;
        step.wakeAt(step.now);
        woken = true;
    }

    /** What the window shows, as of the last step. Any thread. */
    public OnShow onShow() {
        return onShow;
    }

    /** Tells {@code watcher} whenever it is another from now on, on the render thread; it must return at once. */
    public void onChange(Consumer<? super OnShow> watcher) {
        audience = watcher;
    }

    /** A new value only where something is another than before: a step that changes nothing allocates nothing. */
    private void publish(Mood mood) {
        OnShow last = onShow;
        told = board.notifications().notifications();
        if (board.sessions() != last.sessions()
                || !mood.equals(last.mood())
                || stage.x != last.x()
                || stage.y != last.y()
                || !petName.equals(last.pet())) {
            onShow = new OnShow(petName, mood, board.sessions(), stage.x, stage.y, stage.width, stage.height);
            audience.accept(onShow);
        }
    }

    /** What the window tells of a pointer that pets may look at; closed at first. */
    public Sight sight() {
        return sight;
    }

    /** When the next step is due if nothing arrives; {@link Long#MAX_VALUE}: never. */
    public long nextChange() {
        boolean sleeps = stage.tucked && stage.shown == 0;
        return sleeps && !woken ? nextNews() : step.nextChange;
    }

    /** When what is known of sessions changes if nothing arrives, seen or not; {@link Long#MAX_VALUE}: never. */
    public long nextNews() {
        return board.nextChange();
    }

    /** Draws the picture of the last step, with premultiplied blending, onto a batch that has not begun. */
    public void draw(Batch batch) {
        render.draw(batch);
    }

    /** The frame that each pet shows, in the order in which they came. */
    public List<FrameRef> framesOnShow() {
        List<FrameRef> frames = new ArrayList<>();
        for (Entity pet : engine.getEntities()) {
            frames.add(POSE.get(pet).frame);
        }
        return frames;
    }

    /** What the first pet tells, in one line of plain text; the same object until it tells something else. */
    public String statusText() {
        return engine.getEntities().size() == 0
                ? ""
                : BUBBLE.get(engine.getEntities().first()).status;
    }

    /** The title of what the first pet says in its bubble; empty: it says nothing. */
    public String bubbleTitle() {
        BubbleText said = engine.getEntities().size() == 0
                ? null
                : BUBBLE.get(engine.getEntities().first()).text;
        return said == null ? "" : said.title();
    }

    /** Tells which parts of the window catch the mouse: none of a pet that is out of sight. Allocates nothing. */
    public void tellSolids(Solids solids) {
        if (stage.shown == 0) {
            return;
        }
        for (int i = 0; i < engine.getEntities().size(); i++) {
            Entity pet = engine.getEntities().get(i);
            Position position = POSITION.get(pet);
            solids.ink(POSE.get(pet).sprite, position.x, position.y, position.scale);
            BubblePose card = BUBBLE.get(pet).onShow();
            if (card != null) {
                solids.card(card.x, card.y, card.width, card.height);
            }
        }
    }

    /** What catches the mouse: all else lets it through. Window pixels from the top left. */
    public interface Solids {
        /** The ink of a sprite, in a cell at that place, at that scale. */
        void ink(Sprite sprite, float cellX, float cellY, float scale);

        /** The card of a bubble. */
        void card(int x, int y, int width, int height);
    }

    /** The window. */
    public Stage stage() {
        return stage;
    }

    /** The order of the systems, one a line. */
    public String schedule() {
        return schedule.text();
    }

    @Override
    public void close() {
        pagesByPet.values().forEach(pages -> pages.forEach(Texture::dispose));
        pagesByPet.clear();
        bubbles.dispose();
    }

    private List<Texture> upload(LoadedPet loaded) {
        List<Texture> pages = new ArrayList<>();
        for (int i = 0; i < loaded.pages().size(); i++) {
            Page page = loaded.pet().pages().get(i);
            pages.add(textures.create(
                    page.width(),
                    page.height(),
                    loaded.pages().get(i),
                    !loaded.pet().pixelArt()));
        }
        return pages;
    }
}
