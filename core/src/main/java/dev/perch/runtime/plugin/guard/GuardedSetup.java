package dev.perch.runtime.plugin.guard;

import dev.perch.api.ActionCatalog;
import dev.perch.api.AnimationResolver;
import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.api.LayoutResolver;
import dev.perch.api.NotificationResolver;
import dev.perch.api.OverlayViewportDefaults;
import dev.perch.api.PetActionDefinition;
import dev.perch.api.PetDiscoverySource;
import dev.perch.api.PetHostApi;
import dev.perch.api.PetPlugin;
import dev.perch.api.PetProvider;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A plugin of others, as one that can be installed: it sets itself up on its own worker, and what it registered is wrapped.
 * Ids, names and words are asked for there and then, once.
 */
public final class GuardedSetup implements PetPlugin {
    private final String id;
    private final String displayName;
    private final List<Consumer<PetHostApi>> registrations;

    private GuardedSetup(String id, String displayName, List<Consumer<PetHostApi>> registrations) {
        this.id = id;
        this.displayName = displayName;
        this.registrations = List.copyOf(registrations);
    }

    /** Makes a plugin; its class's initialiser runs there. */
    @FunctionalInterface
    public interface Maker {
        /** On the plugin's worker. */
        PetPlugin make() throws Exception;
    }

    /**
     * Makes and sets up a plugin. Blocks for its time limit at most.
     *
     * @throws IllegalArgumentException when it could not be set up; it is counted and told
     */
    public static GuardedSetup of(GuardedPlugin guard, Maker maker) {
        try {
            return guard.ask("its setup", () -> {
                PetPlugin plugin = maker.make();
                Collector collector = new Collector(guard);
                plugin.setup(collector);
                collector.open = false;
                return new GuardedSetup(plugin.id(), plugin.displayName(), collector.registrations);
            });
        } catch (PluginFault told) {
            throw new IllegalArgumentException(told.getMessage(), told);
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String displayName() {
        return displayName;
    }

    @Override
    public void setup(PetHostApi host) {
        registrations.forEach(registration -> registration.accept(host));
    }

    /** Wraps what is registered, on the worker. */
    private static final class Collector implements PetHostApi {
        private final GuardedPlugin guard;
        private final List<Consumer<PetHostApi>> registrations = new ArrayList<>();
        private boolean open = true;

        Collector(GuardedPlugin guard) {
            this.guard = guard;
        }

        private void add(Consumer<PetHostApi> registration) {
            if (!open) {
                throw new IllegalStateException("registered after setup returned");
            }
            registrations.add(registration);
        }

        @Override
        public void registerPetProvider(PetProvider provider) {
            PetProvider guarded = new GuardedProvider(guard, provider.id(), provider.displayName(), provider);
            add(host -> host.registerPetProvider(guarded));
        }

        @Override
        public void registerAnimationResolver(AnimationResolver resolver) {
            AnimationResolver guarded = new GuardedAnimation(guard, resolver.id(), resolver);
            add(host -> host.registerAnimationResolver(guarded));
        }

        @Override
        public void registerNotificationResolver(NotificationResolver resolver) {
            NotificationResolver guarded = new GuardedNotification(guard, resolver.id(), resolver, NoAnswer.OF_NOTICES);
            add(host -> host.registerNotificationResolver(guarded));
        }

        @Override
        public void registerLayoutResolver(LayoutResolver resolver) {
            OverlayViewportDefaults defaults = resolver.defaults();
            LayoutResolver guarded = new GuardedLayout(guard, resolver.id(), resolver, defaults, NoAnswer.OF_PLACES);
            add(host -> host.registerLayoutResolver(guarded));
        }

        @Override
        public void registerActionCatalog(ActionCatalog catalog) {
            ActionCatalog guarded = new Words(catalog.id(), List.copyOf(catalog.listActions()));
            add(host -> host.registerActionCatalog(guarded));
        }

        @Override
        public void registerPackageAdapter(CompatiblePetPackageAdapter adapter) {
            CompatiblePetPackageAdapter guarded = new GuardedAdapter(
                    guard,
                    adapter.id(),
                    adapter.displayName(),
                    adapter.formatId(),
                    List.copyOf(adapter.manifestNames()),
                    adapter);
            add(host -> host.registerPackageAdapter(guarded));
        }

        @Override
        public void registerSnapshotSourceFactory(RuntimeSnapshotSourceFactory factory) {
            RuntimeSnapshotSourceFactory guarded =
                    new GuardedFactory(guard, factory.id(), factory.displayName(), factory);
            add(host -> host.registerSnapshotSourceFactory(guarded));
        }

        @Override
        public void registerDiscoverySource(PetDiscoverySource source) {
            PetDiscoverySource guarded = new GuardedDiscovery(
                    guard, source.id(), source.displayName(), List.copyOf(source.folders()), source);
            add(host -> host.registerDiscoverySource(guarded));
        }
    }

    private record Words(String id, List<PetActionDefinition> listActions) implements ActionCatalog {}
}
