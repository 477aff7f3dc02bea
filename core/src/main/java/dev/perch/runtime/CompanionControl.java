package dev.perch.runtime;

import dev.perch.control.ControlAnswer;
import dev.perch.control.ControlCommand;
import dev.perch.control.ControlServer;
import dev.perch.control.StatusView;
import dev.perch.ingress.IngressServer;
import dev.perch.model.Mood;
import dev.perch.model.QuietLevel;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the commands of the control socket: a status is put together from published values on the socket's thread,
 * everything else is done by the render thread in its next step.
 */
public final class CompanionControl implements ControlServer.Handler {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Companion companion;
    private final @Nullable IngressDoor ingress;
    private final String version;

    /** @param version of this build */
    public CompanionControl(Companion companion, String version) {
        this(companion, null, version);
    }

    /** @param ingress where programs write; null: nowhere here */
    public CompanionControl(Companion companion, @Nullable IngressDoor ingress, String version) {
        this.companion = companion;
        this.ingress = ingress;
        this.version = version;
    }

    @Override
    public CompletableFuture<ControlAnswer> handle(ControlCommand command) {
        ControlAnswer done = new ControlAnswer(
                ProcessHandle.current().pid(), version, null, command == ControlCommand.STATUS ? status() : null);
        if (command == ControlCommand.STATUS) {
            return CompletableFuture.completedFuture(done);
        }
        if (command == ControlCommand.INGRESS_ON || command == ControlCommand.INGRESS_OFF) {
            return CompletableFuture.supplyAsync(() -> turn(command == ControlCommand.INGRESS_ON, done));
        }
        CompletableFuture<ControlAnswer> answer = new CompletableFuture<>();
        companion.tell(step -> {
            carryOut(command);
            answer.complete(done);
        });
        return answer;
    }

    private ControlAnswer turn(boolean on, ControlAnswer done) {
        if (ingress != null && on && !ingress.askToOpen()) {
            return new ControlAnswer(
                    done.pid(), version, "so many questions wait for you at the pet; answer them first", null);
        }
        if (ingress != null && !on) {
            ingress.shutForGood();
        }
        return done;
    }

    private void carryOut(ControlCommand command) {
        WindowCommands window = companion.window();
        switch (command) {
            case FORWARD -> {
                window.forward();
                companion.troupe().tellAll(seat -> now -> now.greeting = true);
            }
            case WAKE -> window.wake();
            case TUCK -> window.tuck();
            case RESCUE -> window.rescue();
            case MENU -> window.menu();
            case QUIT -> window.quit();
            case PETS_USE -> window.changePet();
            case PETS_PICK -> window.pickPet();
            case STATUS, INGRESS_ON, INGRESS_OFF -> throw new IllegalArgumentException("not the render thread's to do");
        }
    }

    private StatusView status() {
        OnShow shown = companion.onShow();
        Mood mood = shown.overall();
        boolean starting = shown.equals(OnShow.NOTHING);
        long since = starting ? 0 : companion.clock().nanos() - mood.sinceNanos();
        List<SourceStatus> sources = companion.sources();
        return new StatusView(
                shown.pet(),
                starting ? "starting" : mood.state().id(),
                title(mood),
                Math.max(0, since) / NANOS_PER_MILLI,
                mood.stale(),
                window(companion.home()),
                companion.troupe().all().stream().map(this::pet).toList(),
                0,
                sources.stream().mapToLong(SourceStatus::problems).sum(),
                sources.stream().map(CompanionControl::source).toList(),
                0,
                ingress == null ? StatusView.INGRESS_OFF : ingress.connected().orElse(StatusView.INGRESS_OFF),
                queues());
    }

    private StatusView.Queues queues() {
        Inbox<?> inbox = companion.home().inbox();
        OptionalInt orders = ingress == null ? OptionalInt.empty() : ingress.waiting();
        return new StatusView.Queues(
                inbox.waiting(),
                Inbox.SLOTS,
                inbox.conflated(),
                inbox.dropped(),
                orders.orElse(0),
                orders.isPresent() ? IngressServer.MOST_WAITING : 0);
    }

    private String title(Mood mood) {
        return mood.told() == null || companion.quiet() == QuietLevel.STATE
                ? ""
                : mood.told().snapshot().title();
    }

    private static StatusView.Window window(PetSeat seat) {
        OnShow shown = seat.onShow();
        return new StatusView.Window(
                shown.x(),
                shown.y(),
                shown.width(),
                shown.height(),
                seat.window().isTucked());
    }

    private StatusView.Pet pet(PetSeat seat) {
        OnShow shown = seat.onShow();
        boolean starting = shown.equals(OnShow.NOTHING);
        return new StatusView.Pet(
                shown.pet(),
                companion.quiet() == QuietLevel.STATE ? "" : seat.role().name(),
                starting ? "starting" : shown.mood().state().id(),
                title(shown.mood()),
                !starting && seat.isOnScreen(),
                window(seat));
    }

    private static StatusView.Source source(SourceStatus status) {
        return new StatusView.Source(
                status.id().id(),
                status.displayName(),
                status.phase().name().toLowerCase(Locale.ROOT),
                status.snapshots(),
                status.problems());
    }
}
