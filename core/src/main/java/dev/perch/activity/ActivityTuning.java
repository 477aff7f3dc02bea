package dev.perch.activity;

import dev.perch.model.PetAnimationState;
import java.time.Duration;
import java.util.Map;

/**
 * The numbers of the {@link ActivityBoard}.
 *
 * @param lifetimes for how long a state is believed that came with no time of its own: what the Codex TUI grants its
 *     notifications
 * @param otherLifetime the same for any other state: as long as a running one
 * @param lingers for how long a state is still shown, marked stale, after its time: long enough to be seen, short enough
 *     not to lie for long
 * @param sessions how many sessions are kept; the one heard of longest ago goes first: more than a person runs at once
 */
public record ActivityTuning(
        Map<PetAnimationState, Duration> lifetimes, Duration otherLifetime, Duration lingers, int sessions) {

    /** Running 3 minutes, waiting 24 hours, ready 7 days, failed 1 hour. */
    public static final ActivityTuning DEFAULT = new ActivityTuning(
            Map.of(
                    PetAnimationState.RUNNING, Duration.ofMinutes(3),
                    PetAnimationState.WAITING, Duration.ofHours(24),
                    PetAnimationState.REVIEW, Duration.ofDays(7),
                    PetAnimationState.FAILED, Duration.ofHours(1)),
            Duration.ofMinutes(3),
            Duration.ofMinutes(3),
            256);

    public ActivityTuning {
        lifetimes = Map.copyOf(lifetimes);
    }

    long lifetimeNanos(PetAnimationState state) {
        return lifetimes.getOrDefault(state, otherLifetime).toNanos();
    }
}
