package dev.perch.runtime;

import dev.perch.activity.Role;
import dev.perch.api.OverlayNotification;
import dev.perch.ecs.Arrivals;
import dev.perch.ecs.Stage;
import dev.perch.gesture.PointerEvent;
import dev.perch.model.BubbleText;
import dev.perch.model.Problem;
import dev.perch.model.StatusSign;
import dev.perch.place.Spot;
import dev.perch.render.Textures;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pet of a companion, and what its window needs to show it. */
public final class PetSeat {
    /** Long enough to read three lines twice. */
    private static final long SAID_NANOS = 15_000_000_000L;

    private final Companion companion;
    private final Role role;
    private final Inbox<Arrivals.Event> inbox;
    private volatile WindowCommands window = WindowCommands.NONE;
    private volatile @Nullable PetRuntime opened;
    private volatile boolean onScreen;
    private @Nullable Stage stage;

    PetSeat(Companion companion, Role role, Runnable wake) {
        this.companion = companion;
        this.role = role;
        inbox = new Inbox<>(wake);
    }

    /** What it is there for. */
    public Role role() {
        return role;
    }

    Inbox<Arrivals.Event> inbox() {
        return inbox;
    }

    /** Takes in what the pointer did to its window. Any thread. */
    public void pointer(PointerEvent event) {
        tell(step -> step.pointer.add(event));
    }

    /** Takes in something in its order, to be done by the render thread in the next step of its window. Any thread. */
    public void tell(Arrivals.Event event) {
        inbox.offerEvent(event);
    }

    /** Has commands done by that window from now on. */
    public void onCommand(WindowCommands commands) {
        window = commands;
    }

    WindowCommands window() {
        return window;
    }

    /** What its window shows, as of its last step. Any thread. */
    OnShow onShow() {
        PetRuntime runtime = opened;
        return runtime == null ? OnShow.NOTHING : runtime.onShow();
    }

    /** What it tells of sessions, as of its last step. Any thread. */
    List<OverlayNotification> told() {
        PetRuntime runtime = opened;
        return runtime == null ? List.of() : runtime.told();
    }

    /** Where the pet is to be, as long as a window shows it. */
    public Whereabouts whereabouts() {
        return companion.whereabouts(this);
    }

    /** Its window is to be there: others do not stand in its place. Render thread. */
    public void standsOn(Stage place) {
        stage = place;
    }

    /**
     * Opens its pet for the first time, with cells of that width, in physical pixels; the first pet's stands in for one that
     * cannot be shown. Blocks; not on the render thread.
     */
    public LoadedPet openPet(int cellWidth) throws ProblemException, IOException {
        if (role.equals(Role.HOME)) {
            return ownPet(cellWidth);
        }
        try {
            return ownPet(cellWidth);
        } catch (ProblemException | IOException refused) {
            companion.note(Problem.warning(
                    role.name(),
                    "its pet cannot be shown, so the first one stands in (" + refused.getMessage() + ")",
                    "correct petFor or mend the pet"));
            return companion.opener(Role.HOME).open(cellWidth);
        }
    }

    private LoadedPet ownPet(int cellWidth) throws ProblemException, IOException {
        return companion.opener(role).open(cellWidth);
    }

    /** The runtime for its window, with that pet on show. Render thread. */
    public PetRuntime open(Stage on, Textures textures, LoadedPet loaded) {
        PetRuntime runtime = companion.runtime(this, on, textures);
        runtime.show(loaded, companion.clock().nanos());
        opened = runtime;
        return runtime;
    }

    /** Opens its pet anew for other sizes while it is on show, and when it is another; the window that asks closes it. */
    public PetRefit refit(Runnable ready) {
        return new PetRefit(this::ownPet, companion::note, this::keepsPet, ready);
    }

    private void keepsPet(String why) {
        companion.keepsPet(why);
        say(BubbleText.of(StatusSign.NONE, "My old look stays", why));
    }

    /** Has it say something of its own for a while. Any thread. */
    void say(BubbleText words) {
        tell(step -> {
            PetRuntime runtime = opened;
            if (runtime != null) {
                runtime.say(words, step.now + SAID_NANOS);
            }
        });
    }

    /** Has it say that no longer, if it still does. Any thread. */
    void hush(BubbleText words) {
        tell(step -> {
            PetRuntime runtime = opened;
            if (runtime != null) {
                runtime.hush(words);
            }
        });
    }

    /** Whether it is to be on the desktop now. Render thread. */
    public boolean isWanted() {
        return companion.troupe().wants(this);
    }

    /** Tells whether its window is on the screen now. */
    public void onScreen(boolean shown) {
        onScreen = shown;
    }

    /** Whether its window is on the screen. Any thread. */
    boolean isOnScreen() {
        return onScreen;
    }

    /** Where it stands, or null before it has a window. Render thread. */
    @Nullable
    Spot feet() {
        return stage == null ? null : stage.feet();
    }
}
