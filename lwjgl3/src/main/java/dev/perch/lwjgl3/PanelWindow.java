package dev.perch.lwjgl3;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Graphics;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Window;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3WindowAdapter;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3WindowListener;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.math.Matrix4;
import dev.perch.api.Clock;
import dev.perch.gesture.KeyEvent;
import dev.perch.model.PanelText;
import dev.perch.render.Canvas;
import dev.perch.render.PanelLayout;
import dev.perch.render.PanelPainter;
import dev.perch.runtime.PanelDesk;
import org.jspecify.annotations.Nullable;
import org.lwjgl.glfw.GLFW;

/** The window of one panel: draws it, and tells the desk what the pointer and the keys do. Render thread only. */
final class PanelWindow extends ApplicationAdapter {
    static final String QUESTION = "Perch asks";
    static final String MENU = "Perch menu";

    private static final int BATCH_SPRITES = 1_024;

    private final PanelSource source;
    private final PanelDesk desk;
    private final PanelText text;
    private final PanelPainter painter;
    private final PanelLayout layout;
    private final Clock clock;
    private final WakeLatch latch;
    private final Matrix4 projection = new Matrix4();
    private @Nullable SpriteBatch batch;
    private @Nullable Canvas canvas;
    private @Nullable Graphics graphics;
    private @Nullable Lwjgl3Window window;
    private boolean closed;
    private boolean armed;
    private int pressed = -1;
    private int x;
    private int y;

    PanelWindow(
            PanelSource source,
            PanelText text,
            PanelPainter painter,
            PanelLayout layout,
            Clock clock,
            WakeLatch latch) {
        this.source = source;
        desk = source.desk();
        this.text = text;
        this.painter = painter;
        this.layout = layout;
        this.clock = clock;
        this.latch = latch;
    }

    PanelText text() {
        return text;
    }

    /** Hears of the window before it is shown. */
    Lwjgl3WindowListener listener() {
        return new Lwjgl3WindowAdapter() {
            @Override
            public void created(Lwjgl3Window created) {
                window = created;
                listenTo(created.getWindowHandle());
                if (closed) {
                    created.closeWindow();
                }
            }
        };
    }

    private void listenTo(long handle) {
        GLFW.glfwSetWindowAttrib(handle, GLFW.GLFW_FLOATING, GLFW.GLFW_TRUE);
        GLFW.glfwSetCursorPosCallback(handle, (w, px, py) -> pointer(px, py));
        GLFW.glfwSetMouseButtonCallback(handle, (w, button, action, mods) -> button(button, action));
        GLFW.glfwSetCursorEnterCallback(handle, null);
        GLFW.glfwSetScrollCallback(handle, null);
        GLFW.glfwSetCharCallback(handle, null);
        GLFW.glfwSetDropCallback(handle, null);
        GLFW.glfwSetKeyCallback(handle, (w, key, code, action, mods) -> key(key, action, mods));
        GLFW.glfwSetWindowFocusCallback(handle, (w, focused) -> focus(focused));
        GLFW.glfwSetWindowPosCallback(handle, (w, px, py) -> desk.disturb(false, clock.nanos()));
        GLFW.glfwSetWindowRefreshCallback(handle, w -> redraw());
        GLFW.glfwSetWindowCloseCallback(handle, w -> gone());
    }

    @Override
    public void create() {
        graphics = Gdx.graphics;
        Gdx.graphics.setContinuousRendering(false);
        SpriteBatch made = new SpriteBatch(BATCH_SPRITES);
        batch = made;
        int width = layout.width() + 2 * layout.margin();
        int height = layout.height() + 2 * layout.margin();
        projection.setToOrtho2D(0, 0, width, height);
        canvas = new Canvas(made, height);
        if (window != null) {
            GLFW.glfwFocusWindow(window.getWindowHandle());
        }
        redraw();
    }

    /** Shows when yes can be said. */
    void step(long nowNanos) {
        if (armed != desk.armed(nowNanos)) {
            redraw();
        }
    }

    /** Has the window go with this turn of the loop. */
    void close() {
        closed = true;
        if (window != null) {
            window.closeWindow();
        }
    }

    @Override
    public void render() {
        SpriteBatch target = batch;
        Canvas on = canvas;
        if (target == null || on == null) {
            return;
        }
        armed = desk.armed(clock.nanos());
        Gdx.gl.glClearColor(0, 0, 0, 0);
        Gdx.gl.glClear(GL20.GL_COLOR_BUFFER_BIT);
        target.setProjectionMatrix(projection);
        target.setBlendFunction(GL20.GL_ONE, GL20.GL_ONE_MINUS_SRC_ALPHA);
        target.begin();
        painter.draw(on, layout, layout.margin(), layout.margin(), desk.focus(), armed);
        target.end();
    }

    @Override
    public void dispose() {
        if (batch != null) {
            batch.dispose();
            batch = null;
            painter.dispose();
        }
    }

    private void pointer(double px, double py) {
        x = (int) Math.floor(px) - layout.margin();
        y = (int) Math.floor(py) - layout.margin();
        latch.note();
        if (desk.point(layout.itemAt(x, y))) {
            redraw();
        }
    }

    private void button(int button, int action) {
        latch.note();
        int item = layout.itemAt(x, y);
        if (button != GLFW.GLFW_MOUSE_BUTTON_LEFT) {
            return;
        }
        if (action == GLFW.GLFW_PRESS) {
            pressed = item;
        } else if (item >= 0 && item == pressed) {
            long now = clock.nanos();
            desk.choose(item, now, now);
        }
    }

    private void key(int key, int action, int mods) {
        if (action == GLFW.GLFW_RELEASE) {
            return;
        }
        latch.note();
        long now = clock.nanos();
        switch (key) {
            case GLFW.GLFW_KEY_ESCAPE, GLFW.GLFW_KEY_LEFT -> desk.escape(now, now);
            case GLFW.GLFW_KEY_ENTER, GLFW.GLFW_KEY_KP_ENTER, GLFW.GLFW_KEY_SPACE, GLFW.GLFW_KEY_RIGHT -> {
                if (action == GLFW.GLFW_PRESS) {
                    desk.choose(desk.focus(), now, now);
                }
            }
            case GLFW.GLFW_KEY_DOWN, GLFW.GLFW_KEY_TAB -> desk.move(1);
            case GLFW.GLFW_KEY_UP -> desk.move(-1);
            default -> tellPet(Keys.event(key, mods, now), action);
        }
        redraw();
    }

    /** While its menu is open the pet has the keyboard: a key that it binds closes the menu. */
    private void tellPet(@Nullable KeyEvent event, int action) {
        if (event != null && action == GLFW.GLFW_PRESS && !desk.asks()) {
            desk.close();
            source.key(event);
        }
    }

    private void focus(boolean focused) {
        latch.note();
        desk.disturb(!focused, clock.nanos());
    }

    /** The window manager closes it: that is a no. */
    private void gone() {
        long now = clock.nanos();
        desk.escape(now, now);
        latch.note();
    }

    private void redraw() {
        latch.note();
        if (graphics != null) {
            graphics.requestRendering();
        }
    }
}
