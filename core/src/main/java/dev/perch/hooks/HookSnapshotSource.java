package dev.perch.hooks;

import dev.perch.api.Clock;
import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import dev.perch.files.DirectoryWatch;
import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Snapshots from the hooks of other agents ({@code hooks}): what {@code perch hook} left in the spool folder. */
public final class HookSnapshotSource implements RuntimeSnapshotSource {
    /** The kind of this source. */
    public static final String ID = "hooks";

    private static final long POLL_NANOS = Duration.ofSeconds(1).toNanos();

    private final HookSpool spool;
    private final Clock clock;
    private final HookSessions sessions = new HookSessions();

    /** @param folder where hook programs leave events */
    public HookSnapshotSource(Path folder, Clock clock) {
        this.spool = new HookSpool(folder);
        this.clock = clock;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "hooks of other agents";
    }

    @Override
    public void start(RuntimeSnapshotEmitter emit) throws InterruptedException {
        Object turn = new Object();
        Runnable look = () -> {
            synchronized (turn) {
                takeAll(emit);
            }
        };
        try {
            if (!spool.open(ProcessHandle.current().pid())) {
                emit.problem(Problem.warning(ID, "another Perch takes them already", "quit that one: perch quit"));
                return;
            }
        } catch (IOException e) {
            emit.problem(unusable(e));
            return;
        }
        try (DirectoryWatch watch = DirectoryWatch.ofFolder(spool.folder(), look)) {
            while (true) {
                watch.ensure();
                look.run();
                clock.awaitNanos(clock.nanos() + POLL_NANOS);
            }
        } finally {
            close(emit);
        }
    }

    private void takeAll(RuntimeSnapshotEmitter emit) {
        try {
            spool.take().forEach(left -> take(left, emit));
        } catch (IOException e) {
            emit.problem(unusable(e));
        }
    }

    private void take(HookSpool.Left left, RuntimeSnapshotEmitter emit) {
        HookAgent agent = HookAgent.of(left.agent());
        if (agent == null) {
            emit.problem(Problem.warning(
                    "hook", "an event came from an agent that Perch does not know", "see perch hooks --help"));
            return;
        }
        HookEventReader.Reading reading = HookEventReader.read(agent, left.bytes());
        if (reading.problem() != null) {
            emit.problem(reading.problem());
        }
        RuntimeSnapshot snapshot = reading.event() == null ? null : sessions.tell(reading.event());
        if (snapshot != null) {
            emit.emit(snapshot);
        }
    }

    private void close(RuntimeSnapshotEmitter emit) {
        try {
            spool.close();
        } catch (IOException e) {
            emit.problem(unusable(e));
        }
    }

    private Problem unusable(IOException e) {
        return Problem.warning(
                spool.folder().toString(),
                "cannot be used for hooks (" + e.getClass().getSimpleName() + ")",
                "check the disk and the permissions");
    }

    /** Makes the source of one folder. */
    public record Factory(Path folder, Clock clock) implements RuntimeSnapshotSourceFactory {
        @Override
        public String id() {
            return ID;
        }

        @Override
        public String displayName() {
            return "events that the hooks of other agents hand over";
        }

        @Override
        public RuntimeSnapshotSource create(Map<String, Object> options) {
            return new HookSnapshotSource(folder, clock);
        }
    }
}
