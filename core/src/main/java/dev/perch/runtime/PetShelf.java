package dev.perch.runtime;

import dev.perch.library.LibraryMemory;
import dev.perch.library.LibraryPet;
import dev.perch.library.PetGrid;
import dev.perch.library.PetLibrary;
import dev.perch.library.ShelvedPet;
import dev.perch.library.Verdict;
import dev.perch.library.VerdictBook;
import dev.perch.model.Problem;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.PackageReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The library as a running companion uses it: what to choose from, and what was chosen. Blocks; any thread but the render
 * thread.
 */
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

    /** Where a change may mean other pets. */
    List<Path> folders() {
        return library.folders();
    }

    /**
     * Imports every pet that was not looked at, so that each opens at once when it is wanted. An interrupt ends it.
     *
     * @param progress told how many of them are done, of how many
     */
    void importAll(BiConsumer<Integer, Integer> progress, Consumer<Problem> notes) {
        List<ShelvedPet> unseen = pets().stream()
                .filter(pet -> pet.state() == ShelvedPet.State.UNSEEN)
                .toList();
        for (int i = 0; i < unseen.size(); i++) {
            look(unseen.get(i));
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            keep(i + 1 < unseen.size() ? full -> {} : notes); // told once
            progress.accept(i + 1, unseen.size());
        }
    }

    /** Writes down what was learned. */
    public void keep(Consumer<Problem> notes) {
        try {
            book.write();
        } catch (IOException full) {
            notes.accept(Problem.warning("library", "what was learned of pets cannot be kept", "check the disk"));
        }
    }

    /**
     * Remembers the next pet that opens as the chosen one, in the order of the picker, round and round.
     *
     * @param from the pet to begin behind
     * @param by 1 for the next, -1 for the previous one
     * @return its name; empty: none opens
     * @throws IOException when it cannot be written
     */
    public Optional<String> turn(String from, int by) throws IOException {
        List<ShelvedPet> pets = new ArrayList<>(pets());
        pets.sort(PetGrid.ORDER);
        if (by < 0) {
            Collections.reverse(pets);
        }
        String worn = library.find(from).map(LibraryPet::name).orElse("");
        List<String> names = pets.stream().map(pet -> pet.pet().name()).toList();
        Collections.rotate(pets, -1 - names.indexOf(worn));
        for (ShelvedPet pet : pets) {
            if (look(pet).state() == ShelvedPet.State.OPENS) {
                choose(pet.pet().name());
                return Optional.of(pet.pet().name());
            }
        }
        return Optional.empty();
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
