package dev.perch.api;

import java.util.List;

/** Somewhere that the user keeps pets. */
public interface PetDiscoverySource {
    /** A word. */
    String id();

    /** What the user reads. */
    String displayName();

    /**
     * The packages that lie there now, whether they can be opened or not. Called on the plugin's worker whenever a list of
     * pets is wanted; may read files. What it throws counts as a fault, and its former answer stands.
     */
    List<DiscoveredPet> listPets();
}
