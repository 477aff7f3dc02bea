package dev.perch.tools.sheets;

import dev.perch.files.Folders;
import dev.perch.model.PackageSource;
import dev.perch.model.PetPackage;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.PackageReport;
import dev.perch.pack.format.PetFormats;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Perch's own sealed form, made by the very import of the runtime. */
public final class SealedForm {
    private final DecodeProcess decoder;
    private final PackageLimits limits;

    /** Decodes in that child. */
    public SealedForm(DecodeProcess decoder, PackageLimits limits) {
        this.decoder = decoder;
        this.limits = limits;
    }

    /**
     * The sealed files of a package's files, and its {@code pet.json}, which says what pages cannot. The same pictures and
     * words give the same bytes, whatever the pet's folder was called.
     */
    public Made seal(Made files) throws ProblemException, IOException {
        Path work = Files.createTempDirectory("perch-seal");
        try {
            Path folder = Files.createDirectory(work.resolve("pet"));
            for (Map.Entry<String, byte[]> file : files.files().entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            PackageLoader loader = new PackageLoader(work.resolve("store"), decoder, limits, PetFormats.all());
            PackageReport report = loader.load(new PackageSource.Folder(folder), 0);
            if (report instanceof PackageReport.Opened opened) {
                Map<String, byte[]> sealed = read(opened.pet());
                sealed.put(Manifests.FILE, files.files().getOrDefault(Manifests.FILE, new byte[0]));
                return new Made(sealed, files.notes());
            }
            throw new ProblemException(report.problems().get(0));
        } finally {
            Folders.delete(work);
        }
    }

    private static Map<String, byte[]> read(PetPackage pet) throws IOException {
        Path folder = pet.pages().get(0).file().toAbsolutePath().getParent();
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (folder == null) {
            return files;
        }
        List<Path> sealed;
        try (Stream<Path> entries = Files.list(folder)) {
            sealed = entries.sorted().toList();
        }
        for (Path file : sealed) {
            files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        }
        return files;
    }
}
