package dev.perch.lwjgl3;

import dev.perch.gesture.KeyEvent;
import dev.perch.model.Room;
import dev.perch.render.PanelPainter;
import dev.perch.runtime.PanelDesk;

/** What a panel's window needs of the content. Render thread only. */
public interface PanelSource {
    /** Which panel is open. */
    PanelDesk desk();

    /** A key that a pet may have bound was pressed in the menu. */
    void key(KeyEvent event);

    /** A painter in the colours of now; belongs to the caller. */
    PanelPainter painter();

    /** The widest that a panel may be, in pixels. */
    int mostWidth();

    /** Where the pet is, in desktop pixels. */
    Room pet();

    /** Where panels may be, in desktop pixels. */
    Room room();
}
