package dev.perch.tools.sheets;

import dev.perch.pack.MaxRects;
import dev.perch.pack.Pixels;
import dev.perch.runtime.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a place for every picture on as few and as small pages as it can. Depends on nothing but sizes and their order. */
final class AtlasLayout {
    /** The width of the last page grows by as much until the smallest one is found. */
    private static final int STEP = 64;

    private final AtlasSettings settings;
    private final int border;

    AtlasLayout(AtlasSettings settings) {
        this.settings = settings;
        this.border = settings.padding() + 2 * settings.extrude();
    }

    /** Where the picture with that number lies: the corner of its ink. */
    record Place(int number, int x, int y) {}

    /** One page. */
    record Sheet(int width, int height, List<Place> places) {}

    List<Sheet> lay(List<Pixels> pictures) throws ProblemException {
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            Pixels p = pictures.get(i);
            if (Math.max(p.width(), p.height()) + border + settings.padding() > settings.side()) {
                throw Problems.bad(
                        "a picture of " + p, "does not fit on a page of " + settings.side(), "give a larger --page");
            }
            left.add(i);
        }
        left.sort(Comparator.comparingInt((Integer i) ->
                        Math.max(pictures.get(i).width(), pictures.get(i).height()))
                .thenComparingInt(i -> pictures.get(i).width() * pictures.get(i).height())
                .reversed()
                .thenComparingInt(i -> i));
        List<Sheet> sheets = new ArrayList<>();
        while (!left.isEmpty()) {
            sheets.add(page(pictures, left));
        }
        return sheets;
    }

    /** Fills a page with the first that fit, and takes them out; when all fit, the page is the smallest for them. */
    private Sheet page(List<Pixels> pictures, List<Integer> left) {
        List<Place> full = fill(pictures, left, settings.side(), settings.side());
        Sheet best = sheet(pictures, full);
        if (full.size() == left.size()) {
            for (int width = STEP; width <= settings.side(); width += STEP) {
                List<Place> narrow = area(pictures, left) <= (long) width * settings.side()
                        ? fill(pictures, left, width, settings.side())
                        : List.of();
                Sheet sheet = narrow.size() == left.size() ? sheet(pictures, narrow) : best;
                if ((long) sheet.width * sheet.height < (long) best.width * best.height) {
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

    private List<Place> fill(List<Pixels> pictures, List<Integer> numbers, int width, int height) {
        MaxRects bin = new MaxRects(width - settings.padding(), height - settings.padding());
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
