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

    private record Placed(Room mascot, OverlayMeasuredElements elements) {}

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
        OverlayMeasuredElements moved = placed == null ? null : moved(placed, input);
        return moved == null ? next.measure(input) : moved;
    }

    @Override
    public boolean equals(@Nullable OverlayMeasuredElements previous, OverlayMeasuredElements following) {
        return following.equals(previous);
    }

    /** On the worker. An answer that looks like the last one is the last one. */
    private @Nullable Placed ask(Input input) {
        OverlayMeasuredElements answer = own.measure(input);
        Room mascot = input.mascot();
        if (answer == null || mascot == null) {
            return null;
        }
        OverlayMeasuredElements last = said;
        OverlayMeasuredElements shown = last != null && own.equals(last, answer) ? last : answer;
        said = shown;
        return new Placed(mascot, shown);
    }

    /** The answer for a pet that has gone on since, or null where it fits no more. */
    private static @Nullable OverlayMeasuredElements moved(Placed placed, Input input) {
        Room mascot = input.mascot();
        Room tray = placed.elements.tray();
        OverlayElement wanted = input.tray();
        if (mascot == null || tray == null || wanted == null || placed.elements.side() == null) {
            return null;
        }
        Room moved = new Room(
                tray.left() + mascot.left() - placed.mascot.left(),
                tray.top() + mascot.top() - placed.mascot.top(),
                tray.width(),
                tray.height());
        Room area = input.workArea();
        boolean fits = moved.width() == wanted.width()
                && moved.height() == wanted.height()
                && moved.left() >= area.left()
                && moved.top() >= area.top()
                && moved.right() <= area.right()
                && moved.bottom() <= area.bottom();
        return fits ? new OverlayMeasuredElements(mascot, moved, placed.elements.side()) : null;
    }

    private static boolean sameScene(Input one, Input other) {
        return Objects.equals(one.mascot(), other.mascot())
                && Objects.equals(one.tray(), other.tray())
                && one.workArea().equals(other.workArea())
                && one.gap() == other.gap()
                && one.scale() == other.scale();
    }
}
