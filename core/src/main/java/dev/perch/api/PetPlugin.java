package dev.perch.api;

/**
 * A set of capabilities that is loaded as one. Perch's own come by this door too. A jar names its plugin in
 * {@code META-INF/services/dev.perch.api.PetPlugin}; it is off until the user trusts its SHA-256.
 */
public interface PetPlugin {
    /** A word of {@code [a-z0-9][a-z0-9._-]{0,63}}; a second plugin of the same id is refused by name. */
    String id();

    /** What the user reads. */
    String displayName();

    /**
     * Registers what the plugin offers. Called once, at start, on the plugin's own worker; it may not block for longer
     * than ten seconds. What it throws switches the plugin off, and nothing that it registered stays.
     *
     * @param host to register at; of no use after this call returned
     */
    void setup(PetHostApi host);
}
