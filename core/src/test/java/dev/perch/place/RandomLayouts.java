package dev.perch.place;

import dev.perch.model.Room;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Layouts as desks have them, and as they do not: side by side, askew, with gaps, one over another, tiny, with panels. */
final class RandomLayouts {
    private static final int[][] SIZES = {{1920, 1080}, {3840, 2160}, {1080, 1920}, {1280, 800}, {640, 480}, {100, 90}};

    private final Random random;

    RandomLayouts(long seed) {
        random = new Random(seed);
    }

    /** One to five monitors. */
    MonitorLayout next() {
        List<Monitor> monitors = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            int[] size = SIZES[random.nextInt(SIZES.length)];
            Room bounds = i == 0
                    ? new Room(between(-3000, 3000), between(-3000, 3000), size[0], size[1])
                    : beside(monitors.get(random.nextInt(i)).bounds(), size[0], size[1]);
            monitors.add(new Monitor("M" + i, bounds, workArea(bounds), 1 + random.nextInt(3) / 2f));
        }
        return new MonitorLayout(monitors);
    }

    /** Ink of a window: a pet somewhere in it, or the pet with its bubble. */
    Room ink() {
        return new Room(between(0, 300), between(0, 300), between(40, 480), between(40, 500));
    }

    /** A place near the monitors, or far from all. */
    Spot spot() {
        int far = random.nextInt(20) == 0 ? Integer.MAX_VALUE : 9000;
        return new Spot(between(-far, far), between(-far, far));
    }

    int between(int least, int most) {
        return (int) (least + (long) (random.nextDouble() * ((long) most - least + 1)));
    }

    private Room beside(Room other, int width, int height) {
        int gap = random.nextInt(3) == 0 ? between(-400, 400) : 0;
        int shift = random.nextBoolean() ? 0 : between(-600, 600);
        return switch (random.nextInt(4)) {
            case 0 -> new Room(other.right() + gap, other.top() + shift, width, height);
            case 1 -> new Room(other.left() - width - gap, other.top() + shift, width, height);
            case 2 -> new Room(other.left() + shift, other.bottom() + gap, width, height);
            default -> new Room(other.left() + shift, other.top() - height - gap, width, height);
        };
    }

    private Room workArea(Room bounds) {
        int panel = random.nextBoolean() ? 0 : between(1, 80);
        return switch (random.nextInt(4)) {
            case 0 -> new Room(bounds.left() + panel, bounds.top(), bounds.width() - panel, bounds.height());
            case 1 -> new Room(bounds.left(), bounds.top() + panel, bounds.width(), bounds.height() - panel);
            case 2 -> new Room(bounds.left(), bounds.top(), bounds.width() - panel, bounds.height());
            default -> new Room(bounds.left(), bounds.top(), bounds.width(), bounds.height() - panel);
        };
    }
}
