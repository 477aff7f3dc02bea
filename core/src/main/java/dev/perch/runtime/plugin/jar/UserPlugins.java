package dev.perch.runtime.plugin.jar;

import dev.perch.api.PetPlugin;
import dev.perch.files.AtomicFile;
import dev.perch.model.Problem;
import dev.perch.runtime.plugin.PetRuntimeRegistry;
import dev.perch.runtime.plugin.guard.GuardLimits;
import dev.perch.runtime.plugin.guard.GuardedPlugin;
import dev.perch.runtime.plugin.guard.GuardedSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/**
 * The plugins that the user has as jars. None is loaded before the user trusts its hash; a jar that changes is off again.
 * For one thread at a time, except where it says otherwise.
 */
public final class UserPlugins implements AutoCloseable {
    private final Path folder;
    private final List<Path> more;
    private final Path copies;
    private final PluginTrust trust;
    private final GuardLimits limits;
    private final Consumer<Problem> notes;
    private final List<GuardedPlugin> running = new ArrayList<>();

    /**
     * The plugins of one user; nothing is read yet.
     *
     * @param folder where jars lie; never written to
     * @param more jars that lie elsewhere
     * @param copies where those that are loaded are copied to, so that nobody can change them meanwhile
     * @param notes told of each fault, on any thread
     */
    public UserPlugins(
            Path folder, List<Path> more, Path copies, PluginTrust trust, GuardLimits limits, Consumer<Problem> notes) {
        this.folder = folder;
        this.more = List.copyOf(more);
        this.copies = copies;
        this.trust = trust;
        this.limits = limits;
        this.notes = notes;
    }

    /** Where jars lie. */
    public Path folder() {
        return folder;
    }

    /** Every jar with how it is. Reads them all. */
    public List<PluginState> states() {
        List<PluginState> states = new ArrayList<>();
        for (Path file : PluginJar.candidates(folder, more)) {
            states.add(state(file));
        }
        return states;
    }

    private PluginState state(Path file) {
        try {
            PluginJar jar = PluginJar.of(file);
            String off = trust.off(jar.sha256());
            if (!trust.trusts(jar.sha256())) {
                return new PluginState(jar, PluginState.Phase.NOT_TRUSTED, null);
            }
            return new PluginState(jar, off == null ? PluginState.Phase.TRUSTED : PluginState.Phase.OFF, off);
        } catch (IOException unread) {
            return new PluginState(
                    new PluginJar(file, ""), PluginState.Phase.UNREADABLE, String.valueOf(unread.getMessage()));
        }
    }

    /**
     * Installs every trusted jar behind what is installed already, and has them asked before it.
     *
     * @param order ids of plugins to be asked first; the others follow by id
     */
    public void installInto(PetRuntimeRegistry registry, List<String> order) {
        List<String> builtIn = registry.plugins();
        for (PluginState state : states()) {
            if (state.phase() == PluginState.Phase.TRUSTED) {
                install(state.jar(), registry);
            } else if (state.phase() == PluginState.Phase.OFF) {
                notes.accept(Problem.warning(
                        "plugin " + state.jar().name(),
                        String.valueOf(state.why()),
                        "perch plugin trust switches it on again"));
            }
        }
        List<String> ids = new ArrayList<>(order);
        ids.retainAll(registry.plugins());
        ids.removeAll(builtIn);
        registry.plugins().stream()
                .filter(id -> !ids.contains(id) && !builtIn.contains(id))
                .sorted()
                .forEach(ids::add);
        ids.addAll(builtIn);
        registry.order(ids);
    }

    private void install(PluginJar jar, PetRuntimeRegistry registry) {
        GuardedPlugin guard = new GuardedPlugin(jar.name(), limits, notes);
        guard.onOff(reason -> turnedOff(jar, reason.what()));
        try {
            Path copy = copies.resolve(jar.sha256() + ".jar");
            Files.createDirectories(copies);
            new AtomicFile(copy).write(jar.bytes());
            registry.install(GuardedSetup.of(guard, () -> pluginOf(copy)));
            running.add(guard);
        } catch (IOException | IllegalArgumentException refused) {
            guard.close();
            guard.faults().stream().findFirst().ifPresent(fault -> turnedOff(jar, "is off: " + fault.what()));
            notes.accept(Problem.error(
                    "plugin " + jar.name(),
                    "is not loaded: " + refused.getMessage(),
                    "tell its maker, or remove it with perch plugin remove"));
        }
    }

    private static PetPlugin pluginOf(Path copy) throws IOException {
        Iterator<PetPlugin> plugins =
                ServiceLoader.load(PetPlugin.class, new PluginClassLoader(copy)).iterator();
        if (!plugins.hasNext()) {
            throw new IllegalArgumentException("META-INF/services/" + PetPlugin.class.getName() + " names no plugin");
        }
        return plugins.next();
    }

    private void turnedOff(PluginJar jar, String reason) {
        try {
            trust.turnOff(jar.sha256(), reason);
        } catch (IOException unwritten) {
            notes.accept(Problem.warning(
                    "plugin " + jar.name(), "is off, but only until the next start", "make room on the disk"));
        }
    }

    /** Those that are loaded. */
    public List<GuardedPlugin> running() {
        return List.copyOf(running);
    }

    /** Calls {@code listener} whenever a resolver may answer otherwise than before, on any thread. */
    public void onAnswer(Runnable listener) {
        running.forEach(plugin -> plugin.onAnswer(listener));
    }

    /** Asks none of them any more. */
    @Override
    public void close() {
        running.forEach(GuardedPlugin::close);
    }
}
