package dev.perch.ecs;

import dev.perch.anim.Travel;
import dev.perch.anim.Tuck;
import dev.perch.api.OverlayViewportDefaults;
import dev.perch.gesture.PointerTrail;
import dev.perch.model.DesktopLook;
import dev.perch.model.KeyStroke;
import dev.perch.model.PetPackage;
import dev.perch.model.Room;
import dev.perch.model.Writers;
import dev.perch.place.MonitorLayout;
import dev.perch.place.Placement;
import dev.perch.place.Spot;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A window: where it is to be on the desktop, and how large. Desktop pixels from the top left. */
public final class Stage {
    /** Codex's own width of a pet, bubbles of about 40 letters a line, and a little air at the edge. */
    public static final OverlayViewportDefaults SIZES = new OverlayViewportDefaults(112, 264, 6);

    /** Room for the tallest card (two lines of title, three of body, a note) with its shadow and tail, in logical pixels. */
    public static final int BUBBLE_HEIGHT = 168;

    /** Room for a card's shadow on either side, in logical pixels. */
    public static final int SHADOW = 18;

    /** The room while no monitor is known: more than any desktop has. */
    public static final Room ANYWHERE = new Room(-(1 << 24), -(1 << 24), 1 << 25, 1 << 25);

    /** Between the pet's cell and the edges of the work area when nobody has put it anywhere, in logical pixels. */
    public static final int MARGIN = 24;

    public int width;
    public int height;

    /** Room for a bubble on either side of the pets. */
    public int aside;

    /** Room for a bubble above the pets. */
    public int above;

    /** Room for a bubble below the pets. */
    public int below;

    /** Whether a hand holds it. */
    public boolean held;

    /** The keys of the pet that a button of the pointer holds down: they come here wherever the keyboard is. */
    public Set<KeyStroke> keysHeard = Set.of();

    /** How wide a cell of the pet is shown, in logical pixels. */
    public int petWidth;

    /** Physical pixels for one logical pixel. */
    public float contentScale;

    /** Whether the user has put the window where it is, or made it another size, since this was last cleared. */
    public boolean placed;

    /** How the user wants programs on this desktop to look. */
    public DesktopLook desktopLook = DesktopLook.DEFAULT;

    /** Whether other programs may write to agents. */
    public Writers writers = Writers.SHUT;

    public int x;
    public int y;

    /** The monitors as the window last saw them; none until it has. */
    public MonitorLayout monitors = MonitorLayout.NONE;

    /**
     * The desktop pixels in which the ink may come to rest: the work area that the window belongs to. Kept by {@link #locate};
     * {@link #ANYWHERE} while no monitor is known.
     */
    public Room room = ANYWHERE;

    /** What of the window must be on the screen: the pet in all its frames. Window pixels; more than that until laid out. */
    public Room ink = new Room(0, 0, 0, 0);

    /** Whether the pet is to be out of sight. */
    public boolean tucked;

    /** Where the window was before the pet was tucked away, and comes back to. */
    public int homeX;

    /** Where the window was before the pet was tucked away, and comes back to. */
    public int homeY;

    /** How far it has gone out of sight. */
    public final Tuck tuck = new Tuck();

    /** How much of all that is drawn is to be seen, 0 (nothing) to 1. */
    public double shown = 1;

    /** The ways that the window goes by itself. */
    public final Travel travel = new Travel();

    /** The last places of the pointer in the window, in desktop pixels. */
    public final PointerTrail hand = new PointerTrail();

    /** When the pointer was at the last of them. */
    public long handNanos;

    /** Where in the window the pointer was last pressed. */
    public int grabX;

    /** Where in the window the pointer was last pressed. */
    public int grabY;

    /** Where the user's layout wants the window's left top corner; null: nowhere else. It goes there by itself. */
    public @Nullable Spot wished;

    /** How wide a bubble may be, and how far it stays from the edge. */
    public final OverlayViewportDefaults sizes;

    private final boolean roomAround;

    private Stage(OverlayViewportDefaults sizes, int petWidth, float contentScale, boolean roomAround) {
        this.sizes = sizes;
        this.roomAround = roomAround;
        measure(petWidth, contentScale);
    }

    /**
     * The window for a pet with a bubble over it, at the origin of the desktop.
     *
     * @param petWidth in logical pixels
     */
    public static Stage of(int petWidth, float contentScale) {
        return new Stage(SIZES, petWidth, contentScale, false);
    }

