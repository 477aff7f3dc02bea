package dev.perch.activity;

import dev.perch.model.ActivityCategory;
import dev.perch.model.BubbleText;
import dev.perch.model.PetAnimationState;
import dev.perch.model.QuietLevel;
import dev.perch.model.SessionProjection;
import dev.perch.model.SessionStatus;
import dev.perch.model.StatusSign;
import java.time.Duration;
import java.util.Map;

/** What a pet says of a session: what it was told, with Codex's sign for how the session stands. */
public final class BubbleWords {
    private static final Map<PetAnimationState, StatusSign> SIGNS = Map.of(
            PetAnimationState.RUNNING, StatusSign.WORKING,
            PetAnimationState.WAITING, StatusSign.NEEDS_INPUT,
            PetAnimationState.FAILED, StatusSign.BLOCKED,
            PetAnimationState.REVIEW, StatusSign.READY);

    private BubbleWords() {}

    /** The sign of a state: none for greetings and for words that nobody knows. */
    public static StatusSign sign(PetAnimationState state) {
        StatusSign sign = SIGNS.get(state);
        if (sign != null) {
            return sign;
        }
        return ActivityCategory.of(state.id()) == null
                ? StatusSign.NONE
                : SessionStatus.of(state).sign();
    }

    /** The sign of a session: that of its state, where its status says no more than the state does. */
    static StatusSign sign(SessionProjection session) {
        boolean toldByState = session.status() == SessionStatus.of(session.state());
        return toldByState ? sign(session.state()) : session.status().sign();
    }

    /**
     * The words for a session; there may be nothing to read in them.
     *
     * @param quiet how much may be said
     * @param nowNanos tells how long ago a stale session was last heard of
     */
    static BubbleText of(SessionProjection session, QuietLevel quiet, long nowNanos) {
        String title = quiet == QuietLevel.STATE ? "" : session.title();
        BubbleText text = BubbleText.of(sign(session), title, quiet == QuietLevel.FULL ? session.body() : null);
        return session.stale() ? text.stale(Duration.ofNanos(nowNanos - session.heardNanos())) : text;
    }
}
