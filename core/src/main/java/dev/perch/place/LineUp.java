package dev.perch.place;

import dev.perch.model.Room;
import java.util.ArrayList;
import java.util.List;

/** Where pets stand that nobody has put anywhere: side by side, to the left of the first one, then to its right, then in rows. */
public final class LineUp {
    private LineUp() {}

    /**
     * A place that is free, or the first of all when there is none.
     *
     * @param area where they may stand
     * @param first where the first one stands, in desktop pixels, as all places
     * @param width how wide a place is
     * @param height how high a place is
     * @param taken where others stand
     */
    public static Spot free(Room area, Spot first, int width, int height, List<Spot> taken) {
        List<Spot> places = places(area, first, width, height);
        return places.stream()
                .filter(place -> taken.stream().noneMatch(other -> near(place, other, width, height)))
                .findFirst()
                .orElse(first);
    }

    private static boolean near(Spot one, Spot other, int width, int height) {
        return Math.abs(one.x() - other.x()) < width && Math.abs(one.y() - other.y()) < height;
    }

    private static List<Spot> places(Room area, Spot first, int width, int height) {
        List<Spot> places = new ArrayList<>();
        for (int y = first.y(); y - height >= area.top(); y -= height) {
            row(area, first.x(), y, width, places);
        }
        for (int y = first.y() + height; y <= area.bottom(); y += height) {
            row(area, first.x(), y, width, places);
        }
        return places;
    }

    private static void row(Room area, int firstX, int y, int width, List<Spot> places) {
        for (int x = firstX; x - width / 2 >= area.left(); x -= width) {
            places.add(new Spot(x, y));
        }
        for (int x = firstX + width; x + width / 2 <= area.right(); x += width) {
            places.add(new Spot(x, y));
        }
    }
}
