package dev.perch.pack;

import dev.perch.model.PackageSource;
import dev.perch.pack.format.PetFormats;
import java.nio.file.Files;
import java.nio.file.Path;

/** A second Perch for tests: loads a folder once it may; exit code 0 when it opened. */
final class ImportProgram {
    private ImportProgram() {}

    /**
     * Loads, and exits.
     *
     * @param args store, folder, and a file whose presence is the start signal
     */
    public static void main(String[] args) throws Exception {
        PackageLoader loader =
                new PackageLoader(Path.of(args[0]), Decoders.real(), PackageLimits.standard(), PetFormats.all());
        while (Files.notExists(Path.of(args[2]))) {
            Thread.onSpinWait();
        }
        PackageReport report = loader.load(PackageSource.of(Path.of(args[1])), 0);
        System.exit(report instanceof PackageReport.Opened ? 0 : 1);
    }
}
