package dev.perch.pack;

import dev.perch.model.Clip;
import dev.perch.model.Interactions;
import dev.perch.model.Problem;
import dev.perch.model.Sprite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    Path run(SheetSource source, int wanted) throws Refusal, IOException, InterruptedException {
        SheetChoice choice = SheetChoice.of(source, wanted, limits);
        CutSheet sheet = decode(choice);
        ClipPlan plan = ClipPlan.of(choice.file(), sheet, choice.grid());
        List<Problem> problems = new ArrayList<>(choice.warnings());
        problems.addAll(plan.warnings());
        Interactions interactions = playable(source.manifest(), plan.clips().keySet(), problems);

        Set<Picture> pictures = new LinkedHashSet<>();
        plan.clips().values().forEach(steps -> steps.forEach(step -> pictures.add(step.picture())));
        int art = PixelArt.blockOf(
                List.copyOf(pictures), choice.grid().cellWidth(), choice.grid().cellHeight());
        Fitted fitted = fit(pictures, choice, art, wanted, problems);

        SealedPet pet = new SealedPet(
                source.manifest().displayName() != null
                        ? source.manifest().displayName()
                        : source.manifest().id(),
                source.manifest().description(),
                source.hash(),
                fitted.scale.width(),
                fitted.scale.height(),
                fitted.scale.art(),
                clips(plan, fitted),
                fitted.packed.pages().stream()
                        .map(page -> new SealedPet.Size(page.width(), page.height()))
                        .toList(),
                facts(choice, source.manifest(), sheet),
                List.copyOf(problems),
                interactions);
        Path finished = Files.createDirectory(work.resolve("sealed"));
        SealWriter.write(finished, pet, fitted.packed.pages());
        return finished;
    }

    /** The interactions, if the pet has all clips that they name. */
    private static Interactions playable(Manifest manifest, Set<String> clips, List<Problem> problems) {
        problems.addAll(manifest.warnings());
        String missing = InteractionBlocks.missingClip(manifest.interactions(), clips);
        if (missing == null) {
            return manifest.interactions();
        }
        problems.add(InteractionReader.dropped(Problem.error(
                Manifest.FILE + " interactions",
                "names the clip \"" + missing + "\", which the pet does not have",
                "name one of " + String.join(", ", new TreeSet<>(clips)))));
        return Interactions.NONE;
    }

    private CutSheet decode(SheetChoice choice) throws Refusal, IOException, InterruptedException {
        return new ChildDecoder(decoder, limits, work)
                .decode(choice.file(), choice.image(), raw -> CutSheet.cut(raw, choice.image(), choice.grid()));
    }

    private record Fitted(CellScale scale, Map<Picture, Picture> scaled, PagePacker packed) {}

    /** Scales and packs, smaller and smaller until the pages are within the limits. */
    private Fitted fit(Set<Picture> pictures, SheetChoice choice, int art, int wanted, List<Problem> problems) {
        Geometry grid = choice.grid();
        CellScale first = CellScale.of(grid, art, wanted);
        CellScale scale = first;
        Fitted fitted = pack(pictures, scale);
        while (fitted == null) {
            int next = scale.width() * 7 / 8;
            CellScale smaller = CellScale.of(grid, scale.art() > 0 ? art : 0, next);
            scale = smaller.width() < scale.width() ? smaller : CellScale.of(grid, 0, next);
            fitted = pack(pictures, scale);
        }
        if (scale.width() < first.width()) {
            problems.add(Problem.warning(
                    choice.file(),
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

    private static SheetFacts facts(SheetChoice choice, Manifest manifest, CutSheet sheet) {
        return new SheetFacts(
                choice.file(),
                choice.image().type(),
                choice.image().width(),
                choice.image().height(),
                choice.grid().columns(),
                choice.grid().rows(),
                manifest.version(),
                sheet.hidden());
    }
}
