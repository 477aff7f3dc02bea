package dev.perch.lwjgl3;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Graphics;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Window;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3WindowAdapter;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3WindowConfiguration;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import dev.perch.model.Room;
import org.jspecify.annotations.Nullable;
import org.lwjgl.glfw.GLFW;

/**
 * A second window of the application, which takes the keyboard when its content wants it, and gives it back. Render thread
 * only.
 */
final class PopupWindow extends ApplicationAdapter {
    private static final int BATCH_SPRITES = 1_024;

    private final PopupContent content;
    private final WindowSystem system;
    private final WakeLatch latch;
    private @Nullable Lwjgl3Window window;
    private @Nullable Graphics graphics;
    private @Nullable SpriteBatch batch;
    private boolean exposed = true;
    private boolean hasKeyboard;
    private boolean closed;
    private boolean gone;

    PopupWindow(PopupContent content, WindowSystem system, WakeLatch latch) {
        this.content = content;
        this.system = system;
        this.latch = latch;
    }

    /** Opens it; it is on show some turns of the loop later. */
    void open() {
        Room place = content.place();
        Lwjgl3WindowConfiguration config = new Lwjgl3WindowConfiguration();
        config.setTitle(content.title());
        config.setWindowedMode(place.width(), place.height());
        config.setWindowPosition(place.left(), place.top());
        config.setDecorated(false);
        config.setResizable(false);
        config.setInitialBackgroundColor(new Color(0, 0, 0, 0));
        config.setWindowListener(new Lwjgl3WindowAdapter() {
            @Override
            public void created(Lwjgl3Window created) {
                window = created;
                system.beforePanel(created.getWindowHandle());
                if (closed) {
                    created.closeWindow();
                }
            }

            @Override
            public void refreshRequested() {
                exposed = true;
                latch.note();
            }
        });
        ((Lwjgl3Application) Gdx.app).newWindow(this, config);
        latch.note();
    }

    @Override
    public void create() {
        graphics = Gdx.graphics;
        Gdx.graphics.setContinuousRendering(false);
        batch = new SpriteBatch(BATCH_SPRITES);
        if (window != null) {
            long handle = window.getWindowHandle();
            content.start(handle, new GlTextures(Gdx.gl));
            // Window managers move one that is not whole on the screen when it comes, but leave it where it is put
            // after that.
            GLFW.glfwSetWindowPos(
                    handle, content.place().left(), content.place().top());
            followKeyboard(handle);
        }
        latch.note();
    }

    /** When it next needs a step. */
    long nextWakeNanos() {
        return batch == null ? Long.MAX_VALUE : content.nextWakeNanos();
    }

    /** Brings it to that time. */
    void step(long nowNanos) {
        if (batch == null || graphics == null || window == null) {
            return;
        }
        followKeyboard(window.getWindowHandle());
        if (content.step(nowNanos) || exposed) {
            exposed = false;
            graphics.requestRendering();
        }
    }

    private void followKeyboard(long handle) {
        if (!hasKeyboard && content.takesKeyboard()) {
            hasKeyboard = true;
            system.giveKeyboard(handle);
        }
    }

    @Override
    public void render() {
        SpriteBatch target = batch;
        if (target == null) {
            return;
        }
        Gdx.gl.glClearColor(0, 0, 0, 0);
        Gdx.gl.glClear(GL20.GL_COLOR_BUFFER_BIT);
        target.setBlendFunction(GL20.GL_ONE, GL20.GL_ONE_MINUS_SRC_ALPHA);
        content.draw(target);
    }

    /** Ends it with this turn of the loop. */
    void close() {
        closed = true;
        if (window != null) {
            system.returnKeyboard(window.getWindowHandle());
            window.closeWindow();
        }
        latch.note();
    }

    /** Whether it has ended. */
    boolean isGone() {
        return gone;
    }

    @Override
    public void dispose() {
        if (!gone) {
            gone = true;
            if (batch != null && window != null) {
                GLFW.glfwMakeContextCurrent(window.getWindowHandle());
                content.close();
                batch.dispose();
                batch = null;
            }
            latch.note();
        }
    }
}
