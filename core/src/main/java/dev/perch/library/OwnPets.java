package dev.perch.library;

import dev.perch.files.Folders;
import dev.perch.model.PackageSource;
import dev.perch.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Perch's own folder of pets. One comes in as a copy that was checked where it is, in one move: it is there whole or not at
 * all. Blocks; not for the render thread.
 */
public final class OwnPets {
    private static final String STAGING = ".staging-";
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._-]*");
    private static final int NAME_BYTES = 120;
    private static final int ARCHIVE_BYTES = 20 * 1024 * 1024;

    private final Path folder;
    private final Check check;

    /** Says whether a package can be opened. */
    @FunctionalInterface
    public interface Check {
        /** What stops it; empty: nothing. Blocks for an import. */
        Optional<Problem> refusal(PackageSource source);
    }

    /** Fills an empty place with a package. */
    @FunctionalInterface
    interface Filling {
        void into(Path place) throws LibraryFault, IOException;
    }

    /** @param folder made where it is missing */
    public OwnPets(Path folder, Check check) {
        this.folder = folder;
        this.check = check;
    }

    /**
     * Takes in a copy of a package.
     *
     * @param from a folder or a zip
     * @param overwrite whether one of that name gives way
     * @return where it is now
     * @throws LibraryFault when it cannot be opened, or one of that name is there
     * @throws IOException when it cannot be copied; all is as before then
     */
    public Path install(Path from, boolean overwrite) throws LibraryFault, IOException {
        Path given = from.toAbsolutePath().normalize();
        String name = given.getFileName() == null ? "" : given.getFileName().toString();
        if (!Files.exists(given)) {
            throw new LibraryFault(Problem.error(name, "there is no such file or folder", "check the path"));
        }
        if (Files.isDirectory(given)) {
            return place(name, overwrite, place -> FolderCopy.copy(given, place));
        }
        if (!PetFolder.isZip(name)) {
            throw new LibraryFault(
                    Problem.error(name, "is neither a folder nor a zip", "give the folder or zip of a pet"));
        }
        return place(name, overwrite, place -> copyZip(given, place));
    }

    /**
     * Takes in a sheet that came by a link, with a manifest made for it.
     *
     * @param sheet its bytes
     */
    public Path install(InstallLink link, SheetDownload.Sheet sheet, boolean overwrite)
            throws LibraryFault, IOException {
        return place(link.folder(), overwrite, place -> {
            Files.createDirectory(place);
            Files.write(place.resolve(sheet.fileName()), sheet.bytes());
            Files.write(
                    place.resolve("pet.json"), link.manifest(sheet.fileName()).getBytes(StandardCharsets.UTF_8));
        });
    }

    /**
     * Takes a pet away for good.
     *
     * @throws LibraryFault when it is not one of this folder
     */
    public void remove(LibraryPet pet) throws LibraryFault, IOException {
        Path path = PackageMark.path(pet.source());
        if (!pet.place().equals(PetPlaces.OWN) || path == null || !folder.equals(path.getParent())) {
            throw new LibraryFault(Problem.error(
                    pet.name(), "is not in Perch's own folder", "remove it with the program that put it there"));
        }
        Path staging = stage();
        try {
            Files.move(path, staging.resolve("removed"), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.delete(staging);
        }
    }

    private Path place(String name, boolean overwrite, Filling filling) throws LibraryFault, IOException {
        if (!NAME.matcher(name).matches() || name.getBytes(StandardCharsets.UTF_8).length > NAME_BYTES) {
            throw new LibraryFault(Problem.error(
                    "pet", "its folder has a name that is empty, too long or of odd characters", "rename it"));
        }
        Path target = folder.resolve(name);
        Path known = known(name);
        if (known != null && !overwrite) {
            throw new LibraryFault(
                    Problem.error(name, "a pet of that name is installed", "add --force to put this one in its place"));
        }
        Path staging = stage();
        try {
            Path staged = staging.resolve(name);
            filling.into(staged);
            Optional<Problem> refusal = check.refusal(PackageSource.of(staged));
            if (refusal.isPresent()) {
                throw new LibraryFault(refusal.get());
            }
            if (known != null) {
                Files.move(known, staging.resolve("replaced"), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } finally {
            Folders.delete(staging);
        }
    }

    /** A folder and a zip of one id are one pet. */
    private @Nullable Path known(String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return null;
        }
        String id = id(name);
        try (Stream<Path> pets = Files.list(folder)) {
            return pets.filter(pet -> id(pet.getFileName().toString()).equals(id))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static String id(String name) {
        return PetFolder.isZip(name) ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    private static void copyZip(Path from, Path to) throws LibraryFault, IOException {
        try (InputStream in = Files.newInputStream(from)) {
            byte[] bytes = in.readNBytes(ARCHIVE_BYTES + 1);
            if (bytes.length > ARCHIVE_BYTES) {
                throw new LibraryFault(Problem.error(
                        String.valueOf(from.getFileName()),
                        "is larger than 20 MiB",
                        "pack one pet with its files alone"));
            }
            Files.write(to, bytes);
        }
    }

    private Path stage() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempDirectory(folder, STAGING);
    }
}
