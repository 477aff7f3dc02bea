package dev.perch.api;

import java.nio.file.Path;
import java.util.List;

/** Somewhere that the user keeps pets. */
public interface PetDiscoverySource {
    /** A word. */
    String id();

    /** What the user reads. */
    String displayName();

    /**
     * The folders in which these packages lie: when something in them changes while a pet is on show, what is new is imported
     * behind it. Asked once. None: such changes are found with the next start.
     */
    default List<Path> folders() {
        return List.of();
    }

    /**
     * The packages that lie there now, whether they can be opened or not. Called on the plugin's worker whenever a list of
     * pets is wanted; may read files. What it throws counts as a fault, and its former answer stands.
     */
    List<DiscoveredPet> listPets();
}
