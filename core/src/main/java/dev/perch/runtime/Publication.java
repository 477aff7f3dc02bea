package dev.perch.runtime;

import dev.perch.activity.ActivityBoard;
import dev.perch.activity.Follower;
import dev.perch.api.OverlayNotification;
import dev.perch.ecs.Stage;
import dev.perch.model.Mood;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** What readers on other threads are told of a window: a value, made after each step that changed it. */
final class Publication {
    private final ActivityBoard board;
    private final Follower follower;
    private final Stage stage;
    private volatile OnShow onShow = OnShow.NOTHING;
    private volatile List<OverlayNotification> told = List.of();
    private Consumer<? super OnShow> audience = shown -> {};

    Publication(ActivityBoard board, Follower follower, Stage stage) {
        this.board = board;
        this.follower = follower;
        this.stage = stage;
    }

    /** As of the last step. Any thread. */
    OnShow onShow() {
        return onShow;
    }

    /** What the window tells of sessions as of the last step, the most urgent first. Any thread. */
    List<OverlayNotification> told() {
        return told;
    }

    /** Tells {@code watcher} whenever it is another from now on, on the render thread; it must return at once. */
    void onChange(Consumer<? super OnShow> watcher) {
        audience = watcher;
    }

    /** After a step. A new value only where something is another than before: a step that changes nothing allocates nothing. */
    void publish(String pet, long nowNanos) {
        OnShow last = onShow;
        Mood mood = follower.focus(nowNanos);
        Mood overall = board.focus(nowNanos);
        told = follower.notifications().notifications();
        if (board.sessions() != last.sessions()
                || !Objects.equals(mood, last.mood())
                || !Objects.equals(overall, last.overall())
                || stage.x != last.x()
                || stage.y != last.y()
                || !pet.equals(last.pet())) {
            onShow = new OnShow(pet, mood, overall, board.sessions(), stage.x, stage.y, stage.width, stage.height);
            audience.accept(onShow);
        }
    }
}
