package dev.perch.activity;

import dev.perch.model.BubbleText;
import dev.perch.model.Mood;
import dev.perch.model.PetAnimationState;
import dev.perch.model.QuietLevel;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.StatusSign;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a pet says of its mood: nothing while nothing goes on, else what it was told, with Codex's sign for the state. */
public final class BubbleWords {
    private static final Map<PetAnimationState, StatusSign> SIGNS = Map.of(
            PetAnimationState.RUNNING, StatusSign.WORKING,
            PetAnimationState.WAITING, StatusSign.NEEDS_INPUT,
            PetAnimationState.FAILED, StatusSign.BLOCKED,
            PetAnimationState.REVIEW, StatusSign.READY);

    private BubbleWords() {}

    /** The sign of a state. */
    public static StatusSign sign(PetAnimationState state) {
        return SIGNS.getOrDefault(state, StatusSign.NONE);
    }

    /**
     * The words for a mood.
     *
     * @param quiet how much may be said
     * @param nowNanos tells how long ago a stale session was last heard of
     * @return null for nothing to say
     */
    public static @Nullable BubbleText of(Mood mood, QuietLevel quiet, long nowNanos) {
        if (mood.told() == null || mood.state().equals(PetAnimationState.IDLE)) {
            return null;
        }
        RuntimeSnapshot told = mood.told().snapshot();
        StatusSign sign = sign(mood.state());
        String title = quiet == QuietLevel.STATE ? "" : told.title();
        if (sign == StatusSign.NONE && title.isBlank()) {
            return null;
        }
        BubbleText text = BubbleText.of(sign, title, quiet == QuietLevel.FULL ? told.body() : null);
        return mood.stale() ? text.stale(Duration.ofNanos(nowNanos - mood.newsNanos())) : text;
    }
}
