package dev.perch.pack;

import dev.perch.model.PackageSource;
import dev.perch.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads packages as the import does, and hands out the pixels of their sheets. Any thread; blocks for the decode child. */
public final class PackageSheets {
    private final DecodeProcess decoder;
    private final PackageLimits limits;

    /** A reader under those limits, which decodes in that child. */
    public PackageSheets(DecodeProcess decoder, PackageLimits limits) {
        this.decoder = decoder;
        this.limits = limits;
    }

    /**
     * Reads a package.
     *
     * @throws Refusal when the import would refuse it for the same reason
     * @throws InterruptedException when this thread is interrupted
     */
    public DecodedPet read(PackageSource source) throws Refusal, IOException, InterruptedException {
        Path work = Files.createTempDirectory("perch-sheets");
        try (ReadFiles files =
                new ReadFiles(SourceFiles.of(source, work, Set.of(Manifest.FILE, Manifest.LEGACY_FILE), limits))) {
            SheetSource read = SheetSource.read(files, limits);
            String manifest = files.bytes(Manifest.FILE).length > 0 ? Manifest.FILE : Manifest.LEGACY_FILE;
            List<DecodedPet.Sheet> sheets = new ArrayList<>();
            for (Map.Entry<String, byte[]> sheet : read.sheets().entrySet()) {
                try {
                    sheets.add(decode(
                            sheet.getKey(), sheet.getValue(), read.manifest().version(), work));
                } catch (Refusal e) {
                    if (sheets.isEmpty()) {
                        throw e;
                    }
                }
            }
            return new DecodedPet(source.id(), manifest, files.bytes(manifest), List.copyOf(sheets));
        } catch (Refusal e) {
            Problem problem = e.problem();
            String where = problem.where().isEmpty() ? source.label() : source.label() + "/" + problem.where();
            throw new Refusal(SafePath.visible(where), problem.what(), problem.remedy());
        } finally {
            Folders.delete(work);
        }
    }

    private DecodedPet.Sheet decode(String file, byte[] bytes, int version, Path work)
            throws Refusal, IOException, InterruptedException {
        SheetImage image = SheetCheck.check(file, bytes, limits);
        Geometry grid = Geometry.of(image.width(), image.height(), version);
        if (grid == null) {
            throw new Refusal(
                    file,
                    "is " + image.width() + "x" + image.height() + " pixels, which is no grid of Codex cells",
                    Geometry.SIZES);
        }
        Pixels pixels = SheetCheck.isPng(bytes)
                ? PngReader.read(file, image.clean(), limits).get(0).pixels()
                : new ChildDecoder(decoder, limits, work).decode(file, image);
        return new DecodedPet.Sheet(file, bytes, image.type(), grid, pixels);
    }
}
