package dev.perch.ecs;

import dev.perch.model.PetPackage;
import dev.perch.model.Room;
import dev.perch.place.MonitorLayout;
import dev.perch.place.Placement;
import dev.perch.place.Spot;

/** A window: where it is to be on the desktop, and how large. Desktop pixels from the top left. */
public final class Stage {
    /** The widest that a bubble's card may be, in logical pixels: about 40 letters a line. */
    public static final int BUBBLE_WIDTH = 264;

    /** Room for the tallest card (two lines of title, three of body, a note) with its shadow and tail, in logical pixels. */
    public static final int BUBBLE_HEIGHT = 168;

    /** Room for a card's shadow on either side, in logical pixels. */
    public static final int SHADOW = 18;

    /** The room while no monitor is known: more than any desktop has. */
    public static final Room ANYWHERE = new Room(-(1 << 24), -(1 << 24), 1 << 25, 1 << 25);

    /** Between the window and the edges of the work area when nobody has put it anywhere, in logical pixels. */
    public static final int MARGIN = 24;

    public int width;
    public int height;

    /** How wide a cell of the pet is shown, in logical pixels. */
    public int petWidth;

    /** Physical pixels for one logical pixel. */
    public float contentScale;

    /** Whether the user has put the window where it is since this was last cleared. */
    public boolean placed;

    /** How wide the user wants the pet, in logical pixels. */
    public int wishedPetWidth;

    public int x;
    public int y;

    /** The monitors as the window last saw them; none until it has. */
    public MonitorLayout monitors = MonitorLayout.NONE;

    /**
     * The desktop pixels in which the ink may come to rest: the work area that the window belongs to. Kept by {@link #locate};
     * {@link #ANYWHERE} while no monitor is known.
     */
    public Room room = ANYWHERE;

    /** What of the window must be on the screen: the pet in all its frames. Window pixels; the whole window until laid out. */
    public Room ink = new Room(0, 0, 0, 0);

    private Stage() {}

    /**
     * The window for a pet with a bubble over it, at the origin of the desktop.
     *
     * @param petWidth in logical pixels
     */
    public static Stage of(int petWidth, float contentScale) {
        Stage stage = new Stage();
        stage.wishedPetWidth = petWidth;
        stage.measure(petWidth, contentScale);
        return stage;
    }

    /** Gives the window another size; the pet's feet stay where they are. */
    public void resize(int newPetWidth, float newContentScale) {
        Spot feet = feet();
        measure(newPetWidth, newContentScale);
        standAt(feet);
    }

    private void measure(int newPetWidth, float newContentScale) {
        petWidth = newPetWidth;
        contentScale = newContentScale;
        int petHeight = (int) Math.ceil((double) petWidth * PetPackage.CELL_HEIGHT / PetPackage.CELL_WIDTH);
        width = (int) Math.ceil(Math.max(petWidth, BUBBLE_WIDTH + 2 * SHADOW) * contentScale);
        height = (int) Math.ceil((petHeight + BUBBLE_HEIGHT) * contentScale);
        ink = new Room(0, 0, width, height);
    }

    /** How wide a cell of the pet is shown, in physical pixels. */
    public int cellWidth() {
        return Math.round(petWidth * contentScale);
    }

    /** Where the pet stands: the middle of the window's bottom edge. */
    public Spot feet() {
        return new Spot(x + width / 2, y + height);
    }

    /** Puts the window where the pet stands there. */
    public void standAt(Spot feet) {
        moveTo(new Spot(feet.x() - width / 2, feet.y() - height));
    }

    /** Puts the window in the bottom right corner of that area. */
    public void standInCorner(Room area) {
        int margin = Math.round(MARGIN * contentScale);
        moveTo(new Spot(area.right() - margin - width, area.bottom() - margin - height));
    }

    /** Notes which work area the window belongs to, after it or the monitors changed. */
    public void locate() {
        Room home = Placement.home(monitors, ink, x, y);
        room = home == null ? ANYWHERE : home;
    }

    /** Puts the window where all its ink is in one work area, as near as can be. */
    public void settle() {
        moveTo(Placement.whole(monitors, ink, x, y));
    }

    /** Puts the window where the pointer drags it, as far as its ink stays on the screen. */
    public void dragTo(int wishedX, int wishedY) {
        moveTo(Placement.dragged(monitors, ink, wishedX, wishedY));
    }

    private void moveTo(Spot spot) {
        x = spot.x();
        y = spot.y();
        locate();
    }
}
