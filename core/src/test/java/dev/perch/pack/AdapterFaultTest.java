package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.CompatiblePetFormatId;
import dev.perch.api.CompatiblePetPackage;
import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.model.PackageSource;
import dev.perch.model.Problem;
import dev.perch.pack.format.PetFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** An adapter may be broken; the package then is refused in one sentence, and the next is opened. */
class AdapterFaultTest {
    @TempDir
    Path temp;

    /** Does as it is told, or fails. */
    private record Odd(Call detects, Call names, Call loads) implements CompatiblePetPackageAdapter {
        interface Call {
            void make() throws IOException;
        }

        static final Call WELL = () -> {};

        @Override
        public String id() {
            return "odd";
        }

        @Override
        public String displayName() {
            return "Odd pets";
        }

        @Override
        public CompatiblePetFormatId formatId() {
            return new CompatiblePetFormatId("odd");
        }

        @Override
        public boolean detect(Map<String, Object> manifest) {
            try {
                detects.make();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return true;
        }

        @Override
        public List<String> files(Map<String, Object> manifest) throws IOException {
            names.make();
            return List.of("sheet.png");
        }

        @Override
        public CompatiblePetPackage load(Input input) throws IOException {
            loads.make();
            return null;
        }
    }

    @TestFactory
    Stream<DynamicTest> whatAnAdapterThrowsIsOneSentence() {
        Odd.Call nothing = () -> List.of().get(3);
        Odd.Call word = () -> {
            throw new IOException("draws\nno cats");
        };
        Odd.Call clause = () -> {
            throw new CompatiblePetPackageAdapter.Refused("a.xml", "has no cat", "draw one");
        };
        String failed = "pet/pet.json: cannot be read, since the adapter for Odd pets failed (%s); tell who made the"
                + " adapter.";
        String index = failed.formatted("ArrayIndexOutOfBoundsException");
        String own = "pet/pet.json: draws no cats; correct it, or ask who made the pet.";
        return Stream.of(
                        Map.entry(new Odd(Odd.WELL, nothing, Odd.WELL), index),
                        Map.entry(new Odd(Odd.WELL, Odd.WELL, nothing), index),
                        Map.entry(new Odd(Odd.WELL, word, Odd.WELL), own),
                        Map.entry(new Odd(Odd.WELL, Odd.WELL, word), own),
                        Map.entry(new Odd(Odd.WELL, clause, Odd.WELL), "pet/a.xml: has no cat; draw one."),
                        Map.entry(new Odd(Odd.WELL, Odd.WELL, Odd.WELL), failed.formatted("NullPointerException")))
                .map(test -> DynamicTest.dynamicTest(
                        test.getValue(), () -> assertEquals(test.getValue(), TestPet.refused(load(test.getKey())))));
    }

    @Test
    void anAdapterThatFailsWhileItIsAskedLeavesThePackageToTheNext() throws IOException {
        Odd.Call state = () -> {
            throw new IllegalStateException();
        };
        PackageReport.Opened opened = TestPet.opened(load(new Odd(state, Odd.WELL, Odd.WELL)));
        assertEquals("codex-pet-v1", opened.sheet().format());
        List<String> said = opened.problems().stream().map(TestPet::sentence).toList();
        assertEquals(1, said.size(), said::toString);
        assertTrue(said.get(0).contains("the adapter for Odd pets failed (IllegalStateException)"), said::toString);
    }

    /** One of a plugin, which says yes to everything. */
    private record Liar(Odd odd, List<String> told) implements FallibleAdapter {
        @Override
        public String id() {
            return odd.id();
        }

        @Override
        public String displayName() {
            return odd.displayName();
        }

        @Override
        public CompatiblePetFormatId formatId() {
            return odd.formatId();
        }

        @Override
        public boolean detect(Map<String, Object> manifest) {
            return true;
        }

        @Override
        public List<String> files(Map<String, Object> manifest) throws IOException {
            return odd.files(manifest);
        }

        @Override
        public CompatiblePetPackage load(Input input) throws IOException {
            return odd.load(input);
        }

        @Override
        public void refusedWhatOpens(Problem refusal) {
            told.add(refusal.what());
        }
    }

    private static final Odd.Call NO_CATS = () -> {
        throw new IOException("draws no cats");
    };

    @TestFactory
    Stream<DynamicTest> whatAPluginDetectsAndRefusesIsOpenedByTheNextAndToldToIt() {
        return Stream.of(new Odd(Odd.WELL, NO_CATS, Odd.WELL), new Odd(Odd.WELL, Odd.WELL, NO_CATS))
                .map(odd -> DynamicTest.dynamicTest(odd.toString(), () -> {
                    Liar liar = new Liar(odd, new ArrayList<>());
                    PackageReport.Opened opened = TestPet.opened(load(liar));
                    assertEquals("codex-pet-v1", opened.sheet().format());
                    assertEquals(List.of("draws no cats"), liar.told);
                    List<CompatiblePetPackageAdapter> adapters = new ArrayList<>(List.of(liar));
                    adapters.addAll(PetFormats.all());
                    DecodedPet checked = new PackageSheets(Decoders.real(), PackageLimits.standard(), adapters)
                            .read(PackageSource.of(temp.resolve("pet")));
                    assertEquals("pet.json", checked.manifestFile(), "validate reads it as the import does");
                }));
    }

    @Test
    void whatNobodyReadsIsRefusedByTheWordsOfAllThatKnewItAndIsNobodysFault() throws IOException {
        PackageSource broken = TestPet.of(TestSheet.v1(24)).folder(temp.resolve("broken"));
        Files.delete(temp.resolve("broken/sheet.png"));
        Liar liar = new Liar(new Odd(Odd.WELL, Odd.WELL, NO_CATS), new ArrayList<>());
        PackageReport report = load(liar, broken);
        assertEquals(
                List.of("draws no cats", "is missing"),
                report.problems().stream().map(Problem::what).toList());
        assertEquals(List.of(), liar.told);
    }

    private PackageReport load(CompatiblePetPackageAdapter odd) throws IOException {
        return load(odd, TestPet.of(TestSheet.v1(24)).folder(temp.resolve("pet")));
    }

    private PackageReport load(CompatiblePetPackageAdapter odd, PackageSource pet) throws IOException {
        List<CompatiblePetPackageAdapter> adapters = new ArrayList<>(List.of(odd));
        adapters.addAll(PetFormats.all());
        return new PackageLoader(temp.resolve("store"), Decoders.real(), PackageLimits.standard(), adapters)
                .load(pet, 0);
    }
}
