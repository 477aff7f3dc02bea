package dev.perch.runtime.plugin;

import dev.perch.api.NotificationLevel;
import dev.perch.api.OverlayNotification;
import dev.perch.model.BubbleText;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SessionProjection;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import dev.perch.model.StatusSign;

/** A notification to ask about. */
final class Notices {
    private static final OverlayNotification ONE = new OverlayNotification(
            SessionProjection.of(
                    new StampedSnapshot(
                            new SourceId("test"),
                            SourceRank.CONFIGURED,
                            SessionId.MAIN,
                            1,
                            0,
                            Long.MAX_VALUE,
                            RuntimeSnapshot.of(PetAnimationState.RUNNING, "works")),
                    0,
                    false),
            NotificationLevel.WORKING,
            BubbleText.of(StatusSign.WORKING, "works", null));

    private Notices() {}

    static OverlayNotification one() {
        return ONE;
    }
}
