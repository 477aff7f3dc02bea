package dev.perch.api;

/**
 * Where a plugin registers what it offers, in its {@link PetPlugin#setup}. Each call adds one; the order of calls is the
 * order in which a plugin's own are asked. Across plugins the user's {@code pluginOrder} comes first, then the other
 * plugins by id, then Perch's own.
 *
 * <p>To be called on the thread of {@code setup}; each method throws {@link IllegalStateException} after that returned. Of a
 * jar's plugin each method asks there and then, once, for what does not change: ids, names, formats, names of manifests,
 * default sizes and the words of a catalog; what these throw comes out of the method. A plugin of which an id is no word, or was
 * registered before by any plugin for a thing of that kind, is refused as a whole, by name: a jar's once its {@code setup}
 * has returned, others by an {@link IllegalArgumentException} of the method.
 */
public interface PetHostApi {
    /** Adds a list of pets. */
    void registerPetProvider(PetProvider provider);

    /** Adds a choice of frames. */
    void registerAnimationResolver(AnimationResolver resolver);

    /** Adds a choice of what is told. */
    void registerNotificationResolver(NotificationResolver resolver);

    /** Adds a choice of where things stand. */
    void registerLayoutResolver(LayoutResolver resolver);

    /** Adds words that a pet can act out. */
    void registerActionCatalog(ActionCatalog catalog);

    /** Adds a package format. */
    void registerPackageAdapter(CompatiblePetPackageAdapter adapter);

    /** Adds a kind of snapshot source. */
    void registerSnapshotSourceFactory(RuntimeSnapshotSourceFactory factory);

    /** Adds a place where pets are found. */
    void registerDiscoverySource(PetDiscoverySource source);
}
