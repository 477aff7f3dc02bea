package dev.perch.runtime;

import dev.perch.ecs.Arrivals;
import dev.perch.ecs.Step;
import dev.perch.model.StampedSnapshot;
import java.util.function.Consumer;

/** Moves an inbox into steps; its consumers are made once, so that a drain allocates nothing. Render thread. */
final class InboxArrivals implements Arrivals {
    private final Inbox<Event> inbox;
    private final Consumer<StampedSnapshot> snapshots = this::add;
    private final Consumer<Event> events = this::add;
    private Step into = new Step();

    InboxArrivals(Inbox<Event> inbox) {
        this.inbox = inbox;
    }

    @Override
    public void drainTo(Step step) {
        into = step;
        inbox.drain(snapshots, events);
    }

    private void add(StampedSnapshot snapshot) {
        into.snapshots.add(snapshot);
    }

    private void add(Event event) {
        event.addTo(into);
    }
}
