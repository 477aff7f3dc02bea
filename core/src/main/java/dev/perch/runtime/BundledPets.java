package dev.perch.runtime;

import dev.perch.api.PetDefinition;
import dev.perch.api.PetProvider;
import dev.perch.library.PetLibrary;
import dev.perch.model.PackageSource;
import dev.perch.model.PetId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The pets that come with Perch, as resources under {@code assets/pets}; {@code index.txt} there names each file and what each
 * pet is hashed to.
 */
public final class BundledPets {
    private static final String FOLDER = "/assets/pets/";
    private static final String INDEX = FOLDER + "index.txt";

    private BundledPets() {}

    /** All of them, in the order of the index: the first is the one shown when nobody chose. */
    public static List<PackageSource> all() {
        Map<String, Map<String, PackageSource.Opener>> filesByPet = new LinkedHashMap<>();
        Map<String, String> hashes = new HashMap<>();
        for (String line : index()) {
            String[] hashOfPet = line.split(" ", 2);
            if (hashOfPet.length == 2) {
                hashes.put(hashOfPet[0], hashOfPet[1]);
                continue;
            }
            String[] pathInFolder = line.split("/", 2);
            filesByPet
                    .computeIfAbsent(pathInFolder[0], id -> new LinkedHashMap<>())
                    .put(pathInFolder[1], () -> open(FOLDER + line));
        }
        return filesByPet.entrySet().stream()
                .map(pet -> (PackageSource)
                        new PackageSource.Bundled(pet.getKey(), pet.getValue(), hashes.get(pet.getKey())))
                .toList();
    }

    /** A library of these alone. */
    public static PetLibrary library() {
        return new PetLibrary(List.of(new Provider()), List.of());
    }

    /** These as a plugin has them. */
    public static final class Provider implements PetProvider {
        /** Provides all of them. */
        public Provider() {}

        @Override
        public String id() {
            return "bundled";
        }

        @Override
        public String displayName() {
            return "Perch";
        }

        @Override
        public List<PetDefinition> listPets() {
            return all().stream()
                    .map(source -> new PetDefinition(new PetId(source.id()), source.id(), "", source))
                    .toList();
        }
    }

    private static List<String> index() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(INDEX), StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = BundledPets.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException("resource " + resource + " is missing from this build");
        }
        return in;
    }
}
