package dev.perch.pack;

import dev.perch.model.PackageSource;
import dev.perch.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        Refusal.Stage stage = Refusal.Stage.PACKAGE;
        try (ReadFiles files = new ReadFiles(SourceFiles.of(source, work, limits))) {
            SheetSource read = SheetSource.read(files, limits);
            stage = Refusal.Stage.PICTURE;
            SheetChoice choice = SheetChoice.of(read, 0, limits);
            List<Problem> warnings = new ArrayList<>(read.warnings());
            warnings.addAll(choice.warnings());
            List<DecodedPet.Sheet> sheets = sheets(read, warnings, work);
            String manifest = files.bytes(Manifest.FILE).length > 0 ? Manifest.FILE : Manifest.LEGACY_FILE;
            return new DecodedPet(source.id(), manifest, files.bytes(manifest), sheets, List.copyOf(warnings));
        } catch (Refusal e) {
            throw placed(source, e, stage);
        } finally {
            Folders.delete(work);
        }
    }

    private List<DecodedPet.Sheet> sheets(SheetSource read, List<Problem> warnings, Path work)
            throws Refusal, IOException, InterruptedException {
        List<DecodedPet.Sheet> sheets = new ArrayList<>();
        for (Map.Entry<String, byte[]> sheet : read.sheets().entrySet()) {
            boolean ignored = warnings.stream()
                    .anyMatch(w -> w.where().equals(sheet.getKey()) && w.what().endsWith("is not used"));
            if (!ignored) {
                sheets.add(
                        decode(sheet.getKey(), sheet.getValue(), read.manifest().version(), work));
            }
        }
        return List.copyOf(sheets);
    }

    private DecodedPet.Sheet decode(String file, byte[] bytes, int version, Path work)
            throws Refusal, IOException, InterruptedException {
        SheetImage image = SheetCheck.check(file, bytes, limits);
        Geometry grid = Geometry.of(image.width(), image.height(), version);
        if (grid == null) {
            throw new IllegalStateException(file + " was chosen with no grid");
        }
        Pixels pixels = SheetCheck.isPng(bytes)
                ? PngReader.read(file, image.clean(), limits).get(0).pixels()
                : new ChildDecoder(decoder, limits, work).decode(file, image);
        return new DecodedPet.Sheet(file, bytes, image.type(), grid, pixels);
    }

    private static Refusal placed(PackageSource source, Refusal refusal, Refusal.Stage reached) {
        Problem problem = refusal.problem();
        String label = SafePath.visible(source.label());
        String where = problem.where().isEmpty() ? label : label + "/" + SafePath.visible(problem.where());
        return new Refusal(stage(problem, reached), Problem.error(where, problem.what(), problem.remedy()));
    }

    private static Refusal.Stage stage(Problem problem, Refusal.Stage reached) {
        if (problem.remedy().equals(SheetChoice.SIZES)) {
            return Refusal.Stage.GRID;
        }
        if (reached == Refusal.Stage.PACKAGE) {
            boolean manifest = problem.where().startsWith(Manifest.FILE)
                    || problem.where().startsWith(Manifest.LEGACY_FILE)
                    || problem.what().startsWith("has no pet.json");
            if (manifest) {
                return Refusal.Stage.MANIFEST;
            }
            return problem.what().equals("is missing") ? Refusal.Stage.SHEET_MISSING : reached;
        }
        return reached;
    }
}
