package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of spoilt inputs a kind: each is taken or refused in one sentence, and nothing else is ever thrown. */
class SpoiltInputTest {
    private static final PackageLimits LIMITS = PackageLimits.standard();
    private static final int ROUNDS = 4_000;

    @TempDir
    Path temp;

    private interface Reading {
        void read(byte[] bytes) throws Refusal, IOException;
    }

    @Test
    void zips() throws IOException {
        byte[] zip = new TestPet()
                .with("Blob/pet.json", TestPet.MANIFEST)
                .with("Blob/sheet.png", TestSheet.v1(12).png())
                .with("Blob/art/note.txt", "note")
                .zip();
        Path file = temp.resolve("pet.zip");
        Mutator mutator = new Mutator(1);
        run(1, tail(zip, mutator), bytes -> ZipFiles.open(Files.write(file, bytes), Set.of("pet.json"), LIMITS));
    }

    /** Most damage goes where the structure is: into the headers and the directory at the end. */
    private static Supplier<byte[]> tail(byte[] zip, Mutator mutator) {
        return () -> {
            int from = mutator.next(3) == 0 ? 0 : zip.length - 260;
            byte[] head = Arrays.copyOf(zip, from);
            return TestSheet.join(head, mutator.bytes(Arrays.copyOfRange(zip, from, zip.length)));
        };
    }

    @Test
    void webps() throws IOException {
        byte[] lossy = TestWebp.lossy();
        byte[] head = Arrays.copyOf(lossy, 60);
        byte[] rest = Arrays.copyOfRange(lossy, 60, lossy.length);
        Mutator mutator = new Mutator(2);
        run(2, () -> TestSheet.join(mutator.bytes(head), rest), bytes -> SheetCheck.check("s.webp", bytes, LIMITS));
    }

    @Test
    void pngs() throws IOException {
        byte[] png = TestSheet.v1(12).png();
        Mutator mutator = new Mutator(3);
        run(3, () -> mutator.png(png), bytes -> SheetCheck.check("s.png", bytes, LIMITS));
    }

    @Test
    void manifests() throws IOException {
        byte[] json =
                "{\"id\":\"blob\",\"tags\":[1,{\"a\":null}],\"spritesheetPath\":\"a/b.webp\",\"spriteVersionNumber\":2}"
                        .getBytes(StandardCharsets.UTF_8);
        Mutator mutator = new Mutator(4);
        run(4, () -> mutator.bytes(json), bytes -> ManifestReader.read("pet.json", bytes, LIMITS));
    }

    @Test
    void noise() throws IOException {
        Random random = new Random(5);
        List<Reading> readings = List.of(
                bytes -> SheetCheck.check("s", bytes, LIMITS), bytes -> ManifestReader.read("pet.json", bytes, LIMITS));
        for (Reading reading : readings) {
            assertEquals(
                    ROUNDS,
                    run(
                            5,
                            () -> {
                                byte[] bytes = new byte[random.nextInt(200)];
                                random.nextBytes(bytes);
                                return bytes;
                            },
                            reading));
        }
    }

    /** Answers how many were refused. */
    private static int run(int seed, Supplier<byte[]> inputs, Reading reading) throws IOException {
        int refused = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] input = inputs.get();
            try {
                reading.read(input);
            } catch (Refusal e) {
                TestPet.sentence(e.problem());
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("input " + i + " of seed " + seed, e);
            }
        }
        assertTrue(refused > ROUNDS / 20, "only " + refused + " refused");
        return refused;
    }
}
