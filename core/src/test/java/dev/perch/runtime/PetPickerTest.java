package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.library.LibraryMemory;
import dev.perch.library.PetFolder;
import dev.perch.library.PetLibrary;
import dev.perch.library.PickerKey;
import dev.perch.library.ShelvedPet;
import dev.perch.library.VerdictBook;
import dev.perch.model.Problem;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.format.PetFormats;
import dev.perch.render.BubbleTheme;
import dev.perch.render.PickerLayout;
import dev.perch.render.RasterBatch;
import dev.perch.render.RasterImage;
import dev.perch.render.RasterTextures;
import dev.perch.testkit.PetsOnDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The picker without a window: real packages on disk, keys and pointer by hand. */
final class PetPickerTest {
    private static final PickerLayout LAYOUT = new PickerLayout(2, 1, 1);

    @TempDir
    Path home;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final List<Problem> notes = new ArrayList<>();
    private LibraryMemory memory;
    private PetPicker picker;

    @BeforeEach
    void openAndStep() throws Exception {
        open();
        picker.step(0);
    }

    private void open() throws Exception {
        Path pets = home.resolve("pets");
        PetsOnDisk.blob(pets.resolve("a"), PetsOnDisk.MANIFEST);
        PetsOnDisk.blob(pets.resolve("b"), PetsOnDisk.MANIFEST.replace("Blob", "Bean"));
        Files.createDirectories(pets.resolve("broken"));
        memory = new LibraryMemory(home.resolve("library.json"));
        memory.choose("a", "pip");
        DecodeProcess decoder =
                DecodeProcess.ofThisJvm(Path.of(System.getProperty("perch.decode")), PackageLimits.standard());
        PetShelf shelf = new PetShelf(
                new PetLibrary(List.of(), List.of(new PetFolder("folder-1", "Mine", pets))),
                new PackageLoader(home.resolve("store"), decoder, PackageLimits.standard(), PetFormats.all()),
                new VerdictBook(home.resolve("book.json"), "1"),
                memory,
                112,
                () -> "pip");
        PetPicker.Asked asked = new PetPicker.Asked(
                () -> told.add("chosen"), () -> told.add("close"), () -> told.add("wake"), notes::add);
        picker = new PetPicker(
                shelf,
                LAYOUT,
                new PetPicker.Style(BubbleTheme.LIGHT, false, UiFonts::bundled),
                new RasterTextures(),
                asked);
        // The list, the fonts, three verdicts, two pictures, and the end.
        for (int news = 0; news < 8; news++) {
            assertEquals("wake", told.poll(30, TimeUnit.SECONDS));
        }
    }

    @AfterEach
    void close() {
        picker.close();
    }

    @Test
    void theChosenPetIsSelectedAndEnterChoosesAnother() throws Exception {
        assertEquals("a", name());
        picker.key(PickerKey.RIGHT);
        assertEquals("b", name());
        picker.key(PickerKey.CHOOSE);
        assertEquals("close", told.poll(30, TimeUnit.SECONDS));
        assertEquals("chosen", told.poll(30, TimeUnit.SECONDS));
        assertEquals("b", memory.read().pet());
    }

    @Test
    void aKeyBeforeTheFirstStepCountsForWhatIsKnownByThen() throws Exception {
        picker.close();
        open();
        picker.key(PickerKey.RIGHT);
        assertEquals("b", name());
    }

    @Test
    void aPetThatCannotBeOpenedSaysWhyAndIsNotChosen() throws IOException {
        picker.key(PickerKey.LAST);
        ShelvedPet broken = picker.selected();
        assertEquals(ShelvedPet.State.REFUSED, broken.state());
        assertTrue(broken.line().contains("has no pet.json"), broken.line());
        picker.key(PickerKey.CHOOSE);
        assertTrue(told.isEmpty(), told.toString());
        assertEquals("a", memory.read().pet());
    }

    @Test
    void aClickChoosesAndOneBesideThePetsDoesNot() throws Exception {
        picker.press(2, 2);
        assertTrue(told.isEmpty());
        picker.press(LAYOUT.width() - 60, LAYOUT.height() / 2 - 20);
        assertEquals("close", told.poll(30, TimeUnit.SECONDS));
        assertEquals("chosen", told.poll(30, TimeUnit.SECONDS));
        assertEquals("b", memory.read().pet());
    }

    @Test
    void escapeLeavesAllAsItIs() {
        picker.key(PickerKey.RIGHT);
        picker.key(PickerKey.CLOSE);
        assertEquals(List.of("close"), List.copyOf(told));
        assertEquals("a", memory.read().pet());
    }

    @Test
    void theSelectedPetMovesAndADrawIsAskedForOnlyWhenSomethingChanges() {
        RasterImage first = picture();
        long next = picker.nextChangeNanos();
        assertFalse(picker.step(next - 1_000_000));
        assertTrue(picker.step(next));
        assertFalse(same(first, picture()));
        picker.key(PickerKey.RIGHT);
        assertTrue(picker.step(next));
    }

    private String name() {
        ShelvedPet selected = picker.selected();
        return selected == null ? "" : selected.pet().name();
    }

    private RasterImage picture() {
        RasterImage image = new RasterImage(LAYOUT.width(), LAYOUT.height());
        picker.draw(new RasterBatch(image));
        return image;
    }

    private static boolean same(RasterImage one, RasterImage other) {
        for (int y = 0; y < one.height(); y++) {
            for (int x = 0; x < one.width(); x++) {
                if (one.pixel(x, y) != other.pixel(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }
}
