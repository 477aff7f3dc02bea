package dev.perch.runtime;

import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.source.SnapshotCheck;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** What registered programs say of themselves, as a source. Safe for threads. */
final class ClientSnapshots implements RuntimeSnapshotSource {
    private static final String ID = "clients";

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable RuntimeSnapshotEmitter emit;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "Registered programs";
    }

    @Override
    public void start(RuntimeSnapshotEmitter pet) throws InterruptedException {
        emit = pet;
        ended.await();
    }

    @Override
    public void stop() {
        ended.countDown();
    }

    /** Takes one. @return why it is refused, or null */
    @Nullable
    String put(RuntimeSnapshot snapshot) {
        Problem refusal = SnapshotCheck.problem(snapshot, "snapshot");
        if (refusal != null) {
            return refusal.sentence();
        }
        RuntimeSnapshotEmitter pet = emit;
        if (pet == null) {
            return "the pet is not ready yet; try again in a moment.";
        }
        pet.emit(snapshot);
        return null;
    }
}
