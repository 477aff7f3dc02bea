package dev.perch.activity;

import dev.perch.api.NotificationProjectionResult;
import dev.perch.api.OverlayNotification;
import dev.perch.model.BubbleText;
import dev.perch.model.Mood;
import dev.perch.model.SessionProjection;
import dev.perch.model.StampedSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one pet tells of a board: of its part of the sessions, and the mood of the first of them. Render thread only. */
public final class Follower {
    private final ActivityBoard board;
    private final Part part;
    private Mood focus;
    private NotificationProjectionResult notifications;
    private int boardSeen = -1;
    private int partSeen;

    /** @param nowNanos since when nothing is going on */
    public Follower(ActivityBoard board, Part part, long nowNanos) {
        this.board = board;
        this.part = part;
        focus = Mood.calm(nowNanos);
        notifications = board.notifications();
        partSeen = part.revision();
    }

    /** The mood of the session that the pet follows. Allocates nothing while nothing changes. */
    public Mood focus(long nowNanos) {
        board.bringTo(nowNanos);
        part.follow(board.sessions(), nowNanos);
        boolean moved = part.revision() != partSeen;
        if (moved || board.revision() != boardSeen) {
            boardSeen = board.revision();
            partSeen = part.revision();
            notifications = mine(board.notifications());
            focus = follow(nowNanos, moved ? nowNanos : board.movedNanos());
        }
        return focus;
    }

    /** What is told as of the last {@link #focus}, the most urgent first. The same object until it may be something else. */
    public NotificationProjectionResult notifications() {
        return notifications;
    }

    /** When the focus changes with nothing told; {@link Long#MAX_VALUE}: never. */
    public long nextChange() {
        return Math.min(board.nextChange(), part.nextChange());
    }

    private NotificationProjectionResult mine(NotificationProjectionResult all) {
        if (part.isAll()) {
            return all;
        }
        List<OverlayNotification> mine = new ArrayList<>();
        for (OverlayNotification one : all.notifications()) {
            if (part.has(one.session())) {
                mine.add(named(one));
            }
        }
        NotificationProjectionResult result =
                new NotificationProjectionResult(mine, board.badge(mine.isEmpty() ? null : mine.get(0)));
        return result.equals(notifications) ? notifications : result;
    }

    private OverlayNotification named(OverlayNotification one) {
        BubbleText text = one.text();
        return part.name().isEmpty() || text.isSilent()
                ? one
                : new OverlayNotification(one.session(), one.level(), text.under(part.name()));
    }

    private Mood follow(long now, long moved) {
        Session followed = followed();
        return followed == null ? calmSince(now) : continued(board.mood(followed, now), moved);
    }

    /** The session of the first notification, else the first one that is known: an idle one says nothing. */
    private @Nullable Session followed() {
        for (OverlayNotification notification : notifications.notifications()) {
            Session session = board.find(notification.session());
            if (session != null) {
                return session;
            }
        }
        for (SessionProjection session : board.sessions()) {
            if (part.has(session)) {
                return board.find(session);
            }
        }
        return null;
    }

    /**
     * Another session in the same state goes on with the same animation; one in another state begins it when the pet
     * turns to it, since nobody saw what it did before.
     */
    private Mood continued(Mood next, long moved) {
        if (next.state().equals(focus.state())) {
            return next.since(focus.sinceNanos());
        }
        return followed(next) ? next : next.since(Math.max(next.sinceNanos(), moved));
    }

    private boolean followed(Mood next) {
        StampedSnapshot before = focus.told();
        StampedSnapshot after = next.told();
        return before != null && after != null && ActivityBoard.sameSession(before, after);
    }

    private Mood calmSince(long now) {
        boolean calm = focus.told() == null;
        return calm ? focus : continued(Mood.calm(now), now);
    }
}
