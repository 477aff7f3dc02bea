package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.library.LibraryMemory;
import dev.perch.library.PetFolder;
import dev.perch.library.PetLibrary;
import dev.perch.library.ShelvedPet;
import dev.perch.library.VerdictBook;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.format.PetFormats;
import dev.perch.testkit.FakeClock;
import dev.perch.testkit.PetsOnDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a companion does with the pets on disk, without a window: two that open, and a broken one between them. */
final class PetShelfTest {
    @TempDir
    Path home;

    private final BlockingQueue<String> progress = new LinkedBlockingQueue<>();
    private LibraryMemory memory;

    @BeforeEach
    void pets() throws IOException {
        PetsOnDisk.blob(home.resolve("pets/a"), PetsOnDisk.MANIFEST);
        Files.createDirectories(home.resolve("pets/b-broken"));
        PetsOnDisk.blob(home.resolve("pets/c"), PetsOnDisk.MANIFEST.replace("Blob", "Bean"));
        memory = new LibraryMemory(home.resolve("library.json"));
    }

    @Test
    void allPetsAreImportedAWhileAfterTheStartAndOnlyOnce() throws Exception {
        FakeClock clock = new FakeClock();
        try (LibraryImport first = behind(clock, shelf(decoder()))) {
            first.begin();
            clock.awaitParked(1);
            assertEquals(List.of(), List.copyOf(progress), "the start belongs to the pet on show");
            clock.advance(Duration.ofSeconds(2));
            for (int pet = 1; pet <= 3; pet++) {
                assertEquals(pet + " of 3", progress.poll(30, TimeUnit.SECONDS));
            }
        }
        DecodeProcess unused = decoder();
        PetShelf later = shelf(unused);
        assertEquals(
                List.of(ShelvedPet.State.OPENS, ShelvedPet.State.REFUSED, ShelvedPet.State.OPENS),
                later.pets().stream().map(ShelvedPet::state).toList());
        later.importAll((done, all) -> progress.add(done + " of " + all), problem -> {});
        assertEquals(List.of(), List.copyOf(progress));
        assertTrue(later.preview(later.pets().get(0).pet(), 40, 40).isPresent());
        assertEquals(0, unused.runs(), "nothing is decoded twice");
    }

    @Test
    void aPetThatComesLaterIsImportedOnceItsFilesAreLeftAlone() throws Exception {
        FakeClock clock = new FakeClock();
        PetShelf shelf = shelf(decoder());
        try (LibraryImport behind = behind(clock, shelf)) {
            behind.begin();
            clock.awaitParked(1);
            clock.advance(Duration.ofSeconds(2));
            for (int pet = 1; pet <= 3; pet++) {
                assertEquals(pet + " of 3", progress.poll(30, TimeUnit.SECONDS));
            }
            PetsOnDisk.blob(home.resolve("pets/d"), PetsOnDisk.MANIFEST.replace("Blob", "Dot"));
            clock.awaitParked(1);
            assertEquals(List.of(), List.copyOf(progress), "it may not be whole yet");
            String told = null;
            for (int look = 0; told == null && look < 300; look++) {
                clock.advance(Duration.ofMillis(500));
                told = progress.poll(100, TimeUnit.MILLISECONDS);
            }
            assertEquals("1 of 1", told);
            assertEquals(ShelvedPet.State.OPENS, shelf.pets().get(3).state());
        }
    }

    @Test
    void anImportThatIsStoppedNotesNothingFalse() throws Exception {
        PetsOnDisk.blob(home.resolve("pets/aa"), PetsOnDisk.MANIFEST.replace("Blob", "Next"));
        PetShelf shelf = shelf(decoder());
        CountDownLatch one = new CountDownLatch(1);
        Thread importing = new Thread(() -> shelf.importAll(
                (done, all) -> {
                    one.countDown();
                    Thread.currentThread().interrupt();
                },
                problem -> {}));
        importing.start();
        assertTrue(one.await(30, TimeUnit.SECONDS));
        importing.join(TimeUnit.SECONDS.toMillis(30));
        assertFalse(importing.isAlive());
        assertEquals(
                List.of(
                        ShelvedPet.State.OPENS,
                        ShelvedPet.State.UNSEEN,
                        ShelvedPet.State.UNSEEN,
                        ShelvedPet.State.UNSEEN),
                shelf.pets().stream().map(ShelvedPet::state).toList());
    }

    @Test
    void nextAndPreviousGoRoundPassOverWhatDoesNotOpenAndBeginWithFavourites() throws IOException {
        PetShelf shelf = shelf(decoder());
        assertEquals(Optional.of("c"), shelf.turn("a", 1));
        assertEquals("c", shelf.chosen());
        assertEquals(Optional.of("a"), shelf.turn("c", 1));
        assertEquals(Optional.of("c"), shelf.turn("a", -1));
        PetsOnDisk.blob(home.resolve("pets/d"), PetsOnDisk.MANIFEST.replace("Blob", "Dot"));
        shelf.favour("d", true);
        assertEquals(Optional.of("a"), shelf.turn("d", 1));
        assertEquals(Optional.of("d"), shelf.turn("a", -1));
        assertEquals(Optional.of("d"), shelf.turn("elsewhere", 1), "from a pet that is no more");
        assertEquals(Optional.of("c"), shelf.turn("elsewhere", -1));
    }

    private LibraryImport behind(FakeClock clock, PetShelf shelf) {
        return new LibraryImport(shelf, clock, (done, all) -> progress.add(done + " of " + all), problem -> {});
    }

    private static DecodeProcess decoder() throws IOException {
        return DecodeProcess.ofThisJvm(Path.of(System.getProperty("perch.decode")), PackageLimits.standard());
    }

    private PetShelf shelf(DecodeProcess decoder) {
        return new PetShelf(
                new PetLibrary(List.of(), List.of(new PetFolder("folder-1", "Mine", home.resolve("pets")))),
                new PackageLoader(home.resolve("store"), decoder, PackageLimits.standard(), PetFormats.all()),
                new VerdictBook(home.resolve("book.json"), "1"),
                memory,
                112,
                () -> "pip");
    }
}
