package dev.perch.runtime;

import com.badlogic.ashley.core.Engine;
import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.math.Rectangle;
import dev.perch.activity.ActivityBoard;
import dev.perch.activity.Follower;
import dev.perch.activity.Part;
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
import dev.perch.ecs.BubbleLayoutSystem;
import dev.perch.ecs.BubbleSystem;
import dev.perch.ecs.BubbleTouchSystem;
import dev.perch.ecs.BubbleTweenSystem;
import dev.perch.ecs.GazeSystem;
import dev.perch.ecs.GestureSystem;
import dev.perch.ecs.IntakeSystem;
import dev.perch.ecs.InteractionSystem;
import dev.perch.ecs.LayoutSystem;
import dev.perch.ecs.Mind;
import dev.perch.ecs.MotionSystem;
import dev.perch.ecs.RenderSystem;
import dev.perch.ecs.Sight;
import dev.perch.ecs.Stage;
import dev.perch.ecs.Step;
import dev.perch.ecs.SystemSchedule;
import dev.perch.ecs.TweenSystem;
import dev.perch.model.Approval;
import dev.perch.model.BubbleText;
import dev.perch.model.FrameRef;
import dev.perch.model.Mood;
import dev.perch.render.BubblePainter;
import dev.perch.render.BubbleTheme;
import dev.perch.render.FontStack;
import dev.perch.render.PanelPainter;
import dev.perch.render.Textures;
import dev.perch.runtime.plugin.Capabilities;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One window's pets: steps them and draws them. Render thread only; all that other threads have to say comes through the
 * arrivals. It reads no clock: each step is told the time.
 */
