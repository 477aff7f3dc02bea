package dev.perch.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads a package format. It is given a private copy of the package, says which image files hold which frames, and never
 * decodes one: Perch does that, in a process of its own.
 *
 * <p>Called on the plugin's worker, once an import; each call may take ten seconds. What it throws refuses the package:
 * the message of an {@link IOException} or {@link IllegalArgumentException} is shown to the user as the reason, anything
 * else also counts as a fault of the plugin.
 */
public interface CompatiblePetPackageAdapter {
    /** A word. */
    String id();

    /** What the user reads. */
    String displayName();

    /** The format that it reads. */
    CompatiblePetFormatId formatId();

    /**
     * Whether it can handle a package with that manifest. Only the manifest may be looked at. The first adapter that says
     * yes loads the package.
     *
     * @param manifest the JSON object of the package's manifest; for formats without one, a synthetic object with
     *     {@code format} (such as {@code xml}), {@code rootElement} and {@code files}, the relative paths of all files
     */
    boolean detect(Map<String, @Nullable Object> manifest);

    /**
     * Reads the package.
     *
     * @throws IOException when it cannot, with a clause for the user such as "names a sheet that is not there"
     */
    CompatiblePetPackage load(Input input) throws IOException;

    /**
     * What an adapter is given.
     *
     * @param petDir a private copy of the package's data files, links resolved or left out; gone after the call
     * @param manifest as {@link #detect} saw it
     * @param manifestPath the manifest's file in {@code petDir}, or null for a synthetic one
     * @param resolveFileUrl turns a relative path of the package into the URL of its copy; it refuses what leads outside
     *     with an {@link IllegalArgumentException}
     */
    record Input(
            Path petDir,
            Map<String, @Nullable Object> manifest,
            @Nullable Path manifestPath,
            UnaryOperator<String> resolveFileUrl) {}
}
