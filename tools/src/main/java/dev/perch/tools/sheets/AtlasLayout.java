package dev.perch.tools.sheets;

import dev.perch.pack.MaxRects;
import dev.perch.pack.Pixels;
import dev.perch.runtime.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds a place for every picture on as few and as small pages as it can. Depends on nothing but sizes and their order. */
public final class AtlasLayout {
    /** The width of the last page grows by as much until the smallest one is found. */
    private static final int STEP = 64;

    private final AtlasSettings settings;
    private final int border;

    /** A layout by those settings. */
    public AtlasLayout(AtlasSettings settings) {
        this.settings = settings;
        this.border = settings.padding() + 2 * settings.extrude();
    }

    /** Where the picture with that number lies: the corner of its ink. */
    public record Place(int number, int x, int y) {}

    /** One page. */
    public record Sheet(int width, int height, List<Place> places) {
        /** Its pixels. */
        public long area() {
            return (long) width * height;
        }
    }

    /**
     * The pages, the full ones first.
     *
     * @param pictures of which only the sizes count
     * @throws ProblemException when one is larger than a page
     */
    public List<Sheet> lay(List<Pixels> pictures) throws ProblemException {
        for (Pixels picture : pictures) {
            if (Math.max(picture.width(), picture.height()) + border + settings.padding() > settings.side()) {
                throw Problems.bad(
                        "a picture of " + picture,
                        "does not fit on a page of " + settings.side(),
                        "give a larger --page");
            }
        }
        List<Sheet> tall = lay(pictures, MaxRects.Fit.UP);
        List<Sheet> wide = lay(pictures, MaxRects.Fit.LEFT);
        return area(wide) < area(tall) ? wide : tall;
    }

    /** The tallest first and up, or the widest first and to the left. */
    private List<Sheet> lay(List<Pixels> pictures, MaxRects.Fit fit) {
        Comparator<Integer> byHeight =
                Comparator.comparingInt(i -> -pictures.get(i).height());
        Comparator<Integer> byWidth =
                Comparator.comparingInt(i -> -pictures.get(i).width());
        List<Integer> left =
                new ArrayList<>(IntStream.range(0, pictures.size()).boxed().toList());
        left.sort(fit == MaxRects.Fit.UP ? byHeight.thenComparing(byWidth) : byWidth.thenComparing(byHeight));
        List<Sheet> sheets = new ArrayList<>();
        while (!left.isEmpty()) {
            sheets.add(page(pictures, left, fit));
        }
        return sheets;
    }

    private static long area(List<Sheet> sheets) {
        return sheets.stream().mapToLong(Sheet::area).sum();
    }

    /** Fills a page with the first that fit, and takes them out; when all fit, the page is the smallest for them. */
    private Sheet page(List<Pixels> pictures, List<Integer> left, MaxRects.Fit fit) {
        List<Place> full = fill(pictures, left, fit, settings.side());
        Sheet best = sheet(pictures, full);
        if (full.size() == left.size()) {
            for (int width = STEP; width <= settings.side(); width += STEP) {
                List<Place> narrow = area(pictures, left) <= (long) width * settings.side()
                        ? fill(pictures, left, fit, width)
                        : List.of();
                Sheet sheet = narrow.size() == left.size() ? sheet(pictures, narrow) : best;
                if (sheet.area() < best.area()) {
                    best = sheet;
                }
            }
        }
        List<Integer> placed = best.places.stream().map(Place::number).toList();
        left.removeAll(new HashSet<>(placed));
        return best;
    }

    private long area(List<Pixels> pictures, List<Integer> numbers) {
        return numbers.stream()
                .mapToLong(i -> (long) (pictures.get(i).width() + border)
                        * (pictures.get(i).height() + border))
                .sum();
    }

    private List<Place> fill(List<Pixels> pictures, List<Integer> numbers, MaxRects.Fit fit, int width) {
        MaxRects bin = new MaxRects(width - settings.padding(), settings.side() - settings.padding(), fit);
        List<Place> places = new ArrayList<>();
        int shift = settings.padding() + settings.extrude();
        for (int number : numbers) {
            Pixels p = pictures.get(number);
            MaxRects.@Nullable Rect rect = bin.place(p.width() + border, p.height() + border);
            if (rect != null) {
                places.add(new Place(number, rect.x() + shift, rect.y() + shift));
            }
        }
        return places;
    }

    private Sheet sheet(List<Pixels> pictures, List<Place> places) {
        int width = 1;
        int height = 1;
        int rim = settings.padding() + settings.extrude();
        for (Place place : places) {
            width = Math.max(width, place.x + pictures.get(place.number).width() + rim);
            height = Math.max(height, place.y + pictures.get(place.number).height() + rim);
        }
        return new Sheet(side(width), side(height), places);
    }

    private int side(int pixels) {
        return settings.powerOfTwo() ? Math.max(1, Integer.highestOneBit(2 * pixels - 1)) : pixels;
    }
}