public final class PetRuntime implements AutoCloseable {
    private final RuntimeConfig config;
    private final Capabilities capabilities;
    private final Stage stage;
    private final ActivityBoard board;
    private final Follower follower;
    private final @Nullable Wardrobe own;
    private final Step step = new Step();
    private final Sight sight = new Sight();
    private final Engine engine = new Engine();
    private final BubblePainter bubbles;
    private final RenderSystem render;
    private final SystemSchedule schedule;
    private final Cast cast;
    private final Publication publication;
    private final CompanionMenu menu;
    private final PanelDesk panels;
    private boolean wasHidden;
    private boolean woken;

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
        this(
                config,
                capabilities,
                stage,
                arrivals,
                new Shared(
                        new Wardrobe(textures, fonts, theme(config, stage)),
                        new ActivityBoard(config.tuning(), capabilities.notifications(), config.quiet(), nowNanos),
                        Part.ALL,
                        true),
                acting,
                nowNanos);
    }

    /**
     * As above, for one of several windows.
     *
     * @param shared what all of them share; it outlives the runtime
     */
    PetRuntime(
            RuntimeConfig config,
            Capabilities capabilities,
            Stage stage,
            Arrivals arrivals,
            Shared shared,
            Acting acting,
            long nowNanos) {
        this.config = config;
        this.capabilities = capabilities;
        this.stage = stage;
        own = shared.ends() ? shared.wardrobe() : null;
        board = shared.board();
        follower = new Follower(board, shared.part(), nowNanos);
        cast = new Cast(engine, shared.wardrobe().pages());
        publication = new Publication(board, follower, stage);
        menu = new CompanionMenu(
                acting,
                cast::first,
                publication::told,
                () -> stage.petWidth,
                this::tuck,
                new CardPages(board, shared.part(), () -> step.now));
        panels = new PanelDesk(acting, menu);
        bubbles = shared.wardrobe().bubbles();
        render = new RenderSystem(stage, bubbles);
        schedule = new SystemSchedule(List.of(
                new IntakeSystem(step, arrivals),
                new AppearanceSystem(step, stage, bubbles, config.wishes()),
                new ActivitySystem(step, board, follower),
                new GestureSystem(step, stage),
                new InteractionSystem(step, acting),
                new ActionSystem(step, stage, acting.desk()),
                new MotionSystem(step, stage),
                new GazeSystem(step, stage, sight, GazePolicy.DEFAULT),
                new AnimationSystem(step),
                new BubbleTouchSystem(step),
                new BubbleSystem(step, config.quiet()),
                new LayoutSystem(stage),
                new BubbleLayoutSystem(
                        step, stage, bubbles, capabilities.layouts().get()),
                new BubbleTweenSystem(step, stage),
                new TweenSystem(step, stage),
                render));
        schedule.addTo(engine);
    }

    /**
     * What the windows of one program share.
     *
     * @param part the sessions that this window's pets tell of
     * @param ends whether the wardrobe is this window's alone, and is closed with it
     */
    record Shared(Wardrobe wardrobe, ActivityBoard board, Part part, boolean ends) {}

    static BubbleTheme theme(RuntimeConfig config, Stage stage) {
        return BubbleTheme.of(
                config.theme().dark(stage.desktopLook), config.theme().highContrast(stage.desktopLook));
    }

    /** Shows one more pet. Pets of one package share its textures. */
    public void show(LoadedPet loaded, long nowNanos) {
        Mood mood = follower.focus(nowNanos);
        cast.enter(
                loaded,
                new AnimationDirector(loaded.pet(), config.playback(), capabilities.repertoire()),
                new Mind(mood, follower.notifications()),
                PetSituation.of(mood.state(), nowNanos)
                        .withReducedMotion(config.reducedMotion().reduced(stage.desktopLook)));
    }

    /**
     * Shows another package in place of the pets that are on show, or the same one made for another size. They keep their
     * place, their state and since when they have it; the old textures are freed. Nothing happens when it is the very one on
     * show. Render thread.
     */
    public void replace(LoadedPet loaded) {
        cast.replace(loaded);
    }

    /** Has all pets say something of their own, until that time. Takes effect with the step under way, or the next. */
    public void say(BubbleText text, long untilNanos) {
        cast.say(text, untilNanos);
        step.wakeAt(step.now);
        woken = true;
    }

    /** Has all pets that still say just that say it no longer. Takes effect as {@link #say} does. */
    void hush(BubbleText text) {
        cast.hush(text);
        step.wakeAt(step.now);
        woken = true;
    }

    /** The window has another size or scale: the next picture is another. */
    public void resized() {
        cast.redraw();
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
        panels.fitInto(Math.round(stage.room.height() / (stage.contentScale * stage.desktopLook.textScale())));
        if (step.answerWished) {
            panels.openQuestion();
        } else if (step.menuAsked) {
            panels.openMenu();
        } else if (step.cardsWished) {
            panels.toggleCards();
        } else if (step.noticed) {
            noticed();
        }
        boolean redrawn = cast.takeChange() || step.pictureChanged;
        if (redrawn) {
            render.invalidate();
        }
        publication.publish(cast.name(), nowNanos);
        boolean hidden = stage.shown == 0;
        boolean seen = !(hidden && wasHidden);
        wasHidden = hidden;
        return (redrawn || step.frameChanged) && seen;
    }

    /** What is told first has been seen. */
    private void noticed() {
        List<OverlayNotification> told = publication.told();
        if (!told.isEmpty()) {
            board.seen(told.get(0).session().source(), told.get(0).session().session());
            step.wakeAt(step.now);
        }
    }

    /** The question or the menu that is open. */
    public PanelDesk panels() {
        return panels;
    }

    /** Has the menu tell what was done of late: that, the newest first. */
    void tellOf(Supplier<List<String>> recent) {
        menu.tellOf(recent);
    }

    /** Has a click on a pet open what agents ask there, as far as it is about this. */
    void ask(UserApprovals approvals, Predicate<Approval> about) {
        panels.ask(approvals, about, bubbles::fonts);
    }

    /** Has a click on a pet open what Perch itself asks there. */
    void ask(HostQuestions questions) {
        panels.ask(questions);
    }

    /** A painter of panels as things look now; belongs to the caller. */
    public PanelPainter panelPainter() {
        return bubbles.panels(stage.contentScale * stage.desktopLook.textScale());
    }

    /** What the menu offers from now on, besides what is the pet's own; what it does to the window is done by that one. */
    void offer(MenuChoices house, Supplier<WindowCommands> window, Runnable quitting) {
        menu.offer(house, window, quitting);
    }

    /** What is told of all sessions as of the last step, the most urgent first. Any thread. */
    public List<OverlayNotification> told() {
        return publication.told();
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
        return publication.onShow();
    }

    /** Tells {@code watcher} whenever it is another from now on, on the render thread; it must return at once. */
    public void onChange(Consumer<? super OnShow> watcher) {
        publication.onChange(watcher);
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
        return follower.nextChange();
    }

    /** Draws the picture of the last step, with premultiplied blending, onto a batch that has not begun. */
    public void draw(Batch batch) {
        render.draw(batch);
    }

    /** As {@link RenderSystem#damage}. */
    public boolean damage(Rectangle part) {
        return render.damage(part);
    }

    /** As {@link #draw(Batch)}, where nothing outside of that part, in window pixels from the top left, is to be seen. */
    public void draw(Batch batch, Rectangle part) {
        render.draw(batch, part);
    }

    /** The frame that each pet shows, in the order in which they came. */
    public List<FrameRef> framesOnShow() {
        return cast.frames();
    }

    /** What the first pet tells, in one line of plain text; the same object until it tells something else. */
    public String statusText() {
        return cast.statusText();
    }

    /** The title of what the first pet says in its bubble; empty: it says nothing. */
    public String bubbleTitle() {
        BubbleText said = cast.said();
        return said == null ? "" : said.title();
    }

    /** Tells which parts of the window catch the mouse: none of a pet that is out of sight. Allocates nothing. */
    public void tellSolids(Solids solids) {
        if (stage.shown != 0) {
            cast.tellSolids(solids);
        }
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
        cast.leave();
        if (own != null) {
            own.close();
        }
    }
}
