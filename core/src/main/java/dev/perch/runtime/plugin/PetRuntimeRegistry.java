package dev.perch.runtime.plugin;

import dev.perch.api.ActionCatalog;
import dev.perch.api.AnimationResolver;
import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.api.LayoutResolver;
import dev.perch.api.NotificationResolver;
import dev.perch.api.PetDiscoverySource;
import dev.perch.api.PetHostApi;
import dev.perch.api.PetPlugin;
import dev.perch.api.PetProvider;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * All that plugins registered, in the order in which it is asked: plugins in the order of their installing or as {@link
 * #order} says, each one's own in the order of its calls. Filled at start, on one thread; only read after that.
 */
public final class PetRuntimeRegistry implements PetHostApi {
    private final List<String> plugins = new ArrayList<>();
    private final Registrations<PetProvider> petProviders = new Registrations<>("pet provider", PetProvider::id);
    private final Registrations<AnimationResolver> animationResolvers =
            new Registrations<>("animation resolver", AnimationResolver::id);
    private final Registrations<NotificationResolver> notificationResolvers =
            new Registrations<>("notification resolver", NotificationResolver::id);
    private final Registrations<LayoutResolver> layoutResolvers =
            new Registrations<>("layout resolver", LayoutResolver::id);
    private final Registrations<ActionCatalog> actionCatalogs =
            new Registrations<>("action catalog", ActionCatalog::id);
    private final Registrations<CompatiblePetPackageAdapter> packageAdapters =
            new Registrations<>("package adapter", CompatiblePetPackageAdapter::id);
    private final Registrations<RuntimeSnapshotSourceFactory> sourceFactories =
            new Registrations<>("snapshot source factory", RuntimeSnapshotSourceFactory::id);
    private final Registrations<PetDiscoverySource> discoverySources =
            new Registrations<>("discovery source", PetDiscoverySource::id);
    private final List<Registrations<?>> all = List.of(
            petProviders,
            animationResolvers,
            notificationResolvers,
            layoutResolvers,
            actionCatalogs,
            packageAdapters,
            sourceFactories,
            discoverySources);

    /**
     * Sets a plugin up. When it throws, nothing that it registered stays.
     *
     * @throws IllegalArgumentException when a plugin of that id is there, or it registered an id that is
     */
    public void install(PetPlugin plugin) {
        String id = plugin.id();
        if (plugins.contains(id)) {
            throw new IllegalArgumentException("a plugin " + id + " is installed already");
        }
        boolean installed = false;
        all.forEach(list -> list.open(id));
        try {
            plugin.setup(this);
            installed = true;
        } finally {
            boolean keep = installed;
            all.forEach(list -> list.close(keep));
        }
        plugins.add(id);
    }

    /**
     * Has plugins asked in another order than that of their installing.
     *
     * @param ids of all of them, first to last
     */
    public void order(List<String> ids) {
        all.forEach(list -> list.order(ids));
    }

    /** The ids of all plugins, in the order of their installing. */
    public List<String> plugins() {
        return List.copyOf(plugins);
    }

    @Override
    public void registerPetProvider(PetProvider provider) {
        petProviders.add(provider);
    }

    @Override
    public void registerAnimationResolver(AnimationResolver resolver) {
        animationResolvers.add(resolver);
    }

    @Override
    public void registerNotificationResolver(NotificationResolver resolver) {
        notificationResolvers.add(resolver);
    }

    @Override
    public void registerLayoutResolver(LayoutResolver resolver) {
        layoutResolvers.add(resolver);
    }

    @Override
    public void registerActionCatalog(ActionCatalog catalog) {
        actionCatalogs.add(catalog);
    }

    @Override
    public void registerPackageAdapter(CompatiblePetPackageAdapter adapter) {
        packageAdapters.add(adapter);
    }

    @Override
    public void registerSnapshotSourceFactory(RuntimeSnapshotSourceFactory factory) {
        sourceFactories.add(factory);
    }

    @Override
    public void registerDiscoverySource(PetDiscoverySource source) {
        discoverySources.add(source);
    }

    /** Lists of pets. */
    public List<Registration<PetProvider>> petProviders() {
        return petProviders.list();
    }

    /** Choices of frames. */
    public List<Registration<AnimationResolver>> animationResolvers() {
        return animationResolvers.list();
    }

    /** Choices of what is told. */
    public List<Registration<NotificationResolver>> notificationResolvers() {
        return notificationResolvers.list();
    }

    /** Choices of where things stand. */
    public List<Registration<LayoutResolver>> layoutResolvers() {
        return layoutResolvers.list();
    }

    /** Words that a pet can act out. */
    public List<Registration<ActionCatalog>> actionCatalogs() {
        return actionCatalogs.list();
    }

    /** Package formats. */
    public List<Registration<CompatiblePetPackageAdapter>> packageAdapters() {
        return packageAdapters.list();
    }

    /** Kinds of snapshot sources. */
    public List<Registration<RuntimeSnapshotSourceFactory>> snapshotSourceFactories() {
        return sourceFactories.list();
    }

    /** Places where pets are found. */
    public List<Registration<PetDiscoverySource>> discoverySources() {
        return discoverySources.list();
    }
}
