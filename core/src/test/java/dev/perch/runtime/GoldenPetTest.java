package dev.perch.runtime;

import dev.perch.ecs.Stage;
import dev.perch.model.MotionChoice;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.ThemeChoice;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.PackageReport;
import dev.perch.pack.format.PetFormats;
import dev.perch.source.SnapshotTimeline;
import dev.perch.testkit.GoldenFrames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole pictures, from a bundled package and a snapshot to pixels, as the CPU draws them. */
final class GoldenPetTest {
    private static final GoldenFrames GOLDEN = GoldenFrames.ofModule();

    @TempDir
    private static Path store;

    private static PackageLoader loader;

    @BeforeAll
    static void openLoader() throws IOException {
        PackageLimits limits = PackageLimits.standard();
        loader = new PackageLoader(
                store,
                DecodeProcess.ofThisJvm(Path.of(System.getProperty("perch.decode")), limits),
                limits,
                PetFormats.all());
    }

    @Test
    void pipWaitsForYou() throws IOException {
        check("pip-waiting", "pip", PetAnimationState.WAITING, "May I run the tests?", 300, false);
    }

    @Test
    void axoHasFailedInTheDark() throws IOException {
        check("axo-failed-dark", "axo", PetAnimationState.FAILED, "One test is red", 430, true);
    }

    @Test
    void aStateThatNobodyConfirmedIsGrey() throws IOException {
        check("pip-stale", "pip", PetAnimationState.RUNNING, "Running the tests", 200_000, false);
    }

    @Test
    void anIdlePetSaysNothing() throws IOException {
        check("axo-idle", "axo", PetAnimationState.IDLE, "nothing to say", 0, false);
    }

    private static void check(
            String name, String pet, PetAnimationState state, String title, long atMillis, boolean dark)
            throws IOException {
        RuntimeConfig config = RuntimeConfig.DEFAULT
                .withReducedMotion(MotionChoice.OFF)
                .withTheme(dark ? ThemeChoice.DARK : ThemeChoice.LIGHT);
        RuntimeSnapshot told = new RuntimeSnapshot(state, title, "Eight of them, three seconds.", Map.of());
        SnapshotTimeline timeline = new SnapshotTimeline(
                List.of(new SnapshotTimeline.Entry(0, new SourceId("test"), SessionId.MAIN, told)));
        try (HeadlessPet headless = new HeadlessPet(config, Stage.of(112, 1), open(pet), UiFonts.bundled(), timeline)) {
            headless.advanceTo(atMillis);
            GOLDEN.check("pets/" + name, headless.picture());
        }
    }

    private static LoadedPet open(String pet) throws IOException {
        PackageReport report = BundledPets.all().stream()
                .filter(source -> source.id().equals(pet))
                .map(source -> loader.load(source, 112))
                .findFirst()
                .orElseThrow();
        return LoadedPet.read(((PackageReport.Opened) report).pet());
    }
}
