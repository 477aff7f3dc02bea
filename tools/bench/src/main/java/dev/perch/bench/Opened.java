package dev.perch.bench;

import dev.perch.ecs.Step;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
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

/** The bundled pet, opened as the companion opens it, and snapshots for it. */
final class Opened {
    static final int CELL_WIDTH = 112;

    /** The folder of the packages that a fork of JMH opens. */
    static final String STORE = "perch.bench.store";

    private Opened() {}

    static LoadedPet pip() {
        return opened(Path.of(System.getProperty(STORE)));
    }

    private static LoadedPet opened(Path store) {
        try {
            Path codecs = Path.of(System.getProperty("perch.dist"), "decode");
            PackageLimits limits = PackageLimits.standard();
            PackageLoader loader =
                    new PackageLoader(store, DecodeProcess.ofThisJvm(codecs, limits), limits, PetFormats.all());
            PackageReport report = loader.load(new PetChoice(BundledPets.library()).find("pip"), CELL_WIDTH);
            if (report instanceof PackageReport.Opened pet) {
                return LoadedPet.read(pet.pet());
            }
            throw new IllegalStateException(report.problems().get(0).sentence());
        } catch (IOException | ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    static StampedSnapshot snapshot(int session, long sequence, PetAnimationState state) {
        RuntimeSnapshot told = RuntimeSnapshot.of(state, "busy");
        return new StampedSnapshot(
                new SourceId("bench"),
                SourceRank.CONFIGURED,
                session == 0 ? SessionId.MAIN : new SessionId("s" + session),
                sequence,
                sequence,
                told.ttlNanos(),
                told);
    }

    static void nothing(Step step) {}
}
