package dev.perch.place;

import dev.perch.model.BubbleSide;
import dev.perch.model.Room;
import org.jspecify.annotations.Nullable;

/**
 * Where a bubble is put beside a pet. It never covers the pet, and is whole in the room wherever a side has room for it.
 *
 * @param side of the pet
 * @param left edge of the card
 * @param top edge of the card
 * @param tail where the tail points: pixels from the left edge of the card, from its top edge when it is beside the pet
 */
public record BubbleSpot(BubbleSide side, int left, int top, int tail) {
    /**
     * The place of a bubble: on the side where it is, else on the first that has room; if none has, above or below, where there
     * is more. All in one system of pixels.
     *
     * @param room where the card should be whole
     * @param pet the pet's ink
     * @param width of the card
     * @param height of the card
     * @param gap between the pet and the card, for the tail
     * @param before the side where it is now, or null
     * @param slack how much more room a side of higher rank needs before the card goes back to it: a pet that is dragged along
     *     an edge would make it flutter
     */
    public static BubbleSpot find(
            Room room, Room pet, int width, int height, int gap, @Nullable BubbleSide before, int slack) {
        boolean stays = before != null && fits(room, pet, before, width, height, gap, 0);
        for (BubbleSide side : BubbleSide.values()) {
            boolean higher = stays && side.compareTo(before) < 0;
            if (fits(room, pet, side, width, height, gap, higher ? slack : 0)) {
                return at(side, room, pet, width, height, gap);
            }
        }
        boolean below = before != BubbleSide.ABOVE && room.bottom() - pet.bottom() > pet.top() - room.top();
        return at(below ? BubbleSide.BELOW : BubbleSide.ABOVE, room, pet, width, height, gap);
    }

    /** The room that is left between the card and the edge on that side; negative when it does not fit. */
    private static int spare(Room room, Room pet, BubbleSide side, int width, int height, int gap) {
        return switch (side) {
            case ABOVE -> pet.top() - gap - height - room.top();
            case BELOW -> room.bottom() - pet.bottom() - gap - height;
            case RIGHT -> room.right() - pet.right() - gap - width;
            case LEFT -> pet.left() - gap - width - room.left();
        };
    }

    private static boolean fits(Room room, Room pet, BubbleSide side, int width, int height, int gap, int toSpare) {
        BubbleSpot spot = at(side, room, pet, width, height, gap);
        return spare(room, pet, side, width, height, gap) >= toSpare
                && spot.left >= room.left()
                && spot.top >= room.top()
                && spot.left + width <= room.right()
                && spot.top + height <= room.bottom();
    }

    private static BubbleSpot at(BubbleSide side, Room room, Room pet, int width, int height, int gap) {
        int centred = Math.floorDiv(2 * pet.left() + pet.width() - width, 2);
        int level = Math.floorDiv(2 * pet.top() + pet.height() - height, 2);
        int left = switch (side) {
            case ABOVE, BELOW -> within(centred, room.left(), room.right() - width);
            case RIGHT -> pet.right() + gap;
            case LEFT -> pet.left() - gap - width;
        };
        int top = switch (side) {
            case ABOVE -> pet.top() - gap - height;
            case BELOW -> pet.bottom() + gap;
            case RIGHT, LEFT -> within(level, room.top(), room.bottom() - height);
        };
        return new BubbleSpot(side, left, top, tail(side, pet, new Room(left, top, width, height)));
    }

    /** Where the tail of a card points that stands on that side of the pet: as {@link #tail()}. */
    public static int tail(BubbleSide side, Room pet, Room card) {
        if (stacked(side)) {
            int centred = Math.floorDiv(2 * pet.left() + pet.width() - card.width(), 2);
            return within(card.width() / 2 + centred - card.left(), 0, card.width());
        }
        int level = Math.floorDiv(2 * pet.top() + pet.height() - card.height(), 2);
        return within(card.height() / 2 + level - card.top(), 0, card.height());
    }

    private static boolean stacked(BubbleSide side) {
        return side == BubbleSide.ABOVE || side == BubbleSide.BELOW;
    }

    /** As near as can be; the lower end when there is no room at all. */
    private static int within(int value, int least, int most) {
        return Math.max(least, Math.min(value, most));
    }
}
