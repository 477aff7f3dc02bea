package dev.perch.pack;

import dev.perch.api.CompatiblePetPackage;
import dev.perch.api.CompatiblePetPackage.Image;
import dev.perch.model.Interactions;
import dev.perch.model.PetAnimationState;
import dev.perch.model.Problem;
import dev.perch.model.Trigger;
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

/**
 * A package read as far as anything can be said against it: every picture decoded and cut, nothing scaled or packed.
 *
 * @param grid the cells of its sheet, or null where frames lie otherwise
 * @param cuts the pictures of its frames
 * @param plan which is shown when
 * @param interactions what gestures do, as far as the pet has the clips
 * @param dropped why interactions were left out
 */
record OpenedPet(
        CompatiblePetPackage pet,
        Artwork art,
        @Nullable Grid grid,
        Cuts cuts,
        ClipPlan plan,
        Interactions interactions,
        List<Problem> dropped) {
    /** Gestures whose clip is played once; while it is dragged, the director asks the package itself. */
    private static final Map<String, Trigger> EVENTS =
            Map.of("hover", Trigger.HOVER, "click", Trigger.CLICK, "double-click", Trigger.DOUBLE_CLICK);

    /**
     * Reads a package, whatever its format.
     *
     * @param wanted width of a cell, 0 for the plain pictures
     * @param work a private folder, for the adapter and the child
     */
    static OpenedPet read(
            PackageBytes source,
            PictureChecks checks,
            int wanted,
            DecodeProcess decoder,
            PackageLimits limits,
            Path work)
            throws Refusal, IOException, InterruptedException {
        CompatiblePetPackage pet = new Adapting(source, checks).load(Files.createDirectory(work.resolve("package")));
        Artwork art = Artwork.of(pet, checks, wanted, limits);
        FrameLimits.check(pet, art, limits);
        Grid grid = Grid.of(pet, art);
        Cuts cuts = decode(pet, art, grid, new ChildDecoder(decoder, limits, work));
        ClipPlan plan = ClipPlan.of(pet, art, cuts, grid);
        List<Problem> problems = new ArrayList<>();
        Interactions interactions = playable(source, pet, plan.clips().keySet(), problems);
        return new OpenedPet(pet, art, grid, cuts, plan, interactions, List.copyOf(problems));
    }

    /** What is to be said of it all, in the order of the reading. */
    List<Problem> warnings() {
        List<Problem> all = new ArrayList<>(art.warnings());
        all.addAll(plan.warnings());
        all.addAll(dropped);
        return all;
    }

    /** The interactions, if the pet has all clips that they name; what the format itself says of gestures comes after. */
    private static Interactions playable(
            PackageBytes source, CompatiblePetPackage pet, Set<String> clips, List<Problem> problems) {
        problems.addAll(source.block().warnings());
        Interactions declared = source.block().interactions();
        String missing = InteractionBlocks.missingClip(declared, clips);
        if (missing != null) {
            problems.add(InteractionReader.dropped(Problem.error(
                    source.manifestLabel() + " interactions",
                    "names the clip \"" + missing + "\", which the pet does not have",
                    "name one of " + String.join(", ", new TreeSet<>(clips)))));
            declared = Interactions.NONE;
        }
        Map<Trigger, PetAnimationState> reactions = new LinkedHashMap<>(declared.reactions());
        EVENTS.forEach((gesture, trigger) -> {
            PetAnimationState state = pet.events().get(gesture);
            if (state != null && clips.contains(state.id())) {
                reactions.putIfAbsent(trigger, state);
            }
        });
        return new Interactions(
                reactions, declared.regions(), declared.bindings(), declared.menu(), declared.actions());
    }

    /** All pictures in one run of the child. */
    private static Cuts decode(CompatiblePetPackage pet, Artwork art, @Nullable Grid grid, ChildDecoder decoder)
            throws Refusal, IOException, InterruptedException {
        Map<Image, Set<Part>> parts = new LinkedHashMap<>();
        pet.clips()
                .values()
                .forEach(frames -> frames.forEach(frame -> {
                    Part part = Part.of(frame, art.pictures(), art.times());
                    parts.computeIfAbsent(part.image(), image -> new LinkedHashSet<>())
                            .add(part);
                }));
        if (grid != null) {
            parts.computeIfAbsent(grid.image(), image -> new LinkedHashSet<>()).addAll(grid.cells());
        }
        return decoder.decode(List.copyOf(art.pictures().values()), raw -> {
            Cuts cuts = Cuts.none();
            for (Map.Entry<Image, Artwork.Chosen> entry : art.pictures().entrySet()) {
                SheetImage image = entry.getValue().image();
                raw.next(image, entry.getValue().file());
                List<Part> wanted = List.copyOf(parts.getOrDefault(entry.getKey(), Set.of()));
                cuts.cut(entry.getKey(), image.width(), image.height(), art.times(), wanted, raw::row);
            }
            return cuts;
        });
    }
}
