package dev.perch.library;

import dev.perch.api.DiscoveredPet;
import dev.perch.api.PetDefinition;
import dev.perch.api.PetDiscoverySource;
import dev.perch.api.PetProvider;
import dev.perch.model.PackageSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All pets of all providers and places, in their order. Where two have one id, the first is chosen by it. Every answer looks
 * at the disk anew, and opens nothing. Any thread but the render thread.
 */
public final class PetLibrary {
    private static final String CODEX_SELECTOR = "custom:";

    private final List<PetProvider> providers;
    private final List<PetDiscoverySource> places;

    /** A library of those; providers come first. */
    public PetLibrary(List<PetProvider> providers, List<PetDiscoverySource> places) {
        this.providers = List.copyOf(providers);
        this.places = List.copyOf(places);
    }

    /** The pets that there are now. */
    public List<LibraryPet> list() {
        List<LibraryPet> pets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (PetProvider provider : providers) {
            for (PetDefinition pet : provider.listPets()) {
                String name = name(names, provider.id(), pet.id().id());
                pets.add(new LibraryPet(
                        name, pet.id().id(), pet.displayName(), provider.id(), provider.displayName(), pet.source()));
            }
        }
        for (PetDiscoverySource place : places) {
            for (DiscoveredPet pet : place.listPets()) {
                String name = name(names, place.id(), pet.id());
                PackageSource source = PackageSource.of(pet.petDir());
                pets.add(new LibraryPet(name, pet.id(), pet.displayName(), place.id(), place.displayName(), source));
            }
        }
        return pets;
    }

    /** The folders in which a change may make others of them. */
    public List<Path> folders() {
        return places.stream()
                .flatMap(place -> place.folders().stream())
                .distinct()
                .toList();
    }

    /** The pet of that name, of {@code PLACE:ID}, or of Codex's {@code custom:ID}. */
    public Optional<LibraryPet> find(String word) {
        String wanted = word.startsWith(CODEX_SELECTOR)
                ? PetPlaces.CODEX + ":" + word.substring(CODEX_SELECTOR.length())
                : word;
        return list().stream()
                .filter(pet -> pet.name().equals(wanted) || (pet.place() + ":" + pet.id()).equals(wanted))
                .findFirst();
    }

    private static String name(Set<String> taken, String place, String id) {
        return taken.add(id) ? id : place + ":" + id;
    }
}
