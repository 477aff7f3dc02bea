package dev.perch.runtime;

import dev.perch.library.LibraryMemory;
import dev.perch.library.LibraryPet;
import dev.perch.library.PetLibrary;
import dev.perch.library.ShelvedPet;
import dev.perch.library.Verdict;
import dev.perch.library.VerdictBook;
import dev.perch.model.Problem;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.PackageReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The library as a running companion uses it: what to choose from, and what was chosen. Blocks; any thread but the render thread. */
public final class PetShelf {
    private final PetLibrary library;
    private final PackageLoader loader;
    private final VerdictBook book;
    private final LibraryMemory memory;
    private final Supplier<String> setting;
    private final int cellWidth;
    private final PetInspector inspector;

    /**
     * A shelf.
     *
     * @param cellWidth how wide pets are shown
     * @param setting what the settings say of the pet
     */
    public PetShelf(
            PetLibrary library,
            PackageLoader loader,
            VerdictBook book,
            LibraryMemory memory,
            int cellWidth,
            Supplier<String> setting) {
        this.library = library;
        this.loader = loader;
        this.book = book;
        this.memory = memory;
        this.setting = setting;
        this.cellWidth = cellWidth;
        inspector = new PetInspector(loader, book, cellWidth);
    }

    /** All pets, with what is known of them; nothing is opened. */
    public List<ShelvedPet> pets() {
        List<String> favourites = memory.read().favourites();
        return library.list().stream()
                .map(pet -> {
                    ShelvedPet unseen = ShelvedPet.unseen(pet, favourites.contains(pet.name()));
                    return inspector.known(pet).map(unseen::seen).orElse(unseen);
                })
                .toList();
    }

    /** The name of the pet that was chosen last; empty: none. */
    public String chosen() {
        return memory.read().chosen(setting.get()).orElseGet(setting);
    }

    /** A pet that was not looked at, imported; else as it is. */
    public ShelvedPet look(ShelvedPet pet) {
        if (pet.state() != ShelvedPet.State.UNSEEN) {
            return pet;
        }
        Optional<Verdict> known = inspector.known(pet.pet());
        return pet.seen(known.isPresent() ? known.get() : inspector.inspect(pet.pet()));
    }

    /** A moving picture of a pet that opens; empty where it cannot be had. */
    public Optional<Preview> preview(LibraryPet pet, int width, int height) {
        try {
            PackageReport report = loader.load(pet.source(), cellWidth);
            return report instanceof PackageReport.Opened opened
                    ? Optional.of(Preview.of(opened.pet(), width, height))
                    : Optional.empty();
        } catch (IOException unread) {
            return Optional.empty();
        }
    }

    /**
     * Imports every pet that was not looked at, so that each opens at once when it is wanted.
     *
     * @param progress told how many of them are done, of how many
     * @return how many there were
     */
    public int importAll(BiConsumer<Integer, Integer> progress, Consumer<Problem> notes) {
        List<ShelvedPet> unseen = pets().stream()
                .filter(pet -> pet.state() == ShelvedPet.State.UNSEEN)
                .toList();
        for (int i = 0; i < unseen.size() && !Thread.currentThread().isInterrupted(); i++) {
            inspector.inspect(unseen.get(i).pet());
            progress.accept(i + 1, unseen.size());
        }
        if (!unseen.isEmpty()) {
            keep(notes);
        }
        return unseen.size();
    }

    /** Writes down what was learned. */
    public void keep(Consumer<Problem> notes) {
        try {
            book.write();
        } catch (IOException full) {
            notes.accept(Problem.warning("library", "what was learned of pets cannot be kept", "check the disk"));
        }
    }

    /** Remembers a choice. @throws IOException when it cannot be written */
    public void choose(String name) throws IOException {
        memory.choose(name, setting.get());
    }

    /** Remembers a favourite, or forgets one. @throws IOException when it cannot be written */
    public void favour(String name, boolean favourite) throws IOException {
        memory.favour(name, favourite);
    }
}
