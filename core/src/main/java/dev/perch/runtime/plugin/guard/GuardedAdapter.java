package dev.perch.runtime.plugin.guard;

import dev.perch.api.CompatiblePetFormatId;
import dev.perch.api.CompatiblePetPackage;
import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.model.Problem;
import dev.perch.pack.FallibleAdapter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A package adapter of others: one that faults detects nothing, or refuses the package to the next one. */
record GuardedAdapter(
        GuardedPlugin plugin,
        String id,
        String displayName,
        CompatiblePetFormatId formatId,
        List<String> manifestNames,
        CompatiblePetPackageAdapter own)
        implements FallibleAdapter {

    /** What a call came to: an answer, or the adapter's own word that the package is no good. */
    private record Verdict<T>(@Nullable T answer, @Nullable IOException refusal) {
        T orThrow() throws IOException {
            if (answer == null) {
                throw refusal == null ? new IOException("cannot be read") : refusal;
            }
            return answer;
        }
    }

    @Override
    public boolean detect(Map<String, @Nullable Object> manifest) {
        try {
            return plugin.ask("its adapter " + id, () -> own.detect(manifest));
        } catch (PluginFault told) {
            return false;
        }
    }

    @Override
    public List<String> files(Map<String, @Nullable Object> manifest) throws IOException {
        return verdict(() -> List.copyOf(own.files(manifest)));
    }

    @Override
    public CompatiblePetPackage load(Input input) throws IOException {
        return verdict(() -> own.load(input));
    }

    @Override
    public void refusedWhatOpens(Problem refusal) {
        if (!refusal.what().equals(failed())) { // a failure is counted already
            plugin.fault("its adapter " + id, "detected what it then refused and another reads: " + refusal.what());
        }
    }

    private String failed() {
        return "cannot be read, since the plugin " + plugin.name() + " failed";
    }

    private <T> T verdict(Callable<T> call) throws IOException {
        try {
            return plugin.ask("its adapter " + id, () -> honest(call)).orThrow();
        } catch (PluginFault told) {
            throw new IOException(failed(), told);
        }
    }

    /** What it says of the package is no fault of its own. */
    private static <T> Verdict<T> honest(Callable<T> call) throws Exception {
        try {
            return new Verdict<>(call.call(), null);
        } catch (IOException refusal) {
            return new Verdict<>(null, refusal);
        } catch (IllegalArgumentException refusal) {
            return new Verdict<>(null, new IOException(refusal.getMessage(), refusal));
        }
    }
}
