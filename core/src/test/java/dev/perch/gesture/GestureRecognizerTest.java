package dev.perch.gesture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.perch.gesture.PointerEvent.Kind;
import org.junit.jupiter.api.Test;

final class GestureRecognizerTest {
    private final GestureRecognizer recognizer = new GestureRecognizer(1);

    @Test
    void aPressAndReleaseInPlaceIsAClick() {
        assertNull(at(Kind.DOWN, 100, 100, true));
        assertNull(at(Kind.MOVE, 103, 97, true));
        assertEquals(new Gesture.Click(0), at(Kind.UP, 103, 97, true));
    }

    @Test
    void fromTheFourthPixelOnItIsADragAndItsReleaseIsNoClick() {
        at(Kind.DOWN, 100, 100, true);
        assertEquals(new Gesture.Dragged(4, 0, 1), at(Kind.MOVE, 104, 100, true));
        assertInstanceOf(Gesture.Dropped.class, at(Kind.UP, 104, 100, true));
    }

    @Test
    void aDragThatComesBackIsStillADrag() {
        at(Kind.DOWN, 100, 100, true);
        at(Kind.MOVE, 150, 100, true);
        assertEquals(new Gesture.Dragged(0, 0, -1), at(Kind.MOVE, 100, 100, true));
        assertInstanceOf(Gesture.Dropped.class, at(Kind.UP, 100, 100, true));
    }

    @Test
    void theTurnFollowsTheLastFourPixelsSideways() {
        at(Kind.DOWN, 100, 100, true);
        assertEquals(new Gesture.Dragged(0, 9, 0), at(Kind.MOVE, 100, 109, true), "down is no way to run");
        assertEquals(new Gesture.Dragged(10, 9, 1), at(Kind.MOVE, 110, 109, true));
        assertEquals(new Gesture.Dragged(7, 9, 1), at(Kind.MOVE, 107, 109, true), "three pixels back are a tremble");
        assertEquals(new Gesture.Dragged(6, 9, -1), at(Kind.MOVE, 106, 109, true));
    }

    @Test
    void aPressBesideTheInkIsNothing() {
        assertNull(at(Kind.DOWN, 100, 100, false));
        assertNull(at(Kind.UP, 100, 100, false));
    }

    @Test
    void hoverBeginsAndEndsWithTheInk() {
        assertInstanceOf(Gesture.HoverStarted.class, at(Kind.MOVE, 10, 10, true));
        assertNull(at(Kind.MOVE, 11, 10, true));
        assertInstanceOf(Gesture.HoverEnded.class, at(Kind.MOVE, 60, 10, false));
        at(Kind.MOVE, 10, 10, true);
        assertInstanceOf(Gesture.HoverEnded.class, at(Kind.EXIT, 0, 0, false));
    }

    @Test
    void onADenseDisplayTheThresholdIsAsFarToTheHand() {
        GestureRecognizer dense = new GestureRecognizer(2);
        dense.accept(event(Kind.DOWN, 100, 100), true);
        assertNull(dense.accept(event(Kind.MOVE, 107, 100), true));
        assertEquals(new Gesture.Dragged(8, 0, 1), dense.accept(event(Kind.MOVE, 108, 100), true));
    }

    private Gesture at(Kind kind, int x, int y, boolean solid) {
        return recognizer.accept(event(kind, x, y), solid);
    }

    private static PointerEvent event(Kind kind, int x, int y) {
        return new PointerEvent(kind, x, y, x, y, kind == Kind.MOVE || kind == Kind.EXIT ? -1 : 0, 0);
    }
}
