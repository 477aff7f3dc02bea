package dev.perch.api;

import dev.perch.model.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
     * yes loads the package; where a plugin's then refuses it, the next that says yes is asked, and if that one reads it,
     * the first has told a lie: a fault of its plugin.
     *
     * @param manifest the JSON object of the package's manifest; for formats without one, a synthetic object with
     *     {@code format} (such as {@code xml}), {@code rootElement} and {@code files}, the relative paths of all files
     */
    boolean detect(Map<String, @Nullable Object> manifest);

    /**
     * The names of the manifest files that {@link #detect} is asked about, in order. None: it is asked only about the
     * synthetic manifest of packages that have no manifest.
     */
    default List<String> manifestNames() {
        return List.of("pet.json", "avatar.json");
    }

    /**
     * Which files {@link #load} needs besides the manifest, by relative path; one that ends in a slash means everything
     * below it, and {@code /} the whole package. What is not named is neither copied nor part of what the package is
     * recognised by; what is named and not there is left out. Beside a picture {@code a.png} its denser versions {@code
     * a@2x.png} and {@code a@3x.png} come along.
     */
    default List<String> files(Map<String, @Nullable Object> manifest) throws IOException {
        return List.of("/");
    }

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
     * @param sizes measures pictures without decoding them
     */
    record Input(
            Path petDir,
            Map<String, @Nullable Object> manifest,
            @Nullable Path manifestPath,
            UnaryOperator<String> resolveFileUrl,
            Sizes sizes) {}

    /** Measures pictures. */
    interface Sizes {
        /** The size of a picture in pixels. @throws IOException when it is missing, damaged or beyond Perch's limits */
        Size of(CompatiblePetPackage.Image image) throws IOException;

        /**
         * The pictures of a GIF, in their order. @throws IOException when it is missing, damaged or beyond Perch's limits
         */
        default List<Shot> pictures(CompatiblePetPackage.Image.Gif gif) throws IOException {
            throw new IOException("cannot be read as an animation");
        }
    }

    /**
     * A picture of an animation.
     *
     * @param crop where it lies on the animation's sheet; all of one animation are of one size
     * @param millis for how long it is shown; 0 for a still
     */
    record Shot(CompatiblePetPackage.Crop crop, int millis) {}

    /** A size in pixels. */
    record Size(int width, int height) {}

    /** Refuses a package, and tells the user more than a clause: where, what, and what to do about it. */
    final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        private final transient Problem problem;

        /** A refusal in the three clauses of {@link Problem#error}; {@code where} is relative to the package. */
        public Refused(String where, String what, String remedy) {
            super(what);
            problem = Problem.error(where, what, remedy);
        }

        /** What to tell the user. */
        public Problem problem() {
            return problem;
        }
    }
}
