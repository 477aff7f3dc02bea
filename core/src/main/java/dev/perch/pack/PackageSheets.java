package dev.perch.pack;

import dev.perch.api.CompatiblePetPackage;
import dev.perch.api.CompatiblePetPackage.Crop;
import dev.perch.api.CompatiblePetPackage.Frame;
import dev.perch.api.CompatiblePetPackage.Image;
import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.files.Folders;
import dev.perch.model.PackageSource;
import dev.perch.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads packages of every format exactly as the import does, and hands out the pixels of those that are a Codex sheet. Any
 * thread; blocks for the decode child.
 */
public final class PackageSheets {
    private final DecodeProcess decoder;
    private final PackageLimits limits;
    private final List<CompatiblePetPackageAdapter> adapters;

    /** A reader under those limits, which decodes in that child, by the import's adapters. */
    public PackageSheets(
            DecodeProcess decoder, PackageLimits limits, List<? extends CompatiblePetPackageAdapter> adapters) {
        this.decoder = decoder;
        this.limits = limits;
        this.adapters = List.copyOf(adapters);
    }

    /**
     * Reads a package.
     *
     * @throws Refusal when the import would refuse it, for the same reason
     * @throws InterruptedException when this thread is interrupted
     */
    public DecodedPet read(PackageSource source) throws Refusal, IOException, InterruptedException {
        Path work = Files.createTempDirectory("perch-sheets");
        try {
            return new FirstReader(source, work, limits).read(adapters, read -> decode(source.id(), read, work));
        } catch (Refusal e) {
            throw placed(source, e);
        } catch (InvalidPathException e) {
            throw placed(source, new Refusal("", "has a file name that this system does not allow", "rename it"));
        } finally {
            Folders.delete(work);
        }
    }

    private DecodedPet decode(String id, PackageBytes read, Path home)
            throws Refusal, IOException, InterruptedException {
        Path work = Files.createTempDirectory(home, "read");
        try {
            PictureChecks checks = new PictureChecks(read, limits);
            OpenedPet opened = OpenedPet.read(read, checks, 0, decoder, limits, work);
            List<DecodedPet.Sheet> sheets = sheets(read, opened.pet(), checks, work);
            List<Problem> warnings = new ArrayList<>(read.warnings());
            warnings.addAll(opened.art().warnings());
            warnings.addAll(opened.dropped());
            String name = read.manifestName() == null ? "" : read.manifestName();
            byte[] manifest = read.files().getOrDefault(name, new byte[0]);
            return new DecodedPet(
                    id,
                    name,
                    manifest,
                    sheets,
                    clips(opened, sheets),
                    warnings,
                    opened.plan().warnings());
        } catch (Refusal e) {
            throw new Refusal(stage(e, Refusal.Stage.PICTURE), e.problem());
        }
    }

