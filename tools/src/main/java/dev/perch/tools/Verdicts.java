package dev.perch.tools;

import dev.perch.library.LibraryMemory;
import dev.perch.library.LibraryPet;
import dev.perch.library.Verdict;
import dev.perch.library.VerdictBook;
import dev.perch.runtime.PetInspector;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What imports say of pets, for commands. */
final class Verdicts {
    private final Workbench bench;
    private final VerdictBook book;
    private final PetInspector inspector;

    Verdicts(Workbench bench) throws IOException {
        this.bench = bench;
        book = bench.verdicts();
        inspector = bench.inspector(book);
    }

    /** The verdict on each; what takes long says how far it is. */
    Map<LibraryPet, Verdict> of(List<LibraryPet> pets, boolean again) throws IOException {
        Map<LibraryPet, Verdict> verdicts = new LinkedHashMap<>();
        boolean learned = false;
        for (LibraryPet pet : pets) {
            Optional<Verdict> known = again ? Optional.empty() : inspector.known(pet);
            if (known.isEmpty()) {
                bench.progress("looking at pet " + (verdicts.size() + 1) + " of " + pets.size());
                learned = true;
            }
            verdicts.put(pet, known.isPresent() ? known.get() : inspector.inspect(pet));
        }
        if (learned) {
            book.write();
        }
        return verdicts;
    }

    static Map<String, Object> tree(LibraryPet pet, Verdict verdict, LibraryMemory.Content memory) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", pet.name());
        tree.put("id", pet.id());
        tree.put("displayName", verdict.displayName());
        tree.put("description", verdict.description());
        tree.put("place", pet.place());
        tree.put("path", pet.path());
        tree.put("opened", verdict.opened());
        tree.put("problems", verdict.sentences());
        tree.put("chosen", memory.pet().equals(pet.name()));
        tree.put("favourite", memory.favourites().contains(pet.name()));
        return tree;
    }
}
