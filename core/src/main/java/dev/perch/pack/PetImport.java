package dev.perch.pack;

import dev.perch.api.CompatiblePetPackage;
import dev.perch.model.Clip;
import dev.perch.model.Problem;
import dev.perch.model.Sprite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One import: decode, cut, scale, pack, seal, all inside one private folder. */
final class PetImport {
    private final DecodeProcess decoder;
    private final PackageLimits limits;
    private final Path work;

    PetImport(DecodeProcess decoder, PackageLimits limits, Path work) {
        this.decoder = decoder;
        this.limits = limits;
        this.work = work;
    }

    /** The folder inside the working folder that holds the sealed pet. */
    Path run(PackageBytes source, int wanted) throws Refusal, IOException, InterruptedException {
        OpenedPet read = OpenedPet.read(source, new PictureChecks(source, limits), wanted, decoder, limits, work);
        CompatiblePetPackage pet = read.pet();
        Artwork art = read.art();
        ClipPlan plan = read.plan();
        List<Problem> problems = new ArrayList<>(read.warnings());

        Cell cell = Cell.of(pet.cellWidth(), pet.cellHeight()).times(art.times());
        Set<Picture> pictures = plan.pictures();
        int block = PixelArt.blockOf(List.copyOf(pictures), cell.width(), cell.height());
        Artwork.Chosen sheet = art.pictures().values().iterator().next();
        Fitted fitted = fit(pictures, sheet.file(), cell, block, wanted, problems);
        Map<String, Clip> clips = clips(plan, fitted);

        SealedPet sealed = new SealedPet(
                pet.displayName() != null ? pet.displayName() : pet.id(),
                pet.description(),
                source.hash(),
                fitted.scale.width(),
                fitted.scale.height(),
                fitted.scale.art(),
                clips,
                Sequences.acting(pet, clips),
                fitted.packed.pages().stream()
                        .map(page -> new SealedPet.Size(page.width(), page.height()))
                        .toList(),
                facts(pet, source, sheet, read.grid(), read.cuts()),
                List.copyOf(problems),
                read.interactions());
        Path finished = Files.createDirectory(work.resolve("sealed"));
        SealWriter.write(finished, sealed, fitted.packed.pages());
        return finished;
    }

    private record Fitted(CellScale scale, Map<Picture, Picture> scaled, PagePacker packed) {}

    /** Scales and packs, smaller and smaller until the pages are within the limits. */
    private Fitted fit(Set<Picture> pictures, String sheet, Cell cell, int art, int wanted, List<Problem> problems) {
        CellScale first = CellScale.of(cell, art, wanted);
        CellScale scale = first;
        Fitted fitted = pack(pictures, scale);
        while (fitted == null) {
            int next = scale.width() * 7 / 8;
            CellScale smaller = CellScale.of(cell, scale.art() > 0 ? art : 0, next);
            scale = smaller.width() < scale.width() ? smaller : CellScale.of(cell, 0, next);
            fitted = pack(pictures, scale);
        }
        if (scale.width() < first.width()) {
            problems.add(Problem.warning(
                    sheet,
                    "needs more than " + SourceFiles.size(limits.textureBytes()) + " of textures at " + first.width()
                            + " pixels a cell, so its cells are " + scale.width() + " wide",
                    "show it smaller"));
        }
        return fitted;
    }

    private @Nullable Fitted pack(Set<Picture> pictures, CellScale scale) {
        if (Math.max(scale.width(), scale.height()) > limits.pageSide() - PagePacker.PADDING) {
            return null;
        }
        Map<Picture, Picture> scaled = new LinkedHashMap<>();
        pictures.forEach(picture -> scaled.put(picture, scale.apply(picture)));
        PagePacker packed = PagePacker.pack(scaled.values(), scale.width(), scale.height(), limits.pageSide());
        return packed.textureBytes() <= limits.textureBytes() ? new Fitted(scale, scaled, packed) : null;
    }

    private static Map<String, Clip> clips(ClipPlan plan, Fitted fitted) {
        Map<String, Clip> clips = new LinkedHashMap<>();
        plan.clips().forEach((name, steps) -> {
            List<Clip.Frame> frames = new ArrayList<>();
            for (ClipPlan.Step step : steps) {
                Sprite sprite = fitted.packed.sprites().get(fitted.scaled.get(step.picture()));
                if (sprite == null) {
                    throw new IllegalStateException("a frame of " + name + " was not packed");
                }
                frames.add(new Clip.Frame(sprite, step.millis()));
            }
            clips.put(name, new Clip(name, frames));
        });
        return clips;
    }

    private static SheetFacts facts(
            CompatiblePetPackage pet, PackageBytes source, Artwork.Chosen sheet, @Nullable Grid grid, Cuts cuts) {
        return new SheetFacts(
                pet.formatId().id(),
                sheet.file(),
                sheet.image().type(),
                sheet.image().width(),
                sheet.image().height(),
                grid == null ? 1 : grid.columns(),
                grid == null ? 1 : grid.rows(),
                SheetFacts.declaredVersion(source.manifest()),
                cuts.inks().values().stream().mapToLong(Cuts.Ink::hidden).sum());
    }
}
