package dev.perch.runtime;

import dev.perch.activity.ActivityBoard;
import dev.perch.activity.Role;
import dev.perch.activity.SessionMarks;
import dev.perch.api.Clock;
import dev.perch.ecs.Acting;
import dev.perch.ecs.Stage;
import dev.perch.ecs.Wishes;
import dev.perch.files.KeptFile;
import dev.perch.model.DesktopLook;
import dev.perch.model.Writers;
import dev.perch.render.FontStack;
import dev.perch.render.Textures;
import dev.perch.runtime.plugin.Capabilities;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the runtime of each window of a companion, with what all of them share: the board of sessions, the textures, and how
 * things look by now. The pet that is always there comes first and goes last.
 */
final class Staging {
    private final RuntimeConfig config;
    private final Capabilities capabilities;
    private final Clock clock;
    private final UserDesk desk;
    private final FontStack fonts = UiFonts.bundled();
    private MenuChoices choices = MenuChoices.NONE;
    private volatile Consumer<? super OnShow> audience = shown -> {};
    private volatile @Nullable Wishes wishes;
    private volatile @Nullable DesktopLook look;
    private volatile Writers writers = Writers.SHUT;
    private @Nullable KeptFile<SessionMarks> marks;
    private @Nullable Wardrobe wardrobe;
    private @Nullable ActivityBoard board;

    Staging(RuntimeConfig config, Capabilities capabilities, Clock clock, UserDesk desk) {
        this.config = config;
        this.capabilities = capabilities;
        this.clock = clock;
        this.desk = desk;
    }

    /** What menus offer besides what is the pet's own. */
    void offer(MenuChoices house) {
        choices = house;
    }

    /** Has that told of what the window of the pet shows that is always there. */
    void onShow(Consumer<? super OnShow> watcher) {
        audience = watcher;
    }

    /** Has the user's marks of sessions remembered there. */
    void keepMarks(KeptFile<SessionMarks> file) {
        marks = file;
    }

    /** Windows that open later are told of it, too. */
    void wish(Wishes later) {
        wishes = later;
    }

    /** Windows that open later are told of it, too. */
    void desktopLook(DesktopLook later) {
        look = later;
    }

    /** Windows that open later show it, too. */
    void show(Writers later) {
        writers = later;
    }

    /** A runtime with no pet yet. Render thread. */
    PetRuntime open(Troupe troupe, PetSeat seat, Stage stage, Textures textures, Runnable quit) {
        boolean first = seat == troupe.home();
        long now = clock.nanos();
        if (first) {
            desk.open();
            wardrobe = new Wardrobe(textures, fonts, PetRuntime.theme(config, stage));
            board = board(now);
        }
        Wardrobe clothes = wardrobe;
        ActivityBoard sessions = board;
        if (clothes == null || sessions == null) {
            throw new IllegalStateException("the pet that is always there comes first");
        }
        Role role = seat.role();
        Acting acting = desk.acting(seat::told, seat::tell);
        PetRuntime runtime = new PetRuntime(
                config,
                capabilities,
                stage,
                new InboxArrivals(seat.inbox()),
                new PetRuntime.Shared(clothes, sessions, troupe.casting().part(role), first),
                acting,
                now);
        runtime.offer(choices, seat::window, quit);
        desk.serve(
                runtime,
                asked -> troupe.casting().roleOf(asked.about().session()).equals(role));
        if (first) {
            runtime.onChange(audience);
        }
        catchUp(seat);
        return runtime;
    }

    private ActivityBoard board(long now) {
        ActivityBoard empty = new ActivityBoard(config.tuning(), capabilities.notifications(), config.quiet(), now);
        KeptFile<SessionMarks> kept = marks;
        if (kept != null) {
            empty.remember(kept.value(), kept::keep);
        }
        return empty;
    }

    private void catchUp(PetSeat seat) {
        Wishes wished = wishes;
        DesktopLook looks = look;
        Writers written = writers;
        seat.tell(step -> {
            step.wishes = wished == null ? step.wishes : wished;
            step.desktopLook = looks == null ? step.desktopLook : looks;
            step.writers = written;
        });
    }
}
