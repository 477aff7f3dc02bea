package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.files.Folders;
import dev.perch.model.AnimationSequence;
import dev.perch.model.Clip;
import dev.perch.model.PackageSource;
import dev.perch.model.PetPackage;
import dev.perch.model.Problem;
import dev.perch.pack.check.Finding;
import dev.perch.pack.check.PetCheck;
import dev.perch.pack.check.Verdict;
import dev.perch.pack.format.PetFormats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * One contract for every format: good fixtures open and play what the table says, also as a zip and from the seal; broken
 * and hostile ones are refused in one sentence, or open with the word that tells what was left out.
 */
class DialectContractTest {
    /** Where the good ones lie after a run, for {@code perch render --sheet}. */
    private static final Path FIXTURES = Path.of("target", "dialects");

    @TempDir
    static Path temp;

    private static final Path PAGE = Path.of("../docs/formats.md");

    private static DecodeProcess decoder;
    private static PackageLoader loader;

    @BeforeAll
    static void aLoader() throws IOException {
        decoder = Decoders.real();
        loader = new PackageLoader(temp.resolve("store"), decoder, PackageLimits.standard(), PetFormats.all());
    }

    @TestFactory
    Stream<DynamicTest> goodPackagesOpenAndPlayAsTheirTraceSays() {
        return Dialects.good().stream().map(good -> DynamicTest.dynamicTest(good.name(), () -> opens(good)));
    }

    private static void opens(Dialects.Good good) throws Exception {
        Path home = FIXTURES.resolve(good.name());
        Folders.delete(home);
        PackageSource folder = good.files().folder(home.resolve("my-pet"));
        PackageReport.Opened opened = TestPet.opened(loader.load(folder, 0));
        assertEquals(good.format(), opened.sheet().format());
        assertEquals(good.displayName(), opened.pet().displayName());
        String trace = trace(opened.pet());
        Path golden = Path.of("src/test/resources/dev/perch/pack/dialects", good.name() + ".txt");
        if (Boolean.getBoolean("perch.accept")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, trace);
        }
        assertEquals(Files.readString(golden), trace);
        for (Clip clip : opened.pet().clips().values()) {
            for (Clip.Frame frame : clip.frames()) {
                assertTrue(frame.sprite().width() > 0, clip.name());
                assertTrue(frame.sprite().offsetX() + frame.sprite().width()
                        <= opened.pet().cellWidth());
                assertTrue(frame.sprite().offsetY() + frame.sprite().height()
                        <= opened.pet().cellHeight());
            }
        }

