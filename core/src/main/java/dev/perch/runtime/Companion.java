package dev.perch.runtime;

import dev.perch.activity.Role;
import dev.perch.activity.SessionMarks;
import dev.perch.api.Clock;
import dev.perch.api.OverlayViewportDefaults;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.ecs.Arrivals;
import dev.perch.ecs.Stage;
import dev.perch.ecs.Wishes;
import dev.perch.files.KeptFile;
import dev.perch.model.BubbleText;
import dev.perch.model.DesktopLook;
import dev.perch.model.PetsChoice;
import dev.perch.model.Problem;
import dev.perch.model.QuietLevel;
import dev.perch.model.SourceRank;
import dev.perch.model.Writers;
import dev.perch.place.PlaceMemory;
import dev.perch.render.FontStack;
import dev.perch.render.PickerLayout;
import dev.perch.render.Textures;
import dev.perch.runtime.plugin.Capabilities;
import dev.perch.source.RecordingWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A companion that a window can show: its settings, its pet, and the sources that feed it. Made and closed by the
 * program; the window opens its runtime on the render thread.
 */
public final class Companion implements AutoCloseable {
    private final RuntimeConfig config;
    private final OverlayViewportDefaults sizes;
    private final PetOpener pet;
    private Function<Role, PetOpener> others;
    private final Clock clock;
    private final Consumer<Problem> notes;
    private final WindowLine window = new WindowLine();
    private final PetSeat home = new PetSeat(this, Role.HOME, window::wake);
    private final Troupe troupe = new Troupe(home, role -> new PetSeat(this, role, window::wake));
    private final AllWindows windows = new AllWindows(troupe);
    private final UserDesk desk = new UserDesk(home::tell);
    private final Staging staging;
    private final PickerDoor pickers;
    private final SourceHost sources;
    private final ProblemTelling telling;
    private Consumer<? super LoopMeter> loopWatcher = loop -> {};
    private @Nullable KeptFile<PlaceMemory> places;
    private @Nullable KeptFile<SessionMarks> marks;
    private volatile QuietLevel quiet;
    private @Nullable RecordingWriter recorder;

    /** A companion with no sources yet, and what Perch itself can do. */
    public Companion(RuntimeConfig config, PetOpener pet, Clock clock, Consumer<Problem> notes) {
        this(config, Capabilities.builtIn(), pet, clock, notes);
    }

    /**
     * A companion with no sources yet.
     *
     * @param capabilities what plugins bring
     * @param pet opened once the window's scale is known
     * @param notes told of each problem of a source, on that source's thread
     */
    public Companion(
            RuntimeConfig config, Capabilities capabilities, PetOpener pet, Clock clock, Consumer<Problem> notes) {
        this.config = config;
        sizes = capabilities.sizes();
        quiet = config.quiet();
        this.pet = pet;
        others = role -> pet;
        this.clock = clock;
        this.notes = notes;
        staging = new Staging(config, capabilities, clock, desk);
        telling = new ProblemTelling(notes);
        pickers = new PickerDoor(config, this::changePets, notes);
        sources = new SourceHost(clock, home.inbox()::offerSnapshot, this::tellProblems);
    }

    /** Starts a source. */
    public void start(SourceRank rank, RuntimeSnapshotSource source) {
        sources.start(rank, source);
    }

    /** Hands each snapshot that arrives from now on to {@code writer} too, and closes it at the end. Called once at most. */
    public synchronized void record(RecordingWriter writer) {
        recorder = writer;
        sources.tap(writer);
    }

    /** Has {@link #quit} done by {@code closer}. */
    public void onQuit(Runnable closer) {
        window.onQuit(closer);
    }

    /** Asks the window to close in an orderly way; one that is still to come closes at once. Any thread. */
    public void quit() {
        window.quit();
    }

    /** The user's settings. */
    public RuntimeConfig config() {
        return config;
    }

    /** The one clock. */
    public Clock clock() {
        return clock;
    }

    /** Calls {@code waker} whenever something arrived, on the thread that it arrived on. */
    public void onArrival(Runnable waker) {
        window.onWake(waker, home.inbox().isWaiting());
    }

    /** Has what the user wishes done from now on. Any thread. */
    public void wish(Wishes wishes) {
        quiet = wishes.quiet();
        staging.wish(wishes);
        troupe.tellAll(seat -> step -> {
            step.wishes = wishes;
            seat.window().follow(wishes);
        });
    }

    /** Takes in something in its order, to be done by the render thread in the next step of the first window. Any thread. */
    public void tell(Arrivals.Event event) {
        home.tell(event);
    }

    /** What commands are done by: all windows. To be called on the render thread. */
    public WindowCommands window() {
        return windows;
    }

    /** The pet that is always there. */
    public PetSeat home() {
        return home;
    }

    /** All its pets. */
    public Troupe troupe() {
        return troupe;
    }

    /** Has as many pets as that from now on; at first it is one. Any thread. */
    public void cast(PetsChoice choice) {
        tell(step -> troupe.casting().choose(choice));
    }

    /** Has each pet opened anew that may be another now. Any thread. */
    public void changePets() {
        tell(step -> windows.changePet());
    }

    /** Has the pets of projects and sessions opened by those; they are closed by whoever made them. Before any comes. */
    public void castBy(Function<Role, PetOpener> openers) {
        others = openers;
    }

