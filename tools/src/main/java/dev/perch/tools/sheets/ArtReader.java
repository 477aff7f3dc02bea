package dev.perch.tools.sheets;

import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.files.Folders;
import dev.perch.model.PackageSource;
import dev.perch.model.PetPackage;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.DecodedPet;
import dev.perch.pack.FrameReader;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.PackageReport;
import dev.perch.pack.PackageSheets;
import dev.perch.pack.Refusal;
import dev.perch.pack.SealedFolder;
import dev.perch.pack.format.PetFormats;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads whatever an author has into an {@link Art}. */
public final class ArtReader {
    private final DecodeProcess decoder;
    private final PackageLimits limits;
    private final List<CompatiblePetPackageAdapter> formats;
    private final PackageSheets sheets;
    private final PictureFiles pictures;

    /** As below, of the formats that Perch itself reads. */
    public ArtReader(DecodeProcess decoder, PackageLimits limits) {
        this(decoder, limits, PetFormats.all());
    }

    /**
     * A reader under those limits; WebP is decoded in that child.
     *
     * @param formats of pets
     */
    public ArtReader(DecodeProcess decoder, PackageLimits limits, List<CompatiblePetPackageAdapter> formats) {
        this.decoder = decoder;
        this.limits = limits;
        this.formats = formats;
        this.sheets = new PackageSheets(decoder, limits, formats);
        this.pictures = new PictureFiles(new FrameReader(decoder, limits), limits);
    }

    /**
     * Reads a folder of pictures, or a package as a folder or a zip.
     *
     * @throws ProblemException when it is none of these, or something in it cannot be read
     */
    public Art read(Path input) throws ProblemException, IOException, InterruptedException {
        if (!Files.exists(input)) {
            throw Problems.bad(input.toString(), "there is no such file or folder", "check the path");
        }
        Manifests manifests = new Manifests(limits);
        String name = String.valueOf(input.getFileName());
        if (name.endsWith(".atlas")) {
            return new AtlasReader(input, pictures).read(id(Path.of(name.substring(0, name.length() - 6))));
        }
        if (name.endsWith(".json") && !Files.isDirectory(input)) {
            return new Aseprite(input, pictures).read(id(Path.of(name.substring(0, name.length() - 5))));
        }
        if (PictureFiles.isPicture(input)) {
            return one(input);
        }
        PetPackage sealed = sealed(input);
        if (sealed != null) {
            return SealedArt.of(sealed, manifests.in(input));
        }
        if (Files.isDirectory(input)) {
            Map<String, @Nullable Object> manifest = manifests.in(input);
            Object sheet = manifest.getOrDefault("spritesheetPath", "spritesheet.webp");
            boolean packed = !manifest.isEmpty() && sheet instanceof String file && Files.exists(input.resolve(file));
            return packed
                    ? unpacked(PackageSource.of(input))
                    : new FrameFolder(input, pictures).read(id(input), manifests);
        }
        return unpacked(PackageSource.of(input));
    }

    /** Reads a pet of any format, bundled and sealed ones too; a folder of drawings is none. */
    public Art pet(PackageSource source) throws ProblemException, IOException, InterruptedException {
        if (source instanceof PackageSource.Folder folder) {
            PetPackage sealed = sealed(folder.path());
            if (sealed != null) {
                return SealedArt.of(sealed, new Manifests(limits).in(folder.path()));
            }
        }
        return unpacked(source);
    }

    private static @Nullable PetPackage sealed(Path input) {
        return Files.isDirectory(input) ? SealedFolder.open(input, id(input)) : null;
    }

    /** One animation or strip is an idle pet. */
    private Art one(Path input) throws ProblemException, IOException, InterruptedException {
        Path folder = input.toAbsolutePath().getParent();
        String name = String.valueOf(input.getFileName());
        Path stem = Path.of(name.substring(0, name.lastIndexOf('.')));
        List<ArtFrame> frames =
                FrameFolder.frames(name, pictures.read(folder == null ? input : folder, input.toAbsolutePath()));
        return new Art(id(stem), new LinkedHashMap<>(), Map.of("idle", frames), List.of());
    }

    private Art unpacked(PackageSource source) throws ProblemException, IOException, InterruptedException {
        try {
            DecodedPet pet = sheets.read(source);
            return pet.sheets().isEmpty() ? imported(source) : new SheetArt(pet, new Manifests(limits)).art();
        } catch (Refusal e) {
            throw Problems.of(e);
        }
    }

    /** What the import makes of a format that is not laid out as Codex's is. */
    private Art imported(PackageSource source) throws ProblemException, IOException {
        Path store = Files.createTempDirectory("perch-art");
        try {
            PackageReport report = new PackageLoader(store, decoder, limits, formats).load(source, 0);
            if (report instanceof PackageReport.Opened opened) {
                return SealedArt.of(opened.pet(), Map.of());
            }
            throw new ProblemException(report.problems().get(0));
        } finally {
            Folders.delete(store);
        }
    }

    /** The folder's name as a word for a package. */
    private static String id(Path folder) {
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        String word =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return word.isEmpty() ? "pet" : word;
    }
}