    /** What the pet's clips show, frame by frame. */
    private static Map<String, List<DecodedPet.Shown>> clips(OpenedPet opened, List<DecodedPet.Sheet> sheets) {
        Map<String, List<DecodedPet.Shown>> clips = new LinkedHashMap<>();
        if (sheets.isEmpty()) {
            return clips;
        }
        CompatiblePetPackage pet = opened.pet();
        Image sheet = new Image.InFile(sheets.get(0).file());
        opened.plan().clips().forEach((name, steps) -> {
            List<Frame> frames = pet.clips().getOrDefault(name, List.of());
            List<DecodedPet.Shown> shown = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                DecodedPet.Cell cell = cell(frames.get(i), sheet, pet);
                Picture ink = steps.get(i).picture();
                Pixels picture =
                        cell != null ? null : ink.pixels().crop(-ink.x(), -ink.y(), pet.cellWidth(), pet.cellHeight());
                shown.add(new DecodedPet.Shown(steps.get(i).millis(), cell, picture));
            }
            clips.put(name, shown);
        });
        return clips;
    }

    /** The cell of the sheet that a frame shows as it stands; null when it shows something else. */
    private static DecodedPet.@Nullable Cell cell(Frame frame, Image sheet, CompatiblePetPackage pet) {
        Crop crop = frame.crop();
        boolean stands = crop != null
                && frame.image().equals(sheet)
                && !frame.mirrored()
                && frame.left() == 0
                && frame.top() == 0
                && crop.width() == pet.cellWidth()
                && crop.height() == pet.cellHeight();
        return crop == null || !stands
                ? null
                : new DecodedPet.Cell(crop.y() / pet.cellHeight(), crop.x() / pet.cellWidth());
    }

    /** The sheets of a package that lies as Codex lays it out, the plain one first; none where it does not. */
    private List<DecodedPet.Sheet> sheets(PackageBytes read, CompatiblePetPackage pet, PictureChecks checks, Path work)
            throws Refusal, IOException, InterruptedException {
        String name = read.manifestName();
        if (name == null || !List.of(Manifest.FILE, Manifest.LEGACY_FILE).contains(name)) {
            return List.of();
        }
        Manifest manifest = Manifest.of(name, read.manifest());
        List<DecodedPet.Sheet> sheets = new ArrayList<>();
        for (int times = 1; times <= PackageReader.DENSITIES.size() + 1; times++) {
            String file = times == 1
                    ? manifest.sheet().toString()
                    : manifest.sheet()
                            .withSuffix(PackageReader.DENSITIES.get(times - 2))
                            .toString();
            SheetImage image = sound(file, checks, times == 1);
            Geometry grid = image == null ? null : Geometry.of(image.width(), image.height(), manifest.version());
            boolean fits = grid != null
                    && grid.cellWidth() == pet.cellWidth() * times
                    && grid.cellHeight() == pet.cellHeight() * times;
            if (image != null && grid != null && fits) {
                byte[] bytes = read.files().getOrDefault(file, new byte[0]);
                sheets.add(new DecodedPet.Sheet(file, bytes, image.type(), grid, pixels(file, image, work)));
            } else if (times == 1) {
                return List.of();
            }
        }
        return sheets;
    }

    /** Null for a larger sheet that is not there or not sound: that was told, and the plain one serves. */
    private static @Nullable SheetImage sound(String file, PictureChecks checks, boolean needed) throws Refusal {
        if (!needed && !checks.has(file)) {
            return null;
        }
        try {
            return checks.check(new Image.InFile(file));
        } catch (Refusal e) {
            if (needed) {
                throw e;
            }
            return null;
        }
    }

    private Pixels pixels(String file, SheetImage image, Path work) throws Refusal, IOException, InterruptedException {
        return SheetCheck.isPng(image.clean())
                ? PngReader.read(file, image.clean(), limits).get(0).pixels()
                : new ChildDecoder(decoder, limits, work).decode(file, image);
    }

    private static Refusal placed(PackageSource source, Refusal refusal) {
        Problem problem = refusal.problem();
        String label = SafePath.visible(source.label());
        String where = problem.where().isEmpty() ? label : label + "/" + SafePath.visible(problem.where());
        return new Refusal(
                stage(refusal, Refusal.Stage.PACKAGE), Problem.error(where, problem.what(), problem.remedy()));
    }

    private static Refusal.Stage stage(Refusal refusal, Refusal.Stage reached) {
        Problem problem = refusal.problem();
        if (refusal.stage() != Refusal.Stage.PACKAGE) {
            return refusal.stage();
        }
        if (problem.remedy().equals(Geometry.SIZES)) {
            return Refusal.Stage.GRID;
        }
        if (problem.what().equals("is missing")) {
            return Refusal.Stage.SHEET_MISSING;
        }
        boolean manifest = problem.where().contains(".json")
                || problem.where().contains(".xml")
                || problem.what().startsWith("has no pet.json");
        return manifest ? Refusal.Stage.MANIFEST : reached;
    }
}
