package dev.perch.runtime;

import dev.perch.api.OverlayNotification;
import dev.perch.bridge.CodexSource;
import dev.perch.model.ActionSpec.OpenThread.Which;
import dev.perch.model.SessionProjection;
import dev.perch.model.StatusSign;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds Codex threads among the sessions that the pet tells of; it begins none. An idle one that says nothing is not found. */
final class ToldThreads implements ThreadDoor {
    private final Supplier<List<OverlayNotification>> told;

    /** @param told what is told now, the most urgent first; asked on any thread */
    ToldThreads(Supplier<List<OverlayNotification>> told) {
        this.told = told;
    }

    @Override
    public Optional<String> find(Which which) {
        Stream<OverlayNotification> threads =
                told.get().stream().filter(one -> one.session().source().id().equals(CodexSource.ID));
        Optional<OverlayNotification> found = switch (which) {
            case CURRENT -> threads.findFirst();
            case WAITING ->
                threads.filter(one -> one.text().sign() == StatusSign.NEEDS_INPUT)
                        .findFirst();
            case CHOSEN, NEW -> Optional.<OverlayNotification>empty();
            case LATEST ->
                threads.max(Comparator.comparingLong(one -> one.session().heardNanos()));
        };
        return found.map(OverlayNotification::session)
                .map(SessionProjection::session)
                .map(id -> id.id());
    }
}
