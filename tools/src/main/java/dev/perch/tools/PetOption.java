package dev.perch.tools;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which pet. */
final class PetOption {
    @Option(
            names = "--pet",
            paramLabel = "PET",
            description = {
                "A folder or a zip with a pet.json, the name of a pet in Codex's folder, or a pet of Perch's own"
                        + " (default: pip)."
            })
    @Nullable
    String word;
}
