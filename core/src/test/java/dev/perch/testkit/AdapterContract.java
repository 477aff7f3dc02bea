package dev.perch.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.model.Clip;
import dev.perch.model.PackageSource;
import dev.perch.model.PetPackage;
import dev.perch.model.Problem;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.PackageReport;
import dev.perch.pack.format.PetFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * What every package adapter has to do, as tests: return them from a {@code @TestFactory}. They import with the real
 * decoder, whose jars lie in the folder that the system property {@code perch.decode} names ({@code target/dist/decode}).
 */
public final class AdapterContract {
    /** Each is an import. */
    private static final int MOST_LESS = 3;

    private final CompatiblePetPackageAdapter adapter;
    private final Path work;
    private final Path good;

    private AdapterContract(CompatiblePetPackageAdapter adapter, Path work, Path good) {
        this.adapter = adapter;
        this.work = work;
        this.good = good;
    }

    /**
     * The tests of an adapter, which is asked before all of Perch's own.
     *
     * @param work an empty folder
     * @param good a folder with a package that opens
     * @param broken folders with packages that are refused, each with some of the words in which
     */
    public static Stream<DynamicTest> of(
            CompatiblePetPackageAdapter adapter, Path work, Path good, Map<Path, String> broken) {
        AdapterContract contract = new AdapterContract(adapter, work, good);
        return Stream.concat(
                Stream.of(
                        DynamicTest.dynamicTest("it has names that stay", contract::namesStay),
                        DynamicTest.dynamicTest("it detects without fault", contract::detectsWithoutFault),
                        DynamicTest.dynamicTest("a good package opens, as a zip too", contract::opens),
                        DynamicTest.dynamicTest("a file less is no fault", contract::bearsMissingFiles)),
                broken.entrySet().stream()
                        .map(each -> DynamicTest.dynamicTest(
                                "refused: " + each.getKey().getFileName(),
                                () -> contract.refuses(each.getKey(), each.getValue()))));
    }

    private void namesStay() {
        for (Supplier<String> name : List.<Supplier<String>>of(
                adapter::id, adapter::displayName, () -> adapter.formatId().id())) {
            assertFalse(name.get().isBlank());
            assertEquals(name.get(), name.get());
        }
        assertEquals(adapter.manifestNames(), adapter.manifestNames());
    }

    /** Whatever a manifest holds, there is an answer, and the same one twice. */
    private void detectsWithoutFault() {
        for (String key : List.of("id", "format", "formatId", "rootElement", "files", "frames", "animations", "cell")) {
            for (Object value :
                    new @Nullable Object[] {null, "", "word", 7L, 1e300, true, List.of(), Map.of("a", 1L)}) {
                Map<String, @Nullable Object> manifest = new HashMap<>();
                manifest.put(key, value);
                assertEquals(adapter.detect(manifest), adapter.detect(manifest), () -> "asked twice about " + manifest);
            }
        }
    }

    private void opens() throws IOException {
        PetPackage pet = opened(good);
        for (Clip clip : pet.clips().values()) {
            assertFalse(clip.frames().isEmpty(), clip.name());
        }
        Path zip = work.resolve("good.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Path file : files()) {
                out.putNextEntry(new ZipEntry(good.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        assertEquals(pet.contentHash(), opened(zip).contentHash());
    }

    private PetPackage opened(Path pet) throws IOException {
        PackageReport report = load(pet);
        assertInstanceOf(
                PackageReport.Opened.class, report, () -> report.problems().toString());
        String format = ((PackageReport.Opened) report).sheet().format();
        assertTrue(format.startsWith(adapter.formatId().id()), () -> "it was read as " + format);
        return ((PackageReport.Opened) report).pet();
    }

    private void bearsMissingFiles() throws IOException {
        List<Path> files = files();
        for (Path without : files.stream().limit(MOST_LESS).toList()) {
            Path copy = Files.createTempDirectory(work, "less").resolve("pet");
            for (Path file : files) {
                Path to = copy.resolve(good.relativize(file).toString());
                Files.createDirectories(to.getParent());
                if (!file.equals(without)) {
                    Files.copy(file, to);
                }
            }
            noFault(load(copy));
        }
    }

    private void refuses(Path broken, String words) throws IOException {
        PackageReport report = load(broken);
        assertInstanceOf(PackageReport.Refused.class, report);
        List<String> said = sentences(report);
        assertTrue(said.stream().anyMatch(sentence -> sentence.contains(words)), said::toString);
        noFault(report);
    }

    private static void noFault(PackageReport report) {
        List<String> said = sentences(report);
        assertTrue(said.stream().noneMatch(sentence -> sentence.contains("since the adapter for")), said::toString);
    }

    private static List<String> sentences(PackageReport report) {
        return report.problems().stream().map(Problem::sentence).toList();
    }

    private PackageReport load(Path pet) throws IOException {
        List<CompatiblePetPackageAdapter> adapters = new ArrayList<>(List.of(adapter));
        adapters.addAll(PetFormats.all());
        DecodeProcess decoder =
                DecodeProcess.ofThisJvm(Path.of(System.getProperty("perch.decode")), PackageLimits.standard());
        return new PackageLoader(work.resolve("store"), decoder, PackageLimits.standard(), adapters)
                .load(PackageSource.of(pet), 0);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(good)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
