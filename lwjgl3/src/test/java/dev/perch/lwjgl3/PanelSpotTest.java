package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.model.Room;
import dev.perch.place.Spot;
import org.junit.jupiter.api.Test;

final class PanelSpotTest {
    private static final Room SCREEN = new Room(0, 0, 800, 600);

    @Test
    void itStandsBesideThePetWhereThereIsRoom() {
        Room pet = new Room(560, 350, 224, 244);
        assertEquals(new Spot(560 - 8 - 500, 594 - 300), PanelSpot.find(SCREEN, pet, 500, 300, 600, 400));
    }

    @Test
    void withNoRoomBesideItACornerThatLeavesThePetFreeIsBetterThanOneThatCoversIt() {
        Room pet = new Room(20, 20, 224, 244);
        assertEquals(new Spot(800 - 550, 600 - 340), PanelSpot.find(SCREEN, pet, 550, 340, 700, 100));
    }

    @Test
    void aPanelThatCoversThePetWhereverItStandsIsAtLeastNotUnderThePointer() {
        Room pet = new Room(288, 178, 224, 244);
        assertEquals(new Spot(0, 0), PanelSpot.find(SCREEN, pet, 500, 400, 510, 410));
    }
}
