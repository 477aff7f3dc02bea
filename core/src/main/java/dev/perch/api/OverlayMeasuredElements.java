package dev.perch.api;

import dev.perch.model.BubbleSide;
import dev.perch.model.Room;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where pet and bubble are.
 *
 * @param mascot the pet's ink
 * @param tray the bubble, or null when there is none
 * @param side on which side of the pet it is, or null when there is none
 */
public record OverlayMeasuredElements(
        Room mascot, @Nullable Room tray, @Nullable BubbleSide side) {
    /** @throws NullPointerException when there is no mascot */
    public OverlayMeasuredElements {
        Objects.requireNonNull(mascot, "mascot");
    }
}
