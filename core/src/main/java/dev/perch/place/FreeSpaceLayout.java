package dev.perch.place;

import dev.perch.api.LayoutResolver;
import dev.perch.api.OverlayElement;
import dev.perch.api.OverlayMeasuredElements;
import dev.perch.api.OverlayViewportDefaults;
import dev.perch.model.BubbleSide;
import dev.perch.model.Room;
import org.jspecify.annotations.Nullable;

/** Puts the bubble above the pet, or where else there is room: below, to the right, to the left. */
public final class FreeSpaceLayout implements LayoutResolver {
    /** A dragged pet's bubble goes back above it once there is so much more room, in logical pixels. */
    private static final int SLACK = 24;

    private final OverlayViewportDefaults defaults;

    /** @param defaults the sizes to begin with */
    public FreeSpaceLayout(OverlayViewportDefaults defaults) {
        this.defaults = defaults;
    }

    @Override
    public String id() {
        return "free-space";
    }

    @Override
    public OverlayViewportDefaults defaults() {
        return defaults;
    }

    @Override
    public @Nullable OverlayMeasuredElements measure(Input input) {
        Room pet = input.mascot();
        OverlayElement card = input.tray();
        if (pet == null) {
            return null;
        }
        if (card == null) {
            return new OverlayMeasuredElements(pet, null, null);
        }
        OverlayMeasuredElements previous = input.previous();
        BubbleSide before = previous == null ? null : previous.side();
        int slack = Math.round(SLACK * input.scale());
        BubbleSpot spot =
                BubbleSpot.find(input.workArea(), pet, card.width(), card.height(), input.gap(), before, slack);
        Room tray = new Room(spot.left(), spot.top(), card.width(), card.height());
        return new OverlayMeasuredElements(pet, tray, spot.side());
    }

    @Override
    public boolean equals(@Nullable OverlayMeasuredElements previous, OverlayMeasuredElements next) {
        return next.equals(previous);
    }
}
