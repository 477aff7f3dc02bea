package dev.perch.pack;

import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.files.Folders;
import dev.perch.model.PackageSource;
import dev.perch.model.PetId;
import dev.perch.model.Problem;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens pet packages: reads them once, checks cheapest first, decodes in a child process, and seals the outcome in
 * the store, so that the same bytes are never decoded twice. Any thread; blocks for the decode child, so never the render
 * thread.
 */
public final class PackageLoader {
    private final Seals seals;
    private final DecodeProcess decoder;
    private final PackageLimits limits;
    private final List<CompatiblePetPackageAdapter> adapters;

    /**
     * A loader.
     *
     * @param store a folder of Perch's own, made where it is missing; other processes may use it too
     * @param adapters for the formats; the first that knows a package reads it, see {@link FallibleAdapter}
     */
    public PackageLoader(
            Path store,
            DecodeProcess decoder,
            PackageLimits limits,
            List<? extends CompatiblePetPackageAdapter> adapters) {
        this.adapters = List.copyOf(adapters);
        this.seals = new Seals(store);
        this.decoder = decoder;
        this.limits = limits;
    }

    /**
     * Opens a package.
     *
     * @param wantedCellWidth width in pixels at which a cell will be drawn, so that drawing needs no scaling; 0 for the
     *     size of the plain sheet. What the pet got is {@code PetPackage.cellWidth}: painted art is never made larger
     *     than the largest sheet, pixel art comes in whole multiples
     * @throws IllegalArgumentException when the width is negative or beyond {@link PackageLimits#cellWidth}
     */
    public PackageReport load(PackageSource source, int wantedCellWidth) {
        if (wantedCellWidth < 0 || wantedCellWidth > limits.cellWidth()) {
            throw new IllegalArgumentException("cells " + wantedCellWidth + " wide");
        }
        try {
            return open(source, wantedCellWidth);
        } catch (Refusal e) {
            return new PackageReport.Refused(
                    e.all().map(problem -> placed(source, problem)).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused(source, Problem.error("", "the import was stopped", "try again"));
        } catch (InvalidPathException e) {
            return refused(source, Problem.error("", "has a file name that this system does not allow", "rename it"));
        } catch (IOException e) {
            String what = "cannot be read or stored (" + reason(e) + ")";
            return refused(source, Problem.error("", what, "check the disk and the permissions"));
        }
    }

    private PackageReport open(PackageSource source, int wanted) throws Refusal, IOException, InterruptedException {
        if (source instanceof PackageSource.Bundled bundled && bundled.contentHash() != null) {
            for (CompatiblePetPackageAdapter adapter : adapters) {
                String known = key(bundled.contentHash(), adapter, wanted);
                SealedPet sealed = seals.find(known);
                if (sealed != null) {
                    return opened(source, known, sealed, List.of());
                }
            }
        }
        return reader(source).read(adapters, read -> open(source, wanted, read));
    }

    private PackageReport open(PackageSource source, int wanted, PackageBytes read)
            throws Refusal, IOException, InterruptedException {
        String key = key(read.hash(), read.adapter(), wanted);
        SealedPet sealed = seals.find(key);
        if (sealed == null) {
            seal(read, wanted, key);
            sealed = seals.find(key);
        }
        if (sealed == null) {
            throw new IOException("the sealed pet does not read back");
        }
        return opened(source, key, sealed, read.warnings());
    }

    /** What a package is known by: SHA-256 over its manifest and its sheets, in hex. Reads it all. */
    public String contentHash(PackageSource source) throws IOException {
        try {
            return reader(source).bytes(adapters, new PackageReader.Choice()).hash();
        } catch (Refusal e) {
            throw new IOException(e.problem().sentence(), e);
        }
    }

    private PackageReport opened(PackageSource source, String key, SealedPet sealed, List<Problem> ofSource) {
        List<Problem> warnings = new ArrayList<>(ofSource);
        warnings.addAll(sealed.problems());
        List<Problem> placed =
                warnings.stream().map(problem -> placed(source, problem)).toList();
        return new PackageReport.Opened(sealed.in(seals.folder(key), new PetId(source.id()), placed), sealed.sheet());
    }

    private FirstReader reader(PackageSource source) throws IOException {
        return new FirstReader(source, seals.home(), limits);
    }

    private void seal(PackageBytes read, int wanted, String key) throws Refusal, IOException, InterruptedException {
        Path work = seals.stage();
        try {
            Path finished = new PetImport(decoder, limits, work).run(read, wanted);
            seals.publish(finished, key);
        } finally {
            Folders.delete(work);
        }
    }

    private String key(String contentHash, CompatiblePetPackageAdapter adapter, int wanted) {
        MessageDigest digest = SealFormat.sha256();
        String how = SealFormat.VERSION + " " + adapter.id() + " " + wanted + " " + limits.pageSide() + " "
                + limits.textureBytes();
        SealFormat.add(digest, contentHash, new byte[0]);
        SealFormat.add(digest, how, new byte[0]);
        return SealFormat.hex(digest);
    }

    /** Such as "No space left on device": what the system said, where it said something. */
    private static String reason(IOException fault) {
        String said = fault instanceof FileSystemException file ? file.getReason() : fault.getMessage();
        return said == null || said.isBlank() ? fault.getClass().getSimpleName() : SafePath.visible(said);
    }

    private static PackageReport refused(PackageSource source, Problem problem) {
        return new PackageReport.Refused(List.of(placed(source, problem)));
    }

    private static Problem placed(PackageSource source, Problem problem) {
        String label = SafePath.visible(source.label());
        String where = problem.where().isEmpty() ? label : label + "/" + SafePath.visible(problem.where());
        return new Problem(problem.severity(), where, problem.what(), problem.remedy());
    }
}
