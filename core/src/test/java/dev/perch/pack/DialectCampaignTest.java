package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.CompatiblePetPackage;
import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.files.Folders;
import dev.perch.model.PackageSource;
import dev.perch.model.Problem;
import dev.perch.pack.format.PetFormats;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spoilt manifests of every format, through all of an import before the decoder: read or refused, and soon. */
@Tag("long")
class DialectCampaignTest {
    private static final PackageLimits LIMITS = PackageLimits.standard();
    private static final int MANIFESTS = 100_000;

    private final Map<String, Integer> verdicts = new TreeMap<>();

    @TempDir
    Path temp;

    @Test
    void aHundredThousandSpoiltManifestsAreReadOrRefused() throws Exception {
        List<Dialects.Good> good = Dialects.good();
        Map<String, Path> folders = new HashMap<>();
        for (Dialects.Good pet : good) {
            folders.put(pet.name(), temp.resolve(pet.name()));
            pet.files().folder(temp.resolve(pet.name()));
        }
        TextMutator mutator = new TextMutator(20_261_123);
        long worst = 0;
        String slowest = "";
        for (int i = 0; i < MANIFESTS; i++) {
            Dialects.Good pet = good.get(i % good.size());
            List<String> texts = pet.files().files.keySet().stream()
                    .filter(name -> name.endsWith(".json") || name.endsWith(".xml"))
                    .toList();
            String name = texts.get(mutator.next(texts.size()));
            Path file = folders.get(pet.name()).resolve(name);
            byte[] before = pet.files().files.get(name);
            Files.write(file, mutator.spoil(before));
            long start = cpuNanos();
            read(pet.name(), folders.get(pet.name()));
            long took = cpuNanos() - start;
            if (took > worst) {
                worst = took;
                slowest = pet.name();
            }
            Files.write(file, before);
        }
        System.err.printf(
                "%d spoilt manifests: %s, slowest %s %d ms%n", MANIFESTS, verdicts, slowest, worst / 1_000_000);
        assertEquals(
                MANIFESTS,
                verdicts.values().stream().mapToInt(Integer::intValue).sum());
        assertTrue(worst < 2_000_000_000L, slowest + " took " + worst / 1_000_000 + " ms");
    }

    private void read(String name, Path folder) throws IOException {
        Path copy = temp.resolve("copy");
        try {
            Files.createDirectory(copy);
            List<CompatiblePetPackageAdapter> adapters = PetFormats.all();
            Set<String> manifests = adapters.stream()
                    .flatMap(adapter -> adapter.manifestNames().stream())
                    .collect(Collectors.toSet());
            PackageBytes bytes;
            try (SourceFiles files = SourceFiles.of(new PackageSource.Folder(folder), temp, manifests, LIMITS)) {
                bytes = new PackageReader(adapters, LIMITS, files).read(new PackageReader.Choice());
            }
            told(bytes.warnings());
            told(bytes.block().warnings());
            PictureChecks checks = new PictureChecks(bytes, LIMITS);
            CompatiblePetPackage pet = new Adapting(bytes, checks).load(copy);
            told(pet.warnings());
            FrameLimits.check(pet, Artwork.of(pet, checks, 0, LIMITS), LIMITS);
            verdicts.merge(name + " read", 1, Integer::sum);
        } catch (Refusal e) {
            told(List.of(e.problem()));
            verdicts.merge(name + " refused", 1, Integer::sum);
        } finally {
            Folders.delete(copy);
        }
    }

    private static void told(List<Problem> problems) {
        for (Problem problem : problems) {
            String what = problem.what();
            assertFalse(what.contains("the adapter for"), problem::toString);
            assertTrue(what.length() < 400 && what.chars().noneMatch(Character::isISOControl), problem::toString);
        }
    }

    /** Of this thread, so that a busy machine spoils nothing. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
