package dev.perch.lwjgl3;

import dev.perch.model.Room;
import dev.perch.place.Spot;
import java.util.List;

/**
 * Where a panel goes: beside the pet, in the room, neither over the pet nor under the pointer, as far as there is room for
 * that.
 */
final class PanelSpot {
    /** Between the pet and a panel beside it, in pixels. */
    static final int GAP = 8;

    private PanelSpot() {}

    static Spot find(Room room, Room pet, int width, int height, int pointerX, int pointerY) {
        int left = pet.left() - GAP - width;
        int right = pet.right() + GAP;
        int high = clamp(pet.bottom() - height, room.top(), room.bottom() - height);
        int middle = clamp(pet.left() + (pet.width() - width) / 2, room.left(), room.right() - width);
        List<Spot> wishes = List.of(
                new Spot(left, high),
                new Spot(right, high),
                new Spot(middle, pet.top() - GAP - height),
                new Spot(middle, pet.bottom() + GAP),
                new Spot(room.left(), room.top()),
                new Spot(room.right() - width, room.top()),
                new Spot(room.left(), room.bottom() - height),
                new Spot(room.right() - width, room.bottom() - height));
        List<Spot> possible = wishes.stream()
                .filter(wish -> room.contains(new Room(wish.x(), wish.y(), width, height))
                        && !holds(wish, width, height, pointerX, pointerY))
                .toList();
        return possible.stream()
                .filter(wish -> !meets(wish, width, height, pet))
                .findFirst()
                .orElse(possible.isEmpty() ? wishes.get(4) : possible.get(0));
    }

    private static boolean holds(Spot card, int width, int height, int x, int y) {
        return x >= card.x() && x < card.x() + width && y >= card.y() && y < card.y() + height;
    }

    private static boolean meets(Spot card, int width, int height, Room pet) {
        return card.x() < pet.right()
                && card.x() + width > pet.left()
                && card.y() < pet.bottom()
                && card.y() + height > pet.top();
    }

    static int clamp(int value, int least, int most) {
        return Math.max(least, Math.min(most, value));
    }
}
