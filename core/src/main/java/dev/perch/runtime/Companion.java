package dev.perch.runtime;

import dev.perch.api.Clock;
import dev.perch.api.OverlayNotification;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.ecs.Acting;
import dev.perch.ecs.Arrivals;
import dev.perch.ecs.Stage;
import dev.perch.ecs.Wishes;
import dev.perch.gesture.PointerEvent;
import dev.perch.model.BubbleText;
import dev.perch.model.DesktopLook;
import dev.perch.model.Problem;
import dev.perch.model.QuietLevel;
import dev.perch.model.SourceRank;
import dev.perch.model.StatusSign;
import dev.perch.render.FontStack;
import dev.perch.render.PickerLayout;
import dev.perch.render.Textures;
import dev.perch.runtime.plugin.Capabilities;
import dev.perch.source.RecordingWriter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A companion that a window can show: its settings, its pet, and the sources that feed it. Made and closed by the
 * program; the window opens its runtime on the render thread.
 */
public final class Companion implements AutoCloseable {
    /** Long enough to read three lines twice. */
    private static final long SAID_NANOS = 15_000_000_000L;

    private final RuntimeConfig config;
    private final Capabilities capabilities;
    private final PetOpener pet;
    private final FontStack fonts = UiFonts.bundled();
    private final Clock clock;
    private final Consumer<Problem> notes;
    private final WindowLine window = new WindowLine();
    private final Inbox<Arrivals.Event> inbox = new Inbox<>(window::wake);
    private final UserDesk desk = new UserDesk(inbox::offerEvent);
    private final PickerDoor pickers;
    private final SourceHost sources;
    private final ProblemTelling telling;
    private Consumer<? super LoopMeter> loopWatcher = loop -> {};
    private @Nullable PlaceKeeper places;
    private volatile Consumer<? super OnShow> audience = shown -> {};
    private volatile @Nullable PetRuntime opened;
    private volatile QuietLevel quiet;
    private @Nullable RecordingWriter recorder;
    private MenuChoices choices = MenuChoices.NONE;

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
        quiet = config.quiet();
        this.capabilities = capabilities;
        this.pet = pet;
        this.clock = clock;
        this.notes = notes;
        telling = new ProblemTelling(notes);
        pickers = new PickerDoor(config, () -> tell(step -> window().changePet()), notes);
        sources = new SourceHost(clock, inbox::offerSnapshot, this::tellProblems);
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
        window.onWake(waker, inbox.isWaiting());
    }

    /** Takes in what the pointer did. Any thread. */
    public void pointer(PointerEvent event) {
        inbox.offerEvent(step -> step.pointer.add(event));
    }

    /** Has what the user wishes done from now on. Any thread. */
    public void wish(Wishes wishes) {
        quiet = wishes.quiet();
        inbox.offerEvent(step -> {
            step.wishes = wishes;
            window().follow(wishes);
        });
    }

    /** Takes in something in its order, to be done by the render thread in its next step. Any thread. */
    public void tell(Arrivals.Event event) {
        inbox.offerEvent(event);
    }

    /** Has commands done by that window from now on. */
    public void onCommand(WindowCommands commands) {
        window.onCommand(commands);
    }

    /** What commands are done by. Any thread; to be called on the render thread. */
    WindowCommands window() {
        return window.commands();
    }

    /** What the window shows, as of its last step. Any thread. */
    public OnShow onShow() {
        PetRuntime runtime = opened;
        return runtime == null ? OnShow.NOTHING : runtime.onShow();
    }

    /** How much of what an agent says may be read. Any thread. */
    QuietLevel quiet() {
        return quiet;
    }

    /** Has that told of what the window that opens next shows. Before {@link #open}. */
    public void onShow(Consumer<? super OnShow> watcher) {
        audience = watcher;
    }

    /** How all sources are doing. Any thread but the render thread, since it waits for a lock. */
    public List<SourceStatus> sources() {
        return sources.statuses();
    }

    /** Takes in how the desktop looks from now on. Any thread. */
    public void desktopLook(DesktopLook look) {
        inbox.offerEvent(step -> step.desktopLook = look);
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
                    inbox.offerEvent(step -> step.fonts = ready);
                },
                "perch-fonts");
        opener.setDaemon(true);
        opener.start();
    }

    /** Opens the pet with cells of that width, in physical pixels. Blocks; before the first picture. */
    public LoadedPet openPet(int cellWidth) throws ProblemException, IOException {
        return pet.open(cellWidth);
    }

    /**
     * Opens the pet anew for other sizes while it is on show, and when it is another; the window that asks closes it. From
     * now on the window's {@link WindowCommands#changePet} is called when the package has changed.
     */
    public PetRefit refit(Runnable ready) {
        pet.onChange(() -> tell(step -> window().changePet()));
        return new PetRefit(pet, notes, this::keepsPet, ready);
    }

    private void keepsPet(String why) {
        notes.accept(Problem.warning("pet", "the old look stays (" + why + ")", "mend the package, and it changes"));
        say(BubbleText.of(StatusSign.NONE, "My old look stays", why));
    }

    /** Has the pets say something of their own for a while. Any thread. */
    void say(BubbleText words) {
        tell(step -> {
            PetRuntime runtime = opened;
            if (runtime != null) {
                runtime.say(words, step.now + SAID_NANOS);
            }
        });
    }

    /** Has places remembered there, in place of nowhere. */
    public void keepPlaces(PlaceKeeper keeper) {
        places = keeper;
    }

    /** Where the pet is to be, as long as a window shows it. */
    public Whereabouts whereabouts() {
        return new Whereabouts(config, places);
    }

    /** The runtime for a window, with that pet on show. Render thread. */
    public PetRuntime open(Stage stage, Textures textures, LoadedPet loaded) {
        long now = clock.nanos();
        Acting acting = desk.acting(this::told);
        PetRuntime runtime =
                new PetRuntime(config, capabilities, stage, new InboxArrivals(inbox), textures, fonts, acting, now);
        runtime.offer(choices, this::window, this::quit);
        desk.serve(runtime);
        runtime.show(loaded, now);
        runtime.onChange(audience);
        opened = runtime;
        return runtime;
    }

    private List<OverlayNotification> told() {
        PetRuntime runtime = opened;
        return runtime == null ? List.of() : runtime.told();
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
        choices = house;
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
