package dev.perch.runtime;

import dev.perch.library.LibraryPet;
import dev.perch.library.PetLibrary;
import dev.perch.model.PackageSource;
import dev.perch.model.Problem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the package that the user names: a path, or a pet of the library. */
public final class PetChoice {
    private static final int MOST_NAMES = 12;

    private final PetLibrary library;

    /** A choice among the pets of that library. */
    public PetChoice(PetLibrary library) {
        this.library = library;
    }

    /** The pet when nobody chose one. */
    public PackageSource byDefault() {
        return library.list().get(0).source();
    }

    /**
     * The package behind a word: a folder or zip if there is one, else the pet of that name.
     *
     * @throws ProblemException when there is no such pet, with what can be chosen
     */
    public PackageSource find(String word) throws ProblemException {
        try {
            Path path = Path.of(word);
            if (!word.isBlank() && Files.exists(path)) {
                return PackageSource.of(path);
            }
        } catch (InvalidPathException e) {
            // No path, so maybe a name.
        }
        Optional<LibraryPet> pet = library.find(word);
        if (pet.isPresent()) {
            return pet.get().source();
        }
        throw new ProblemException(Problem.error(
                word.isBlank() ? "pet" : word,
                "there is no such pet",
                "name a folder or zip with a pet.json, or one of: " + names(library.list())));
    }

    private static String names(List<LibraryPet> pets) {
        String few = pets.stream().limit(MOST_NAMES).map(LibraryPet::name).collect(Collectors.joining(", "));
        return pets.size() <= MOST_NAMES ? few : few + " and more, see perch pets list";
    }
}
