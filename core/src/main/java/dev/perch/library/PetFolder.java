package dev.perch.library;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.perch.api.DiscoveredPet;
import dev.perch.api.PetDiscoverySource;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A folder with a package in each folder or zip of it, by name. Nothing is opened, so that what is broken is found too. What
 * begins with a dot is not looked at, nor what Codex passes over: a folder whose name begins with {@code custom:}.
 *
 * @param id a word
 * @param displayName what the user reads
 * @param folder need not exist
 */
public record PetFolder(String id, String displayName, Path folder) implements PetDiscoverySource {
    /** More than any gallery installs; the rest is passed over, by name. */
    static final int MOST = 2_000;

    private static final List<String> MANIFESTS = List.of("pet.json", "avatar.json");

    @Override
    public List<Path> folders() {
        return List.of(folder);
    }

    @Override
    public List<DiscoveredPet> listPets() {
        if (MANIFESTS.stream().anyMatch(name -> Files.isRegularFile(folder.resolve(name), NOFOLLOW_LINKS))) {
            return List.of(pet(folder));
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder, PetFolder::isPackage)) {
            for (Path path : inside) {
                found.add(path);
                if (found.size() > MOST) {
                    break;
                }
            }
        } catch (IOException | DirectoryIteratorException unread) {
            return List.of();
        }
        found.sort(Comparator.comparing(PetFolder::name));
        return found.stream().limit(MOST).map(PetFolder::pet).toList();
    }

    /** A link counts wherever it leads, or the user would not learn that it leads nowhere. */
    private static boolean isPackage(Path path) {
        String name = name(path);
        if (name.startsWith(".") || name.startsWith("custom:")) {
            return false;
        }
        return Files.isSymbolicLink(path) || Files.isDirectory(path, NOFOLLOW_LINKS) || isZip(name);
    }

    static boolean isZip(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.endsWith(".zip") || small.endsWith(".petpack");
    }

    private static DiscoveredPet pet(Path path) {
        String name = name(path);
        String id = isZip(name) && !Files.isDirectory(path) ? name.substring(0, name.lastIndexOf('.')) : name;
        return new DiscoveredPet(id, id, path, null, null);
    }

    private static String name(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? "pet" : name.toString();
    }
}