    /** As below, with Perch's own sizes. */
    public static Stage onDesktop(int petWidth, float contentScale) {
        return onDesktop(SIZES, petWidth, contentScale);
    }

    /**
     * The window for a pet with a bubble over it or under it, which moves sideways at the edges of the desktop: a window that
     * keeps its size and its place under the pet shows no jump when the bubble does.
     *
     * @param sizes of its bubble
     * @param petWidth in logical pixels
     */
    public static Stage onDesktop(OverlayViewportDefaults sizes, int petWidth, float contentScale) {
        return new Stage(sizes, petWidth, contentScale, true);
    }

    /** Gives the window another size; the pet's feet stay where they are. */
    public void resize(int newPetWidth, float newContentScale) {
        Spot feet = feet();
        int fromX = x;
        int fromY = y;
        measure(newPetWidth, newContentScale);
        standAt(feet);
        homeX += x - fromX;
        homeY += y - fromY;
    }

    private void measure(int newPetWidth, float newContentScale) {
        petWidth = newPetWidth;
        contentScale = newContentScale;
        int petHeight = (int) Math.ceil((double) petWidth * PetPackage.CELL_HEIGHT / PetPackage.CELL_WIDTH);
        above = usualReach();
        height = (int) Math.ceil((petHeight + BUBBLE_HEIGHT) * contentScale);
        if (roomAround) {
            aside = (int) Math.ceil((sizes.trayWidth() + SHADOW + sizes.edge() - petWidth / 2) * contentScale);
            below = usualReach();
            width = cellWidth() + 2 * aside;
            height += below;
        } else {
            width = (int) Math.ceil(Math.max(petWidth, sizes.trayWidth() + 2 * SHADOW) * contentScale);
        }
        int head = roomAround ? (int) (BUBBLE_HEIGHT * contentScale) : 0;
        ink = new Room(aside, head, width - 2 * aside, height - below - head);
    }

    /** Room for a bubble that is not open, in physical pixels. */
    public int usualReach() {
        return (int) Math.ceil(BUBBLE_HEIGHT * contentScale);
    }

    /** Whether the window may take more room for a bubble: it is one on a desktop, and stands still. */
    public boolean mayReach() {
        return roomAround && !room.equals(ANYWHERE) && !held && !travel.moves();
    }

    /** Makes so much room for a bubble; the pet stays where it is on the desktop, and all else in the window moves with it. */
    public void reach(int newAbove, int newBelow) {
        int up = newAbove - above;
        y -= up;
        homeY -= up;
        height += up + newBelow - below;
        above = newAbove;
        below = newBelow;
        ink = new Room(ink.left(), ink.top() + up, ink.width(), ink.height());
    }

    /** How wide a cell of the pet is shown, in physical pixels. */
    public int cellWidth() {
        return Math.round(petWidth * contentScale);
    }

    /** Where the pet stands on the desktop: the middle of its cell's bottom edge. */
    public Spot feet() {
        return new Spot(x + width / 2, y + height - below);
    }

    /** Puts the window where the pet stands there. */
    public void standAt(Spot feet) {
        moveTo(new Spot(feet.x() - width / 2, feet.y() - height + below));
    }

    /** Puts the pet in the bottom right corner of that area; the room for its bubble may hang out. */
    public void standInCorner(Room area) {
        int margin = Math.round(MARGIN * contentScale);
        moveTo(new Spot(area.right() - margin - width + aside, area.bottom() - margin - height + below));
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

    /** Where the window's left top corner may be so that all its ink is in the room. */
    public Room places() {
        return new Room(
                room.left() - ink.left(),
                room.top() - ink.top(),
                Math.max(0, room.width() - ink.width()),
                Math.max(0, room.height() - ink.height()));
    }

    /** Where the ink touches the edge of the room that is nearest; here, if no monitor is known. */
    public Spot nearestEdge() {
        Room places = places();
        if (room.equals(ANYWHERE)) {
            return new Spot(x, y);
        }
        int left = Math.abs(x - places.left());
        int right = Math.abs(places.right() - x);
        int top = Math.abs(y - places.top());
        int bottom = Math.abs(places.bottom() - y);
        int nearest = Math.min(Math.min(left, right), Math.min(top, bottom));
        if (nearest == left || nearest == right) {
            return new Spot(nearest == left ? places.left() : places.right(), y);
        }
        return new Spot(x, nearest == bottom ? places.bottom() : places.top());
    }

    /** Puts the window's left top corner there. */
    void moveTo(Spot spot) {
        x = spot.x();
        y = spot.y();
        locate();
    }
}
