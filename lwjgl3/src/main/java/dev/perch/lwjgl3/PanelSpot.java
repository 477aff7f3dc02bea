package dev.perch.lwjgl3;

import dev.perch.model.Room;
import dev.perch.place.Spot;
import java.util.List;

/** Where a panel goes: beside the pet, in the room, neither over the pet nor under the pointer. */
final class PanelSpot {
    private static final int GAP = 8;

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
        for (Spot wish : wishes) {
            Room card = new Room(wish.x(), wish.y(), width, height);
            boolean inside = card.left() >= room.left()
                    && card.top() >= room.top()
                    && card.right() <= room.right()
                    && card.bottom() <= room.bottom();
            boolean under = pointerX >= card.left()
                    && pointerX < card.right()
                    && pointerY >= card.top()
                    && pointerY < card.bottom();
            if (inside && !under) {
                return wish;
            }
        }
        return wishes.get(4);
    }

    private static int clamp(int value, int least, int most) {
        return Math.max(least, Math.min(most, value));
    }
}
