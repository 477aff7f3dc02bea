package dev.perch.ecs;

import com.badlogic.ashley.core.Component;

/** Where a pet's cell lies in the window, and how large it is shown. Window pixels from the top left. */
public final class Position implements Component {
    public int x;
    public int y;

    /** Window pixels for one pixel of the package's pages. */
    public float scale = 1;
}
