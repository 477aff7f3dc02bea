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
        Refusal.Stage stage = Refusal.Stage.PACKAGE;
        try (ReadFiles files =
                new ReadFiles(SourceFiles.of(source, work, Set.of(Manifest.FILE, Manifest.LEGACY_FILE), limits))) {
            SheetSource read = SheetSource.read(files, limits);
            stage = Refusal.Stage.PICTURE;
            List<Problem> warnings = new ArrayList<>(read.warnings());
            List<DecodedPet.Sheet> sheets = sheets(read, warnings, work);
            version(read.manifest().version(), sheets.get(0).grid(), warnings);
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
            try {
                DecodedPet.Sheet next =
                        decode(sheet.getKey(), sheet.getValue(), read.manifest().version(), warnings, work);
                if (!sheets.isEmpty()) {
                    sameShape(sheets.get(0), next, sheet.getKey().contains("@2x") ? 2 : 3);
                }
                sheets.add(next);
            } catch (Refusal e) {
                if (sheets.isEmpty()) {
                    throw e;
                }
                warnings.add(Artwork.ignored(e));
            }
        }
        return List.copyOf(sheets);
    }

    private static void sameShape(DecodedPet.Sheet plain, DecodedPet.Sheet large, int times) throws Refusal {
        boolean same = plain.grid().rows() == large.grid().rows()
                && plain.grid().columns() == large.grid().columns()
                && plain.grid().cellWidth() * times == large.grid().cellWidth();
        if (!same) {
            throw new Refusal(
                    large.file(),
                    "is " + large.pixels() + " pixels, not " + times + " times the plain sheet",
                    "draw it so");
        }
    }

    private static void version(int said, Geometry grid, List<Problem> warnings) {
        if (said != grid.version()) {
            warnings.add(Problem.warning(
                    Manifest.FILE + " spriteVersionNumber",
                    "is not the version " + grid.version() + " that the rows of the sheet say",
                    "write \"spriteVersionNumber\": " + grid.version()));
        }
    }

    private DecodedPet.Sheet decode(String file, byte[] bytes, int version, List<Problem> warnings, Path work)
            throws Refusal, IOException, InterruptedException {
        SheetImage image = SheetCheck.check(file, bytes, limits);
        Geometry grid = Geometry.of(image.width(), image.height(), version);
        if (grid == null) {
            throw new Refusal(
                    file,
                    "is " + image.width() + "x" + image.height() + " pixels, which is no grid of Codex cells",
                    Geometry.SIZES);
        }
        if (!image.still()) {
            warnings.add(Problem.warning(file, "is animated, and only its first picture is shown", "save a still"));
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
        if (problem.remedy().equals(Geometry.SIZES)) {
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
