package dev.perch.lwjgl3;

import dev.perch.model.FullscreenChoice;

/** What a window that fills the screen of the pet means for it. */
final class Cover {
    private FullscreenChoice choice;
    private boolean covered;
    private boolean changed;

    Cover(FullscreenChoice choice) {
        this.choice = choice;
    }

    /** The user wishes that of the pet from now on. */
    void choose(FullscreenChoice wished) {
        choice = wished;
    }

    /** Whether there is such a window. */
    void set(boolean now) {
        covered = now;
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
