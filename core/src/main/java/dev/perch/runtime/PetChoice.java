package dev.perch.runtime;

import dev.perch.model.PackageSource;
import dev.perch.model.Problem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the package that the user names: a path, a pet that comes with Perch, or one that Codex has. */
public final class PetChoice {
    private final List<PackageSource> bundled;
    private final Path codexPets;

    /** @param codexPets the folder of Codex's own pets */
    public PetChoice(List<PackageSource> bundled, Path codexPets) {
        this.bundled = List.copyOf(bundled);
        this.codexPets = codexPets;
    }

    /** The pet when nobody chose one. */
    public PackageSource byDefault() {
        return bundled.get(0);
    }

    /**
     * The package behind a word: a folder or zip if there is one, else a bundled pet, else one of Codex's.
     *
     * @throws ProblemException when there is no such pet, with what can be chosen
     */
    public PackageSource find(String word) throws ProblemException {
        try {
            Path path = Path.of(word);
            if (!word.isBlank() && Files.exists(path)) {
                return PackageSource.of(path);
            }
            for (PackageSource pet : bundled) {
                if (pet.id().equals(word)) {
                    return pet;
                }
            }
            Path codexPet = codexPets.resolve(word);
            if (codexPets.equals(codexPet.getParent()) && Files.isDirectory(codexPet)) {
                return PackageSource.of(codexPet);
            }
        } catch (InvalidPathException e) {
            // No path, so no pet: said below.
        }
        String names = bundled.stream().map(PackageSource::id).collect(Collectors.joining(", "));
        throw new ProblemException(Problem.error(
                word.isBlank() ? "pet" : word,
                "there is no such pet",
                "name a folder or zip with a pet.json, a pet of " + codexPets + ", or one of: " + names));
    }
}
