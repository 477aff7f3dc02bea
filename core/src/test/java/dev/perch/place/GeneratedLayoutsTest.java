package dev.perch.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.Room;
import org.junit.jupiter.api.Test;

/** What must hold on every layout, tried on 4,000 of them with five places each. */
final class GeneratedLayoutsTest {
    private static final int LAYOUTS = 4_000;
    private static final int PLACES = 5;

    private interface Law {
        void check(MonitorLayout layout, Room ink, Spot wish, String at);
    }

    @Test
    void inkThatFitsAnywhereIsWholeInOneWorkArea() {
        forAll((layout, ink, wish, at) -> {
            if (fits(layout, ink)) {
                assertTrue(holds(layout, ink, Placement.whole(layout, ink, wish.x(), wish.y())), at);
            }
        });
    }

    @Test
    void aPlaceOnceSettledStaysAsItIs() {
        forAll((layout, ink, wish, at) -> {
            Spot once = Placement.whole(layout, ink, wish.x(), wish.y());
            assertEquals(once, Placement.whole(layout, ink, once.x(), once.y()), at);
        });
    }

    @Test
    void inkThatIsWholeInAWorkAreaIsNotMovedNorStoppedInADrag() {
        forAll((layout, ink, wish, at) -> {
            if (holds(layout, ink, wish)) {
                assertEquals(wish, Placement.whole(layout, ink, wish.x(), wish.y()), at);
                assertEquals(wish, Placement.dragged(layout, ink, wish.x(), wish.y()), at);
            }
        });
    }

    @Test
    void draggedInkIsOnTheScreenInEveryPixelAndSettlesWhole() {
        forAll((layout, ink, wish, at) -> {
            if (fits(layout, ink)) {
                Spot spot = Placement.dragged(layout, ink, wish.x(), wish.y());
                assertTrue(shown(layout, ink, spot), at);
                assertTrue(holds(layout, ink, Placement.whole(layout, ink, spot.x(), spot.y())), at);
            }
        });
    }

    @Test
    void inkThatFitsNowhereStandsOnTheEdgeOfTheMonitorThatCanShowMostOfIt() {
        forAll((layout, ink, wish, at) -> {
            if (!fits(layout, ink)) {
                Spot spot = Placement.whole(layout, ink, wish.x(), wish.y());
                Room home = Placement.home(layout, ink, spot.x(), spot.y());
                assertTrue(home != null && spot.y() + ink.bottom() <= home.bottom(), at);
                layout.monitors()
                        .forEach(other -> assertTrue(showable(other.workArea(), ink) <= showable(home, ink), at));
            }
        });
    }

    @Test
    void aMonitorThatIsUnpluggedLeavesThePetWholeOnAnother() {
        forAll((layout, ink, wish, at) -> {
            Spot before = Placement.whole(layout, ink, wish.x(), wish.y());
            MonitorLayout rest = new MonitorLayout(
                    layout.monitors().subList(0, layout.monitors().size() - 1));
            Spot after = Placement.whole(rest, ink, before.x(), before.y());
            assertTrue(!fits(rest, ink) || holds(rest, ink, after), at);
        });
    }

    private static void forAll(Law law) {
        RandomLayouts layouts = new RandomLayouts(20);
        for (int i = 0; i < LAYOUTS; i++) {
            MonitorLayout layout = layouts.next();
            Room ink = layouts.ink();
            for (int p = 0; p < PLACES; p++) {
                Room home = layout.monitors().get(p % layout.monitors().size()).bounds();
                Spot wish = p == 0
                        ? layouts.spot()
                        : new Spot(
                                layouts.between(home.left() - 500, home.right()),
                                layouts.between(home.top() - 500, home.bottom()));
                law.check(layout, ink, wish, "layout " + i + ": " + ink + " wished at " + wish + " on " + layout);
            }
        }
    }

    private static boolean fits(MonitorLayout layout, Room ink) {
        return layout.monitors().stream()
                .map(Monitor::workArea)
                .anyMatch(area -> ink.width() <= area.width() && ink.height() <= area.height());
    }

    private static boolean holds(MonitorLayout layout, Room ink, Spot spot) {
        long left = (long) spot.x() + ink.left();
        long top = (long) spot.y() + ink.top();
        return layout.monitors().stream()
                .map(Monitor::workArea)
                .anyMatch(area -> left >= area.left()
                        && top >= area.top()
                        && left + ink.width() <= area.right()
                        && top + ink.height() <= area.bottom());
    }

    /** Whether each tenth pixel, and each of the far edges, is on a monitor. */
    private static boolean shown(MonitorLayout layout, Room ink, Spot spot) {
        for (int y = 0; y < ink.height(); y = next(y, ink.height())) {
            for (int x = 0; x < ink.width(); x = next(x, ink.width())) {
                if (!shown(layout, spot.x() + ink.left() + x, spot.y() + ink.top() + y)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int next(int at, int length) {
        return at == length - 1 ? length : Math.min(at + 10, length - 1);
    }

    private static boolean shown(MonitorLayout layout, int x, int y) {
        return layout.monitors().stream()
                .map(Monitor::bounds)
                .anyMatch(room -> x >= room.left() && y >= room.top() && x < room.right() && y < room.bottom());
    }

    private static long showable(Room area, Room ink) {
        return (long) Math.min(area.width(), ink.width()) * Math.min(area.height(), ink.height());
    }
}
