package dev.perch.api;

import dev.perch.model.StatusSign;
import java.util.Objects;

/**
 * How the badge at the pet looks.
 *
 * @param sign what it shows
 * @param stale whether it is grey, since nothing was heard for long
 */
public record NotificationVisualState(StatusSign sign, boolean stale) {
    /** @throws NullPointerException when there is no sign */
    public NotificationVisualState {
        Objects.requireNonNull(sign, "sign");
    }
}
