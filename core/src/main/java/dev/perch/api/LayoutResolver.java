package dev.perch.api;

import dev.perch.model.Room;
import org.jspecify.annotations.Nullable;

/**
 * Says where pet and bubble are and how large. The first that is registered answers; where it faults, is late or leaves the
 * work area, the next one does, at last the built-in one.
 *
 * <p>Asked on the plugin's worker, whenever pet, bubble or work area are others, at most 60 times a second and window; the
 * render thread uses the last answer until the next is there. Windows are asked about one after another: an answer should
 * depend on its input alone.
 */
public interface LayoutResolver {
    /** A word. */
    String id();

    /** The sizes to begin with. Asked once, after {@link PetPlugin#setup} registered it. */
    OverlayViewportDefaults defaults();

    /**
     * Where things stand; null leaves them where they are, and to the next resolver as long as there was no other answer. A
     * tray has the size that it was asked about and lies in the work area. A mascot at another place has the pet slide there,
     * unless the user's hand holds it or it is tucked away: its left and bottom edges count, and it lies in the room.
     */
    @Nullable
    OverlayMeasuredElements measure(Input input);

    /** Whether two layouts look the same, so that nothing has to move. Asked about each new answer, on the same thread. */
    boolean equals(@Nullable OverlayMeasuredElements previous, OverlayMeasuredElements next);

    /**
     * What a resolver is given, all in desktop pixels.
     *
     * @param mascot the ink of the pet on show, where it now is; null when it is not on show
     * @param tray the size of the bubble, or null when there is none
     * @param workArea where the tray has to be
     * @param room where the mascot has to be: the work area of its monitor
     * @param scale desktop pixels for a logical one
     * @param gap how far the bubble is to stay from the pet, for its tail
     * @param previous the last answer, or null
     */
    record Input(
            @Nullable Room mascot,
            @Nullable OverlayElement tray,
            Room workArea,
            Room room,
            float scale,
            int gap,
            @Nullable OverlayMeasuredElements previous) {}
}
