package dev.perch.lwjgl3;

import dev.perch.ecs.Stage;
import dev.perch.model.FullscreenChoice;
import dev.perch.model.Room;
import dev.perch.runtime.Whereabouts;
import java.util.List;

/** What a window that fills the screen of the pet means for it. Render thread only. */
final class Cover {
    private FullscreenChoice choice;
    private List<Room> rooms = List.of();
    private boolean covered;
    private boolean judged;
    private int x;
    private int y;
    private boolean changed;

    Cover(FullscreenChoice choice) {
        this.choice = choice;
    }

    /** The user wishes that of the pet from now on. */
    void choose(FullscreenChoice wished) {
        choice = wished;
    }

    /** Where windows are that fill a screen. */
    void windows(List<Room> now) {
        rooms = now;
        judged = false;
    }

    /** Looks whether one of them fills that of the pet; a pet that is on its way is looked at when it has arrived. */
    void follow(Stage stage, Whereabouts where) {
        boolean moves = stage.held || stage.travel.moves();
        if (moves || judged && stage.x == x && stage.y == y) {
            return;
        }
        judged = true;
        x = stage.x;
        y = stage.y;
        covered = where.covered(stage, rooms);
    }

    /** Whether the pet is to be off the screen. */
    boolean hides() {
        return covered && choice == FullscreenChoice.HIDE;
    }

    /** Whether the pet is to hold still. */
    boolean sleeps() {
        return covered && choice == FullscreenChoice.SLEEP;
    }

    /** Whether there is another picture to be seen, now that one changed or did not: what changes in a pet's sleep shows later. */
    boolean isNews(boolean pictureChanged) {
        boolean news = !sleeps() && (pictureChanged || changed);
        changed = sleeps() && (pictureChanged || changed);
        return news;
    }
}
