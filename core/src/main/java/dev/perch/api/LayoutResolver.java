package dev.perch.api;

import dev.perch.model.Room;
import org.jspecify.annotations.Nullable;

/**
 * Says where pet and bubble are and how large. The first that is registered answers; where it faults, is late or leaves the
 * work area, the built-in one does.
 *
 * <p>Asked on the plugin's worker, once for each argument; the render thread uses the last answer until the next is there.
 */
public interface LayoutResolver {
    /** A word. */
    String id();

    /** The sizes to begin with. */
    OverlayViewportDefaults defaults();

    /** Where things stand; null leaves them where they are. */
    @Nullable
    OverlayMeasuredElements measure(Input input);

    /** Whether two layouts look the same, so that nothing has to move. */
    boolean equals(@Nullable OverlayMeasuredElements previous, OverlayMeasuredElements next);

    /**
     * What a resolver is given, all in desktop pixels.
     *
     * @param mascot the ink of the pet on show, where it now is; null when it is not on show
     * @param tray the size of the bubble, or null when there is none
     * @param workArea where all has to be
     * @param scale desktop pixels for a logical one
     * @param gap how far the bubble is to stay from the pet, for its tail
     * @param previous the last answer, or null
     */
    record Input(
            @Nullable Room mascot,
            @Nullable OverlayElement tray,
            Room workArea,
            float scale,
            int gap,
            @Nullable OverlayMeasuredElements previous) {}
}
