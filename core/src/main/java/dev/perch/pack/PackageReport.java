package dev.perch.pack;

import dev.perch.model.PetPackage;
import dev.perch.model.Problem;
import java.util.List;

/** The verdict on a package. */
public sealed interface PackageReport {
    /** All that is to be said about it: warnings of an opened one, errors of a refused one. */
    List<Problem> problems();

    /**
     * It can be shown.
     *
     * @param pet sealed on disk
     * @param sheet what it was cut from
     */
    record Opened(PetPackage pet, SheetFacts sheet) implements PackageReport {
        @Override
        public List<Problem> problems() {
            return pet.warnings();
        }
    }

    /**
     * It cannot be shown.
     *
     * @param problems at least one, each an error
     */
    record Refused(List<Problem> problems) implements PackageReport {
        /** @throws IllegalArgumentException when no reason is given */
        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("refused for no reason");
            }
        }
    }
}
