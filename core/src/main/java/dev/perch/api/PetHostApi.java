package dev.perch.api;

/**
 * Where a plugin registers what it offers, in its {@link PetPlugin#setup}. Each call adds one; the order of calls is the
 * order in which a plugin's own are asked. Across plugins the user's {@code pluginOrder} comes first, then the other
 * plugins by id, then Perch's own.
 *
 * <p>Each method throws {@link IllegalArgumentException} when the id is no word or was registered before by any plugin,
 * and {@link IllegalStateException} after {@code setup} returned.
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
