package dev.perch.api;

import java.util.List;

/** Declares words that a session may say and a pet may act out. */
public interface ActionCatalog {
    /** A word. */
    String id();

    /**
     * All its words. Called once, on the plugin's worker: while it registers. What it throws fails its {@link PetPlugin#setup}. A
     * word that an earlier catalog declared keeps its first
     * declaration; a chain of fallbacks that comes back to itself is refused, and so is one that ends at an unknown word.
     */
    List<PetActionDefinition> listActions();
}
