package dev.perch.runtime.plugin.guard;

import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.text.VisibleText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of source of others. The sources that it makes run on threads of the host; what they throw is counted here too,
 * and they end once the plugin is off.
 */
record GuardedFactory(GuardedPlugin plugin, String id, String displayName, RuntimeSnapshotSourceFactory own)
        implements RuntimeSnapshotSourceFactory {

    private static final int TOLD_POINTS = 60;

    private record Made(
            @Nullable RuntimeSnapshotSource source,
            @Nullable String refusal) {}

    @Override
    public RuntimeSnapshotSource create(Map<String, Object> options) {
        Made made;
        try {
            made = plugin.ask("its source factory " + id, () -> make(options));
        } catch (PluginFault told) {
            throw new IllegalArgumentException(
                    "--source " + id + ": the plugin " + plugin.name() + " failed; see perch plugin list.", told);
        }
        if (made.source == null) {
            throw new IllegalArgumentException("--source " + id + ": " + made.refusal);
        }
        return made.source;
    }

    private Made make(Map<String, Object> options) {
        try {
            RuntimeSnapshotSource source = own.create(options);
            String kind = source.id();
            return kind.equals(id)
                    ? new Made(new Source(plugin, id, source.displayName(), source), null)
                    : new Made(
                            null,
                            "its source calls itself " + VisibleText.shown(kind, TOLD_POINTS) + "; tell its maker.");
        } catch (IllegalArgumentException refusal) {
            return new Made(null, String.valueOf(refusal.getMessage()));
        }
    }

    private record Source(GuardedPlugin plugin, String id, String displayName, RuntimeSnapshotSource own)
            implements RuntimeSnapshotSource {
        @Override
        public void start(RuntimeSnapshotEmitter emit) throws InterruptedException {
            Thread reader = Thread.currentThread();
            Runnable end = () -> end(reader);
            plugin.whenOff(end);
            try {
                own.start(new Gate(plugin, emit));
            } catch (InterruptedException stopped) {
                throw stopped;
            } catch (RuntimeException | Error fault) {
                plugin.fault("its source " + id, fault);
                throw fault;
            } finally {
                plugin.forget(end);
            }
        }

        /** As its host does it: a stop that hangs holds up nobody. */
        private void end(Thread reader) {
            Thread asking = new Thread(own::stop, "perch-stop-" + id);
            asking.setDaemon(true);
            asking.setUncaughtExceptionHandler((thread, fault) -> {}); // its plugin is off: nothing depends on it
            asking.start();
            reader.interrupt();
        }

        @Override
        public void stop() {
            own.stop();
        }
    }

    /** Shut once the plugin is off. */
    private record Gate(GuardedPlugin plugin, RuntimeSnapshotEmitter out) implements RuntimeSnapshotEmitter {
        @Override
        public void emit(RuntimeSnapshot snapshot) {
            if (plugin.isOn()) {
                out.emit(snapshot);
            }
        }

        @Override
        public void problem(Problem problem) {
            if (plugin.isOn()) {
                out.problem(problem);
            }
        }
    }
}