    /** What opens the pet of that role. Any thread. */
    PetOpener opener(Role role) {
        return role.equals(Role.HOME) ? pet : others.apply(role);
    }

    /** What the first window shows, as of its last step. Any thread. */
    public OnShow onShow() {
        return home.onShow();
    }

    /** How much of what an agent says may be read. Any thread. */
    QuietLevel quiet() {
        return quiet;
    }

    /** Has that told of what the first window shows. Before it opens. */
    public void onShow(Consumer<? super OnShow> watcher) {
        staging.onShow(watcher);
    }

    /** How all sources are doing. Any thread but the render thread, since it waits for a lock. */
    public List<SourceStatus> sources() {
        return sources.statuses();
    }

    /** Takes in how the desktop looks from now on. Any thread. */
    public void desktopLook(DesktopLook look) {
        staging.desktopLook(look);
        troupe.tellAll(seat -> step -> step.desktopLook = look);
    }

    /** Has pets show from now on whether other programs may write. Any thread. */
    void show(Writers writers) {
        staging.show(writers);
        troupe.tellAll(seat -> step -> step.writers = writers);
    }

    /** Tells the user of a problem. */
    public void note(Problem problem) {
        notes.accept(problem);
    }

    /** Hands {@code watcher} the meter of the window's loop as soon as there is one. */
    public void watchLoop(Consumer<? super LoopMeter> watcher) {
        loopWatcher = watcher;
    }

    /** The window's loop is about to begin. */
    public void loopBegins(LoopMeter loop) {
        loopWatcher.accept(loop);
    }

    /** Has the user choose among the pets of that shelf. */
    public void choosesFrom(PetShelf pets) {
        pickers.choosesFrom(pets);
    }

    /**
     * The picker of pets for a window; empty where there are none to choose from.
     *
     * @param close called when it is to go, on the render thread
     * @param shown wakes the window that shows it, on any thread
     */
    public Optional<PetPicker> picker(
            PickerLayout layout, DesktopLook look, Textures uploads, Runnable close, Runnable shown) {
        return pickers.open(layout, look, uploads, close, shown);
    }

    /** Opens fonts on a thread of its own, and has bubbles set in them once they are there. */
    public void openFonts(Supplier<FontStack> fontsToCome) {
        pickers.setFonts(fontsToCome);
        Thread opener = new Thread(
                () -> {
                    FontStack ready = fontsToCome.get();
                    tell(step -> step.fonts = ready);
                },
                "perch-fonts");
        opener.setDaemon(true);
        opener.start();
    }

    /** A pet keeps its old look, since the new one cannot be opened. */
    void keepsPet(String why) {
        notes.accept(Problem.warning("pet", "the old look stays (" + why + ")", "mend the package, and it changes"));
    }

    /** Has all pets say something of their own for a while. Any thread. */
    void say(BubbleText words) {
        troupe.all().forEach(seat -> seat.say(words));
    }

    /** Has all pets that still say just that say it no longer. Any thread. */
    void hush(BubbleText words) {
        troupe.all().forEach(seat -> seat.hush(words));
    }

    /** Has places remembered there, in place of nowhere. */
    public void keepPlaces(KeptFile<PlaceMemory> file) {
        places = file;
    }

    /** Has what the user wants of single sessions remembered there, in place of nowhere. Before the window opens. */
    public void keepMarks(KeptFile<SessionMarks> file) {
        marks = file;
        staging.keepMarks(file);
    }

    /** Where that pet is to be, as long as a window shows it. */
    Whereabouts whereabouts(PetSeat seat) {
        return seat == home
                ? new Whereabouts(config, sizes, places)
                : new Whereabouts(config, sizes, places, seat.role().key(), stage -> troupe.unplaced(seat, stage));
    }

    /** A runtime for its window. Render thread. */
    PetRuntime runtime(PetSeat seat, Stage stage, Textures textures) {
        if (seat == home) {
            pet.onChange(this::changePets);
        }
        return staging.open(troupe, seat, stage, textures, this::quit);
    }

    /** Has the user answer what agents ask there. Before the window opens. */
    public void ask(UserApprovals agents) {
        desk.ask(agents);
    }

    /** Has the user answer what Perch itself asks there. Before the window opens. */
    public void ask(HostQuestions own) {
        desk.ask(own);
    }

    /** Lets the user's gestures do more than what pets do by themselves; closed with the companion. */
    public void act(CompanionActions behind) {
        desk.act(behind);
    }

    /** What carries out effects that leave Perch, if pets may have any. */
    public void onDesktop(DesktopDoor desktop) {
        desk.onDesktop(desktop);
    }

    /** What the menu offers besides what is the pet's own. */
    public void offer(MenuChoices house) {
        staging.offer(house);
    }

    /** Stops all sources and writes the recording to its end; the user is told what it lacks. */
    @Override
    public void close() {
        pet.close();
        sources.close();
        telling.finish();
        desk.close();
        if (places != null) {
            places.close();
        }
        if (marks != null) {
            marks.close();
        }
        RecordingWriter ended = takeRecorder();
        if (ended != null) {
            ended.close();
            ended.losses().forEach(notes);
        }
    }

    private synchronized @Nullable RecordingWriter takeRecorder() {
        RecordingWriter taken = recorder;
        recorder = null;
        return taken;
    }

    private void tellProblems() {
        telling.tell(sources.statuses(), clock.nanos());
    }
}
