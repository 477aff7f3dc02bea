package dev.perch.api;

/**
 * The sizes that a layout begins with, in logical pixels.
 *
 * @param petWidth how wide a pet is that the user has given no width, 80 to 224 (as Codex shows them)
 * @param trayWidth how wide a bubble is at most, 120 to 600: narrower ones break words, wider ones are hard to read
 * @param edge how far bubbles stay from the edge of the work area, 0 to 100
 */
public record OverlayViewportDefaults(int petWidth, int trayWidth, int edge) {
    /** @throws IllegalArgumentException when a number is outside its range */
    public OverlayViewportDefaults {
        if (petWidth < 80 || petWidth > 224 || trayWidth < 120 || trayWidth > 600 || edge < 0 || edge > 100) {
            throw new IllegalArgumentException(
                    "a pet " + petWidth + " wide, a bubble of " + trayWidth + ", " + edge + " from the edge");
        }
    }
}
