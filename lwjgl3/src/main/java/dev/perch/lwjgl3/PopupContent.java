package dev.perch.lwjgl3;

import com.badlogic.gdx.graphics.g2d.Batch;
import dev.perch.model.Room;
import dev.perch.render.Textures;

/** What a second window shows, beside the one of the pet. Render thread only. */
public interface PopupContent {
    /** Where it is to be, in desktop pixels. */
    Room place();

    /** What it is called. */
    String title();

    /**
     * Called once, with its GL context and its {@code Gdx.input} current; keys and the pointer are its affair from now on.
     *
     * @param window GLFW's
     */
    void start(long window, Textures textures);

    /** Brings it to that time. @return whether the picture is another */
    boolean step(long nowNanos);

    /** When the next step is due if nothing happens; {@link Long#MAX_VALUE}: never. */
    long nextWakeNanos();

    /** Whether it is to have the keyboard. A window that has it keeps it. */
    default boolean takesKeyboard() {
        return true;
    }

    /** Draws onto a batch that has not begun, always the same, in a window cleared to transparent. */
    void draw(Batch batch);

    /** Called once when the window is gone; the textures go with it. */
    void close();
}
