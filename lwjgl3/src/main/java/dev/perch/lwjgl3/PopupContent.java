package dev.perch.lwjgl3;

import com.badlogic.gdx.InputProcessor;
import com.badlogic.gdx.graphics.g2d.Batch;
import dev.perch.model.Room;
import dev.perch.render.Textures;

/** What a window that the user called up shows, beside the one of the pet. Render thread only. */
public interface PopupContent {
    /** Where it is to be, in desktop pixels. */
    Room place();

    /** What it is called. */
    String title();

    /** Called once, with a GL context current. @return what takes its keys and its pointer */
    InputProcessor start(Textures textures);

    /** Brings it to that time. @return whether the picture is another */
    boolean step(long nowNanos);

    /** When the next step is due if nothing happens; {@link Long#MAX_VALUE}: never. */
    long nextWakeNanos();

    /** Draws onto a batch that has not begun, in a window cleared to transparent. */
    void draw(Batch batch);

    /** Called once when the window is gone; the textures go with it. */
    void close();
}
