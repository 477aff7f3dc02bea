package dev.perch.lwjgl3;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import dev.perch.api.Clock;
import dev.perch.model.Room;
import org.jspecify.annotations.Nullable;
import org.lwjgl.glfw.GLFW;

/**
 * One window and its content: steps it when the loop comes out of its wait, and asks LibGDX for a picture only when there is
 * another one to show. Render thread only.
 */
final class PetWindow extends ApplicationAdapter {
    /** A bubble's letters and a handful of pets in one draw call. */
    private static final int BATCH_SPRITES = 512;

    private final WindowContent content;
    private final WindowSystem system;
    private final WakeLatch latch;
    private final LoopCounters counters;
    private final Rectangles solid = new Rectangles();
    private final WindowPlace place;
    private final PointerFeed pointer;
    private long handle;
    private @Nullable SpriteBatch batch;
    private boolean exposed;
    private volatile boolean desktopChanged;
    private boolean shown = true;

    /**
     * @param at where and how large it is at first
     * @param latch told when something happened that the next step should not wait for
     */
    PetWindow(
            WindowContent content, Room at, WindowSystem system, WakeLatch latch, Clock clock, LoopCounters counters) {
        this.content = content;
        this.system = system;
        this.latch = latch;
        this.counters = counters;
        place = new WindowPlace(content, at.width(), at.height());
        pointer = new PointerFeed(content, system, place, clock, latch);
    }

    /** The window exists and is not on show yet. LibGDX's listeners would each ask for a picture: most are replaced. */
    void created(long window) {
        handle = window;
        system.beforeShow(window);
        pointer.listenTo(window);
        GLFW.glfwSetWindowFocusCallback(window, null);
        GLFW.glfwSetWindowIconifyCallback(window, null);
        GLFW.glfwSetWindowMaximizeCallback(window, null);
        GLFW.glfwSetDropCallback(window, null);
        GLFW.glfwSetWindowCloseCallback(window, w -> latch.note());
        GLFW.glfwSetWindowRefreshCallback(window, w -> exposed());
        GLFW.glfwSetWindowContentScaleCallback(window, (w, x, y) -> rescaled(x));
        GLFW.glfwSetMonitorCallback((monitor, event) -> changed());
    }

    @Override
    public void create() {
        system.catchMouse(handle, solid);
        Gdx.graphics.setContinuousRendering(false);
        batch = new SpriteBatch(BATCH_SPRITES);
        content.start(new GlTextures(Gdx.gl), latch);
        place.settle(handle);
        system.watch(handle, this::changed);
        exposed();
    }

    /** Whether LibGDX got as far as a window. */
    boolean exists() {
        return handle != 0;
    }

    /** Whether {@link #step} may be called. */
    boolean started() {
        return batch != null;
    }

    /** The earlier of what the content and the window system wait for. */
    long nextWakeNanos() {
        return Math.min(content.nextWakeNanos(), system.nextLookNanos());
    }

    /** Brings the window to that time. */
    void step(long nowNanos) {
        counters.stepped();
        pointer.tellMove(handle);
        if (desktopChanged) {
            desktopChanged = false;
            lookAtDesktop();
        }
        boolean changed = content.step(nowNanos);
        if (content.inputRegionChanged()) {
            tellRegion();
        }
        place.follow(handle);
        show(content.windowShown());
        system.look(handle, nowNanos);
        if (shown && (changed || exposed)) {
            exposed = false;
            Gdx.graphics.requestRendering();
        }
    }

    private void lookAtDesktop() {
        if (shown) {
            place.settle(handle);
        } else {
            content.monitors(Monitors.now());
        }
        content.fullscreen(system.fullscreen());
        if (!system.onTop()) {
            counters.lostTop();
            GLFW.glfwSetWindowAttrib(handle, GLFW.GLFW_FLOATING, GLFW.GLFW_TRUE);
        }
    }

    private void show(boolean wished) {
        if (wished == shown) {
            return;
        }
        shown = wished;
        if (wished) {
            system.beforeShow(handle);
            GLFW.glfwShowWindow(handle);
            place.put(handle);
            exposed();
        } else {
            GLFW.glfwHideWindow(handle);
        }
    }

    /** Ends the loop after this turn. */
    void close() {
        GLFW.glfwSetWindowShouldClose(handle, true);
    }

    @Override
    public void render() {
        SpriteBatch target = batch;
        if (target == null) {
            return;
        }
        counters.drew();
        Gdx.gl.glClearColor(0, 0, 0, 0);
        Gdx.gl.glClear(GL20.GL_COLOR_BUFFER_BIT);
        target.setBlendFunction(GL20.GL_ONE, GL20.GL_ONE_MINUS_SRC_ALPHA);
        content.draw(target);
    }

    @Override
    public void dispose() {
        if (batch != null) {
            batch.dispose();
            batch = null;
            content.close();
        }
    }

    /** The desktop may be another: the next step looks. Any thread. */
    private void changed() {
        desktopChanged = true;
        latch.wake();
    }

    private void rescaled(float scale) {
        content.contentScale(scale);
        changed();
    }

    private void exposed() {
        exposed = true;
        latch.note();
    }

    private void tellRegion() {
        solid.clear();
        content.inputRegion(solid);
        system.catchMouse(handle, solid);
        counters.toldRegion();
    }
}