        int runs = decoder.runs();
        Path zip = Files.createTempDirectory(temp, "zip").resolve("my-pet.petpack");
        Files.write(zip, good.files().zip());
        PetPackage zipped =
                TestPet.opened(loader.load(PackageSource.of(zip), 0)).pet();
        assertEquals(trace, trace(zipped));
        assertEquals(runs, decoder.runs(), "decoded again");
    }

    @TestFactory
    Stream<DynamicTest> brokenAndHostilePackagesSayInOneSentenceWhatIsWrong() {
        return Dialects.bad().stream().map(bad -> DynamicTest.dynamicTest(bad.name(), () -> says(bad)));
    }

    private static void says(Dialects.Bad bad) throws Exception {
        PackageSource folder =
                bad.files().folder(Files.createTempDirectory(temp, "bad").resolve("odd"));
        PackageReport report = loader.load(folder, 0);
        List<String> said = report.problems().stream().map(TestPet::sentence).toList();
        if (bad.opens()) {
            assertInstanceOf(PackageReport.Opened.class, report, said::toString);
        } else {
            assertInstanceOf(PackageReport.Refused.class, report, said::toString);
            assertEquals(1, said.size());
        }
        assertTrue(said.stream().anyMatch(sentence -> sentence.contains(bad.says())), said::toString);
    }

    @TestFactory
    Stream<DynamicTest> validateGivesTheVerdictOfTheImport() {
        Stream<DynamicTest> good = Dialects.good().stream()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> sameVerdict(each.files(), "")));
        Stream<DynamicTest> bad = Dialects.bad().stream()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> sameVerdict(each.files(), each.says())));
        return Stream.concat(good, bad);
    }

    private static void sameVerdict(TestPet files, String says) throws Exception {
        PackageSource source =
                files.folder(Files.createTempDirectory(temp, "verdict").resolve("odd"));
        PackageReport report = loader.load(source, 0);
        Verdict verdict =
                new PetCheck(new PackageSheets(decoder, PackageLimits.standard(), PetFormats.all())).check(source);
        assertEquals(report instanceof PackageReport.Opened, verdict.opens(), () -> "" + verdict.findings());
        if (!verdict.opens()) {
            String sentence = report.problems().get(0).sentence();
            assertEquals(
                    List.of(sentence),
                    verdict.findings().stream().map(Finding::sentence).toList());
        } else if (verdict.pet().sheets().isEmpty()) {
            assertTrue(verdict.findings().stream()
                            .anyMatch(finding -> finding.sentence().contains(says))
                    || says.isEmpty());
        }
    }

    /** The table of formats says which fixtures are of which. */
    @Test
    void everyFeatureThatAFormatIsKnownForIsInAFixtureOfIt() throws IOException {
        List<String> rows = Files.readAllLines(PAGE);
        List<String> missing = new ArrayList<>();
        DialectFeatures.ALL.forEach((format, features) -> {
            String texts = rows.stream()
                    .filter(row -> row.startsWith("| " + format))
                    .map(row -> texts(row.split("\\|", -1)[3]))
                    .findFirst()
                    .orElse("");
            features.stream()
                    .filter(feature -> !texts.contains(feature))
                    .forEach(feature -> missing.add(format + ": " + feature));
        });
        assertEquals(List.of(), missing);
    }

    /** Names and texts of all files of the fixtures that a cell names. */
    private static String texts(String cell) {
        StringBuilder all = new StringBuilder();
        for (Dialects.Good good : Dialects.good()) {
            if (cell.contains("`" + good.name() + "`")) {
                good.files()
                        .files
                        .forEach((name, bytes) ->
                                all.append(name).append(' ').append(new String(bytes, StandardCharsets.ISO_8859_1)));
            }
        }
        return all.toString();
    }

    @Test
    void theTableOfFormatsNamesEveryAdapterAndEveryFixture() throws IOException {
        String page = Files.readString(PAGE);
        PetFormats.all().forEach(adapter -> assertTrue(page.contains("`" + adapter.id() + "`"), adapter.id()));
        Dialects.good().forEach(good -> assertTrue(page.contains("`" + good.name() + "`"), good.name()));
        Dialects.bad().forEach(bad -> assertTrue(page.contains(bad.says()), bad.says()));
        DialectFeatures.ALL.keySet().forEach(format -> assertTrue(page.contains(format), format));
        assertFalse(page.contains("TODO"));
    }

    /** What the pet can show and what it plays, a line each. */
    private static String trace(PetPackage pet) {
        StringBuilder out = new StringBuilder();
        out.append("cell ")
                .append(pet.cellWidth())
                .append('x')
                .append(pet.cellHeight())
                .append('\n');
        new TreeMap<>(pet.clips())
                .forEach((name, clip) -> out.append("clip ")
                        .append(name)
                        .append(' ')
                        .append(clip.frames().stream()
                                .map(frame -> frame.sprite().offsetX() + ","
                                        + frame.sprite().offsetY() + "+"
                                        + frame.sprite().width() + "x"
                                        + frame.sprite().height() + " " + frame.millis())
                                .toList())
                        .append('\n'));
        Map<String, AnimationSequence> sequences = new TreeMap<>();
        pet.acting().sequences().forEach((state, sequence) -> sequences.put(state.id(), sequence));
        sequences.forEach((state, sequence) -> out.append("plays ")
                .append(state)
                .append(" loop ")
                .append(sequence.loopStart())
                .append(' ')
                .append(sequence.frames().stream()
                        .map(timed -> timed.frame() + " " + timed.millis())
                        .toList())
                .append('\n'));
        new TreeMap<>(pet.acting().events())
                .forEach((gesture, state) -> out.append("on ")
                        .append(gesture)
                        .append(' ')
                        .append(state)
                        .append('\n'));
        pet.warnings().stream()
                .map(Problem::sentence)
                .map(said -> said.replace("my-pet.petpack", "my-pet"))
                .forEach(said -> out.append("says ").append(said).append('\n'));
        return out.toString();
    }
}
