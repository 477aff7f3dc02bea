package dev.perch.activity;

import dev.perch.model.SessionProjection;
import dev.perch.model.StatusSign;

/**
 * One session in the stack of cards.
 *
 * @param session how it stands
 * @param sign the sign of that
 * @param pinned whether the user wants it first, always
 * @param muted whether the user wants to hear of it only when it waits
 */
public record SessionCard(SessionProjection session, StatusSign sign, boolean pinned, boolean muted) {}
