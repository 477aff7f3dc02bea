package dev.perch.gesture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.gesture.PointerEvent.Kind;
import dev.perch.model.KeyStroke.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GestureRecognizerTest {
    private static final long MILLI = 1_000_000;
    private static final Hit PLAIN = new Hit(0, false);
    private static final Hit WAITS = new Hit(0, true);

    private final List<Act> acts = new ArrayList<>();
    private final GestureRecognizer recognizer = new GestureRecognizer(acts::add);

    @Test
    void aPressAndReleaseInPlaceIsAClick() {
        at(0, Kind.DOWN, 100, 100, PLAIN);
        at(50, Kind.MOVE, 103, 97, PLAIN);
        at(90, Kind.UP, 103, 97, PLAIN);
        assertGestures(new Gesture.Click(0));
    }

    @Test
    void fromTheFourthPixelOnItIsADragAndItsReleaseIsNoClick() {
        at(0, Kind.DOWN, 100, 100, PLAIN);
        at(50, Kind.MOVE, 104, 100, PLAIN);
        at(400, Kind.UP, 104, 100, PLAIN);
        assertGestures(new Gesture.Dragged(4, 0, 1), new Gesture.Dropped());
    }

    @Test
    void aDragThatComesBackIsStillADrag() {
        at(0, Kind.DOWN, 100, 100, PLAIN);
        at(100, Kind.MOVE, 150, 100, PLAIN);
        at(200, Kind.MOVE, 100, 100, PLAIN);
        at(900, Kind.UP, 100, 100, PLAIN);
        assertGestures(new Gesture.Dragged(50, 0, 1), new Gesture.Dragged(0, 0, -1), new Gesture.Dropped());
    }

    @Test
    void theTurnFollowsTheLastFourPixelsSideways() {
        at(0, Kind.DOWN, 100, 100, PLAIN);
        at(1, Kind.MOVE, 100, 109, PLAIN);
        at(2, Kind.MOVE, 110, 109, PLAIN);
        at(3, Kind.MOVE, 107, 109, PLAIN);
        at(4, Kind.MOVE, 106, 109, PLAIN);
        assertGestures(
                new Gesture.Dragged(0, 9, 0),
                new Gesture.Dragged(10, 9, 1),
                new Gesture.Dragged(7, 9, 1),
                new Gesture.Dragged(6, 9, -1));
    }

    @Test
    void aButtonThatIsHeldForAKeyIsNoClickWhenItIsLetGoAndTheNextOneIs() {
        click(0, WAITS);
        at(200, Kind.DOWN, 100, 100, WAITS);
        assertEquals(0, recognizer.held());
        recognizer.keyPressed();
        at(900, Kind.UP, 100, 100, WAITS);
        assertEquals(Hit.NOBODY.pet(), recognizer.held());
        assertGestures(new Gesture.Click(0)); // the first, which waited
        recognizer.keyPressed();
        at(2_000, Kind.DOWN, 100, 100, PLAIN);
        at(2_050, Kind.UP, 100, 100, PLAIN);
        assertGestures(new Gesture.Click(0), new Gesture.Click(0));
    }

    @Test
    void aPressBesideTheInkIsNothing() {
        at(0, Kind.DOWN, 100, 100, Hit.NOBODY);
        at(10, Kind.UP, 100, 100, Hit.NOBODY);
        assertGestures();
    }

    @Test
    void hoverBeginsStaysAndEndsWithTheInk() {
        at(0, Kind.MOVE, 10, 10, PLAIN);
        at(300, Kind.MOVE, 11, 10, PLAIN);
        recognizer.tick(399 * MILLI);
        assertGestures(new Gesture.HoverStarted());
        recognizer.tick(2_000 * MILLI);
        at(2_100, Kind.EXIT, 0, 0, Hit.NOBODY);
        assertGestures(new Gesture.HoverStarted(), new Gesture.HoverStayed(), new Gesture.HoverEnded());
        assertEquals(400 * MILLI, acts.get(1).nanos(), "a late step changes nothing");
        assertEquals(300 * MILLI, acts.get(1).inputNanos(), "the last that the hand did");
    }

    @Test
    void fromOnePetToAnotherOneHoverEndsBeforeTheNextBegins() {
        at(0, Kind.MOVE, 10, 10, PLAIN);
        at(10, Kind.MOVE, 20, 10, new Hit(1, false));
        assertGestures(new Gesture.HoverStarted(), new Gesture.HoverEnded(), new Gesture.HoverStarted());
        assertEquals(List.of(0, 0, 1), acts.stream().map(Act::pet).toList());
    }

    @Test
    void onADenseDisplayTheThresholdIsAsFarToTheHand() {
        recognizer.setScale(2);
        at(0, Kind.DOWN, 100, 100, PLAIN);
        at(10, Kind.MOVE, 107, 100, PLAIN);
        assertGestures();
        at(20, Kind.MOVE, 108, 100, PLAIN);
        assertGestures(new Gesture.Dragged(8, 0, 1));
    }

    @Test
    void aDoubleClickIsNoClickToo() {
        click(0, WAITS);
        click(200, WAITS);
        recognizer.tick(5_000 * MILLI);
        assertGestures(new Gesture.DoubleClick());
    }

    @Test
    void aClickThatWaitedForASecondComesWhenNoneCame() {
        click(0, WAITS);
        assertEquals(400 * MILLI, recognizer.nextNanos());
        assertGestures();
        recognizer.tick(400 * MILLI);
        assertGestures(new Gesture.Click(0));
        assertEquals(50 * MILLI, acts.get(0).inputNanos(), "the input behind it is the release");
    }

    @Test
    void aSecondPressThatIsLateOrFarOrElsewhereMakesTwoClicks() {
        click(0, WAITS);
        click(400, WAITS);
        recognizer.tick(900 * MILLI);
        at(1_000, Kind.DOWN, 100, 100, WAITS);
        at(1_050, Kind.UP, 100, 100, WAITS);
        at(1_100, Kind.DOWN, 106, 100, WAITS);
        at(1_150, Kind.UP, 106, 100, WAITS);
        recognizer.tick(9_000 * MILLI);
        assertGestures(new Gesture.Click(0), new Gesture.Click(0), new Gesture.Click(0), new Gesture.Click(0));
    }

    @Test
    void aSecondPressThatBecomesADragLeavesTheFirstAClick() {
        click(0, WAITS);
        at(100, Kind.DOWN, 100, 100, WAITS);
        at(200, Kind.MOVE, 140, 100, WAITS);
        at(900, Kind.UP, 140, 100, WAITS);
        assertGestures(new Gesture.Click(0), new Gesture.Dragged(40, 0, 1), new Gesture.Dropped());
    }

    @Test
    void withNothingToWaitForQuickClicksAreClicks() {
        click(0, PLAIN);
        click(100, PLAIN);
        assertGestures(new Gesture.Click(0), new Gesture.Click(0));
    }

    @Test
    void theRightButtonAsksForTheMenu() {
        at(0, Kind.DOWN, 100, 100, 1, PLAIN);
        at(50, Kind.MOVE, 150, 100, PLAIN);
        at(90, Kind.UP, 150, 100, 1, PLAIN);
        assertGestures(new Gesture.ContextMenu());
    }

    @Test
    void aSwingThrowsAndARestingHandPutsDown() {
        at(0, Kind.DOWN, 100, 100, PLAIN);
        at(20, Kind.MOVE, 120, 100, PLAIN);
        at(40, Kind.MOVE, 140, 100, PLAIN);
        at(50, Kind.UP, 150, 100, PLAIN);
        assertEquals(new Gesture.Thrown(), acts.get(acts.size() - 1).gesture());
        acts.clear();
        at(1_000, Kind.DOWN, 100, 100, PLAIN);
        at(1_020, Kind.MOVE, 140, 100, PLAIN);
        at(1_400, Kind.UP, 140, 100, PLAIN);
        assertEquals(new Gesture.Dropped(), acts.get(acts.size() - 1).gesture());
    }

    @Test
    void whatIsHeldDownIsTold() {
        recognizer.accept(new PointerEvent(Kind.DOWN, 1, 1, 1, 1, 0, 0, Set.of(Modifier.CTRL)), PLAIN);
        recognizer.accept(new PointerEvent(Kind.UP, 1, 1, 1, 1, 0, 1, Set.of()), PLAIN);
        assertEquals(Set.of(Modifier.CTRL), acts.get(0).modifiers());
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 60, 240})
    void aScriptGivesTheSameGesturesHoweverOftenItIsSteppedThrough(int stepsASecond) {
        List<Act> atEachEvent = new ArrayList<>();
        GestureRecognizer reference = new GestureRecognizer(atEachEvent::add);
        List<PointerEvent> script = script();
        script.forEach(event -> reference.accept(event, hit(event)));
        reference.tick(30_000 * MILLI);
        int next = 0;
        for (long step = 0; step <= 30L * stepsASecond; step++) {
            long now = step * 1_000 * MILLI / stepsASecond;
            while (next < script.size() && script.get(next).nanos() <= now) {
                recognizer.accept(script.get(next), hit(script.get(next)));
                next++;
            }
            recognizer.tick(now);
        }
        assertEquals(atEachEvent, acts);
        long kinds =
                acts.stream().map(act -> act.gesture().getClass()).distinct().count();
        assertEquals(9, kinds, "all that a pointer can do is in the script");
    }

    /** A quarter of an hour of a busy hand would say no more: clicks, doubles, stays, drags and throws, unevenly spaced. */
    private static List<PointerEvent> script() {
        List<PointerEvent> script = new ArrayList<>();
        long at = 3;
        for (int round = 0; round < 12; round++) {
            script.add(event(at, Kind.MOVE, 60, 60, -1));
            at += 913 + round * 7;
            press(script, at, 100, round % 3 == 1 ? 1 : 0);
            at += 131 + round * 41;
            press(script, at, 100, 0);
            at += 83 + 60 * (round % 4);
            script.add(event(at, Kind.DOWN, 100, 100, 0));
            for (int i = 1; i <= 5; i++) {
                script.add(event(at + 17L * i, Kind.MOVE, 100 + i * (round % 2 == 0 ? 2 : 30), 100, -1));
            }
            at += 90 + 40 * (round % 3);
            script.add(event(at, Kind.UP, 200, 100, 0));
            script.add(event(at + 5, Kind.MOVE, 500, 100, -1));
            at += 77;
        }
        return script;
    }

    private static void press(List<PointerEvent> script, long at, int x, int button) {
        script.add(event(at, Kind.DOWN, x, 100, button));
        script.add(event(at + 40, Kind.UP, x, 100, button));
    }

    private static Hit hit(PointerEvent event) {
        return event.x() < 300 ? WAITS : Hit.NOBODY;
    }

    private void click(long millis, Hit hit) {
        at(millis, Kind.DOWN, 100, 100, hit);
        at(millis + 50, Kind.UP, 100, 100, hit);
    }

    private void at(long millis, Kind kind, int x, int y, Hit hit) {
        at(millis, kind, x, y, kind == Kind.MOVE || kind == Kind.EXIT ? -1 : 0, hit);
    }

    private void at(long millis, Kind kind, int x, int y, int button, Hit hit) {
        recognizer.accept(event(millis, kind, x, y, button), hit);
    }

    private static PointerEvent event(long millis, Kind kind, int x, int y, int button) {
        return new PointerEvent(kind, x, y, x, y, button, millis * MILLI);
    }

    private void assertGestures(Gesture... expected) {
        assertEquals(List.of(expected), acts.stream().map(Act::gesture).toList());
    }
}
