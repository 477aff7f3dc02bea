package dev.perch.runtime.plugin.guard;

import dev.perch.api.LayoutResolver;
import dev.perch.api.OverlayElement;
import dev.perch.api.OverlayMeasuredElements;
import dev.perch.api.OverlayViewportDefaults;
import dev.perch.model.Room;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A resolver of others: its last answer as far as it fits, else that of the next resolver. */
final class GuardedLayout implements LayoutResolver, Fallible<LayoutResolver> {
    /** Between two questions, while a pet is dragged along: sixty a second. */
    private static final Duration PAUSE = Duration.ofMillis(16);

    private record Placed(Input asked, OverlayMeasuredElements elements) {}

    private final GuardedPlugin plugin;
    private final String id;
    private final LayoutResolver own;
    private final OverlayViewportDefaults defaults;
    private final LayoutResolver next;
    private final LatestAnswer<Input, Placed> answers;
    private @Nullable OverlayMeasuredElements said;

    /**
     * A resolver that was asked nothing yet.
     *
     * @param defaults its own
     * @param next answers meanwhile
     */
    GuardedLayout(
            GuardedPlugin plugin,
            String id,
            LayoutResolver own,
            OverlayViewportDefaults defaults,
            LayoutResolver next) {
        this.plugin = plugin;
        this.id = id;
        this.own = own;
        this.defaults = defaults;
        this.next = next;
        answers = new LatestAnswer<>(plugin, "its layout resolver " + id, PAUSE, GuardedLayout::sameScene, this::ask);
    }

    @Override
    public LayoutResolver orElse(LayoutResolver other) {
        return new GuardedLayout(plugin, id, own, defaults, other);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public OverlayViewportDefaults defaults() {
        return defaults;
    }

    @Override
    public @Nullable OverlayMeasuredElements measure(Input input) {
        Placed placed = answers.get(input);
        Room mascot = placed == null ? null : mascot(placed, input);
        Room tray = placed == null ? null : tray(placed, input);
        if (placed != null && mascot != null && (tray != null || input.tray() == null)) {
            return new OverlayMeasuredElements(mascot, tray, placed.elements.side());
        }
        OverlayMeasuredElements other = next.measure(input);
        return mascot == null || other == null
                ? other
                : new OverlayMeasuredElements(mascot, other.tray(), other.side());
    }

    @Override
    public boolean equals(@Nullable OverlayMeasuredElements previous, OverlayMeasuredElements following) {
        return following.equals(previous);
    }

    /** On the worker. An answer that looks like the last one is the last one. */
    private @Nullable Placed ask(Input input) {
        OverlayMeasuredElements answer = own.measure(input);
        if (answer == null || input.mascot() == null) {
            return null;
        }
        OverlayMeasuredElements last = said;
        OverlayMeasuredElements shown = last != null && own.equals(last, answer) ? last : answer;
        said = shown;
        return new Placed(input, shown);
    }

    /** Where the pet is to be: where it is, for one that was moved since, and where the answer leaves the room. */
    private static @Nullable Room mascot(Placed placed, Input input) {
        Room wished = placed.elements.mascot();
        return sameScene(placed.asked, input) && input.room().contains(wished) ? wished : input.mascot();
    }

    /** The bubble for a pet that has gone on since, or null where it fits no more. */
    private static @Nullable Room tray(Placed placed, Input input) {
        Room before = placed.asked.mascot();
        Room mascot = input.mascot();
        Room tray = placed.elements.tray();
        OverlayElement wanted = input.tray();
        if (before == null || mascot == null || tray == null || wanted == null || placed.elements.side() == null) {
            return null;
        }
        Room moved = new Room(
                tray.left() + mascot.left() - before.left(),
                tray.top() + mascot.top() - before.top(),
                tray.width(),
                tray.height());
        boolean fits = moved.width() == wanted.width() && moved.height() == wanted.height();
        return fits && input.workArea().contains(moved) ? moved : null;
    }

    private static boolean sameScene(Input one, Input other) {
        return Objects.equals(one.mascot(), other.mascot())
                && Objects.equals(one.tray(), other.tray())
                && one.workArea().equals(other.workArea())
                && one.room().equals(other.room())
                && one.gap() == other.gap()
                && one.scale() == other.scale();
    }
}
