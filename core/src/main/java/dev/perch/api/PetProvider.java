package dev.perch.api;

import java.util.List;

/** Gives pets to choose from. */
public interface PetProvider {
    /** A word. */
    String id();

    /** Where its pets are said to come from; its id unless it says otherwise. */
    default String displayName() {
        return id();
    }

    /**
     * The pets that it has now. Called on the plugin's worker whenever a list of pets is wanted; may read files. What it
     * throws counts as a fault, and its former answer stands.
     */
    List<PetDefinition> listPets();
}
