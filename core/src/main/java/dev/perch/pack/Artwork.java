package dev.perch.pack;

import dev.perch.api.CompatiblePetPackage;
import dev.perch.api.CompatiblePetPackage.Frame;
import dev.perch.api.CompatiblePetPackage.Image;
import dev.perch.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pictures that an import decodes, at one density.
 *
 * @param pictures checked, not decoded, by what the adapter calls them; in the order of their use
 * @param times how many pixels of theirs lie along one of the adapter's
 * @param warnings about pictures that were not chosen, or not taken in full
 */
record Artwork(Map<Image, Chosen> pictures, int times, List<Problem> warnings) {
    /**
     * A picture to decode.
     *
     * @param file its name
     */
    record Chosen(String file, SheetImage image) {}

    /**
     * Checks all pictures and takes the smallest density at which cells are as wide as wanted, or the largest.
     *
     * @param wanted width of a cell; 0 for the plain pictures
     */
    static Artwork of(CompatiblePetPackage pet, PictureChecks checks, int wanted, PackageLimits limits) throws Refusal {
        Set<Image> used = new LinkedHashSet<>();
        for (List<Frame> frames : inOrder(pet).values()) {
            frames.forEach(frame -> used.add(frame.image()));
        }
        List<Problem> warnings = new ArrayList<>(pet.warnings());
        Map<Image, Chosen> plain = new LinkedHashMap<>();
        for (Image image : used) {
            plain.put(image, new Chosen(PictureChecks.name(image), checks.check(image)));
        }
        Artwork chosen = new Artwork(plain, 1, warnings);
        for (int times = 2; times <= PackageReader.DENSITIES.size() + 1; times++) {
            Artwork denser = chosen.denser(plain, times, checks, warnings);
            if (denser != null && wanted > pet.cellWidth() * chosen.times) {
                chosen = denser;
            }
        }
        chosen.pictures.values().forEach(picture -> animated(picture, warnings));
        chosen.refuseTooMany(limits);
        return new Artwork(chosen.pictures, chosen.times, List.copyOf(warnings));
    }

    /** The clips with idle first, then by name: so that the outcome is the same whatever map the adapter gave. */
    static Map<String, List<Frame>> inOrder(CompatiblePetPackage pet) {
        Map<String, List<Frame>> ordered = new LinkedHashMap<>();
        ClipOrder.of(pet.clips().keySet())
                .forEach(name -> ordered.put(name, pet.clips().getOrDefault(name, List.of())));
        return ordered;
    }

    private @Nullable Artwork denser(
            Map<Image, Chosen> plain, int times, PictureChecks checks, List<Problem> warnings) {
        Map<Image, Chosen> pictures = new LinkedHashMap<>();
        for (Map.Entry<Image, Chosen> entry : plain.entrySet()) {
            try {
                Image denser = named(entry.getKey(), PackageReader.DENSITIES.get(times - 2), checks);
                if (denser == null) {
                    return null;
                }
                Chosen next = new Chosen(PictureChecks.name(denser), checks.check(denser));
                sameShape(entry.getValue(), next, times);
                pictures.put(entry.getKey(), next);
            } catch (Refusal e) {
                warnings.add(ignored(e));
                return null;
            }
        }
        return new Artwork(pictures, times, warnings);
    }

    private static @Nullable Image named(Image image, String density, PictureChecks checks) throws Refusal {
        if (image instanceof Image.Keyed keyed) {
            return named(keyed.image(), density, checks);
        }
        if (!(image instanceof Image.InFile file)) {
            return null;
        }
        String name = SafePath.parse("", file.path()).withSuffix(density).toString();
        return checks.has(name) ? new Image.InFile(name) : null;
    }

    private static void sameShape(Chosen plain, Chosen large, int times) throws Refusal {
        int width = times * plain.image.width();
        int height = times * plain.image.height();
        if (width != large.image.width() || height != large.image.height()) {
            throw new Refusal(
                    large.file,
                    "is " + large.image.width() + "x" + large.image.height() + " pixels, not " + times + " times "
                            + SafePath.visible(plain.file),
                    "draw it at " + width + "x" + height);
        }
    }

    private static void animated(Chosen picture, List<Problem> warnings) {
        if (!picture.image.still()) {
            warnings.add(Problem.warning(
                    picture.file, "is animated, and only its first picture is shown", "save it as a still picture"));
        }
    }

    private void refuseTooMany(PackageLimits limits) throws Refusal {
        long pixels = pictures.values().stream()
                .mapToLong(picture -> (long) picture.image.width() * picture.image.height())
                .sum();
        if (pixels > limits.imagePixels()) {
            throw new Refusal(
                    "",
                    "has pictures of more than " + limits.imagePixels() / 1_000_000 + " million pixels together",
                    "scale them down");
        }
    }

    /** What a refusal of a picture that need not be there comes to. */
    static Problem ignored(Refusal refusal) {
        Problem problem = refusal.problem();
        return Problem.warning(problem.where(), problem.what() + ", so it is not used", problem.remedy());
    }
}
