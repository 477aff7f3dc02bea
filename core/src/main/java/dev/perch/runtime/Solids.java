package dev.perch.runtime;

import dev.perch.model.Sprite;

/** What catches the mouse: all else lets it through. Window pixels from the top left. */
public interface Solids {
    /** The ink of a sprite, in a cell at that place, at that scale. */
    void ink(Sprite sprite, float cellX, float cellY, float scale);

    /** The card of a bubble. */
    void card(int x, int y, int width, int height);
}
