package dev.perch.runtime;

import dev.perch.library.LibraryPet;
import dev.perch.library.Verdict;
import dev.perch.library.VerdictBook;
import dev.perch.model.PackageSource;
import dev.perch.model.Problem;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.PackageReport;
import java.util.List;
import java.util.Optional;

/** Says of a pet whether it can be opened, from the book where it is known, else by an import. Blocks. */
public final class PetInspector {
    private final PackageLoader loader;
    private final VerdictBook book;
    private final int cellWidth;

    /** @param cellWidth how wide pets are shown, so that the import need not be done again */
    public PetInspector(PackageLoader loader, VerdictBook book, int cellWidth) {
        this.loader = loader;
        this.book = book;
        this.cellWidth = cellWidth;
    }

    /** What the book says of a pet as it is now. */
    public Optional<Verdict> known(LibraryPet pet) {
        return book.find(pet.source());
    }

    /** Imports a pet and notes the verdict, unless this thread is interrupted meanwhile. */
    public Verdict inspect(LibraryPet pet) {
        String mark = book.mark(pet.source());
        Verdict verdict = verdict(pet, loader.load(pet.source(), cellWidth));
        if (!Thread.currentThread().isInterrupted()) {
            book.note(pet.source(), mark, verdict);
        }
        return verdict;
    }

    /** What stops a package from being shown. */
    public Optional<Problem> refusal(PackageSource source) {
        PackageReport report = loader.load(source, cellWidth);
        return report instanceof PackageReport.Opened
                ? Optional.empty()
                : Optional.of(report.problems().get(0));
    }

    private static Verdict verdict(LibraryPet pet, PackageReport report) {
        List<String> sentences =
                report.problems().stream().map(Problem::sentence).toList();
        return report instanceof PackageReport.Opened opened
                ? new Verdict(true, opened.pet().displayName(), opened.pet().description(), sentences)
                : new Verdict(false, pet.displayName(), "", sentences);
    }
}
