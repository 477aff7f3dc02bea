package dev.perch.testkit;

import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.PackageReport;
import dev.perch.pack.format.PetFormats;
import dev.perch.runtime.BundledPets;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.PetChoice;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.nio.file.Path;

/** The pets that come with Perch, opened as the program opens them. */
public final class OpenPets {
    private OpenPets() {}

    /**
     * Opens a bundled pet.
     *
     * @param store where sealed pets are kept
     * @param cellWidth how wide a cell is to be drawn
     */
    public static LoadedPet open(String name, Path store, int cellWidth) throws ProblemException, IOException {
        DecodeProcess decoder =
                DecodeProcess.ofThisJvm(Path.of(System.getProperty("perch.decode")), PackageLimits.standard());
        PackageReport report = new PackageLoader(store, decoder, PackageLimits.standard(), PetFormats.all())
                .load(new PetChoice(BundledPets.library()).find(name), cellWidth);
        if (report instanceof PackageReport.Opened opened) {
            return LoadedPet.read(opened.pet());
        }
        throw new ProblemException(report.problems().get(0));
    }
}
