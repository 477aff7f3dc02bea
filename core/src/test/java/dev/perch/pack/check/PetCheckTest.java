package dev.perch.pack.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.model.PackageSource;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.PackageReport;
import dev.perch.pack.PackageSheets;
import dev.perch.pack.format.PetFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Planted faults: each rule fires where it should and nowhere else, and the verdict is the import's. */
class PetCheckTest {
    private static final PackageLimits LIMITS = PackageLimits.standard();

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> aPlantedFaultBreaksItsRuleAndNoOther() {
        return PlantedFaults.ofPictures().stream()
                .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> {
                    SoundPet pet = new SoundPet(fault.version());
                    fault.plant().accept(pet);
                    assertEquals(fault.rules(), rules(PetCheck.check(pet.decoded())));
                }));
    }

    @TestFactory
    Stream<DynamicTest> aFaultOfTheFilesGetsTheVerdictOfTheImport() throws IOException {
        Map<String, Set<Rule>> expected = PlantedFaults.ofFiles(folder);
        DecodeProcess child = DecodeProcess.ofThisJvm(Path.of(System.getProperty("perch.decode")), LIMITS);
        PetCheck check = new PetCheck(new PackageSheets(child, LIMITS, PetFormats.all()));
        PackageLoader loader = new PackageLoader(folder.resolve("store"), child, LIMITS, PetFormats.all());
        return expected.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    PackageSource source = PackageSource.of(folder.resolve(each.getKey()));
                    Verdict verdict = check.check(source);
                    assertEquals(each.getValue(), rules(verdict), () -> "" + verdict.findings());
                    boolean error = each.getValue().stream().anyMatch(rule -> rule.level() == Level.ERROR);
                    assertEquals(!error, loader.load(source, 0) instanceof PackageReport.Opened);
                    assertEquals(!error, verdict.opens());
                }));
    }

    @Test
    void everyRuleHasAFaultThatBreaksIt() throws IOException {
        Set<Rule> planted = EnumSet.noneOf(Rule.class);
        PlantedFaults.ofFiles(folder).values().forEach(planted::addAll);
        PlantedFaults.ofPictures().forEach(fault -> planted.addAll(fault.rules()));
        assertEquals(EnumSet.allOf(Rule.class), planted);
    }

    /** The verdict on any folder of real pets, beside the import's; run with -Dperch.pets=FOLDER. */
    @Test
    @Tag("long")
    void realPetsGetTheVerdictOfTheImport() throws Exception {
        DecodeProcess child = DecodeProcess.ofThisJvm(Path.of(System.getProperty("perch.decode")), LIMITS);
        PetCheck check = new PetCheck(new PackageSheets(child, LIMITS, PetFormats.all()));
        PackageLoader loader = new PackageLoader(folder.resolve("store"), child, LIMITS, PetFormats.all());
        try (Stream<Path> pets = Files.list(Path.of(System.getProperty("perch.pets")))) {
            for (Path pet : pets.filter(Files::isDirectory).sorted().toList()) {
                PackageSource source = PackageSource.of(pet);
                Verdict verdict = check.check(source);
                assertEquals(loader.load(source, 0) instanceof PackageReport.Opened, verdict.opens(), "" + pet);
            }
        }
    }

    private static Set<Rule> rules(Verdict verdict) {
        return verdict.findings().stream().map(Finding::rule).collect(Collectors.toSet());
    }
}
