package dev.perch.lwjgl3;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Graphics;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.math.Rectangle;
import dev.perch.api.Clock;
import dev.perch.gesture.KeyEvent;
import dev.perch.model.KeyStroke;
import dev.perch.model.Problem;
import dev.perch.model.Room;
import dev.perch.place.MonitorLayout;
import dev.perch.place.Spot;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.lwjgl.glfw.GLFW;

/**
 * One window and its content: steps it when the loop comes out of its wait, and asks LibGDX for a picture only when there is
 * another one to show. Render thread only.
 */
final class PetWindow extends ApplicationAdapter {
    /** A thousand pets, or a page of letters, in one draw call. */
    private static final int BATCH_SPRITES = 1_024;

    private static final int MOST_CLIMBS = 4;

    private final WindowContent content;
    private final Room first;
    private final WindowSystem system;
    private final WakeLatch latch;
    private final LoopCounters counters;
    private final Rectangles solid = new Rectangles();
    private final DrawnRegion drawn = new DrawnRegion();
    private final PointerPlace sighted = new PointerPlace();
    private final WindowPlace place;
    private final PointerFeed pointer;
    private final Rectangle part = new Rectangle();
    private @Nullable SubBuffer parts;

    /** Whether what was drawn last is still there. */
    private boolean kept;

    private long handle;
    private final @Nullable PetWindow host;
    private @Nullable SpriteBatch batch;
    private final Clock clock;
    private @Nullable PanelHost panels;
    private final DrawPacer pacer;
    private final DesktopNotices notices;
    private int climbs;
    private boolean exposed;
    private boolean wantsPicture;
    private final AtomicInteger desktopChanges = new AtomicInteger();
    private int changesSeen;
    private boolean closing;
    private MonitorLayout monitors = MonitorLayout.NONE;
    private String title = DesktopApplication.TITLE;
    private boolean shown = true;
    private Set<KeyStroke> heard = Set.of();
    private @Nullable Graphics graphics;
    private @Nullable PopupContent popupWished;
    private @Nullable PopupWindow popup;
    private int picturesLeft = Integer.MAX_VALUE;

    /**
     * @param first where it is to be at first, and how large
     * @param latch told when something happened that the next step should not wait for
     */
    PetWindow(
            WindowContent content,
            Room first,
            WindowSystem system,
            WakeLatch latch,
            Clock clock,
            LoopCounters counters,
            DesktopNotices notices) {
        this(content, first, system, latch, clock, counters, notices, null);
    }

    private PetWindow(
            WindowContent content,
            Room first,
            WindowSystem system,
            WakeLatch latch,
            Clock clock,
            LoopCounters counters,
            DesktopNotices notices,
            @Nullable PetWindow host) {
        this.host = host;
        pacer = host == null ? DrawPacer.forMonitors() : host.pacer;
        this.content = content;
        this.first = first;
        this.system = system;
        this.latch = latch;
        this.clock = clock;
        this.notices = notices;
        this.counters = counters;
        place = new WindowPlace(content, system, first.width(), first.height());
        pointer = new PointerFeed(content, system, place, clock, latch);
    }

    /** A further window, with the pace and the batch of this one. */
    PetWindow another(WindowContent other, Room at) {
        return new PetWindow(other, at, system.another(), latch, clock, counters, notices, host == null ? this : host);
    }

    /** LibGDX has been asked for it: the loop must go on for it to come. */
    void comesSoon() {
        latch.note();
    }

    /** The window exists and is not on show yet. LibGDX's listeners would each ask for a picture: most are replaced. */
    void created(long window) {
        handle = window;
        system.beforeShow(window);
        pointer.listenTo(window);
        if (closing) {
            GLFW.glfwSetWindowShouldClose(window, true);
        }
        GLFW.glfwSetWindowFocusCallback(window, null);
        GLFW.glfwSetWindowIconifyCallback(window, null);
        GLFW.glfwSetWindowMaximizeCallback(window, null);
        GLFW.glfwSetDropCallback(window, (w, count, names) -> pointer.dropped(w, count, names));
        GLFW.glfwSetWindowCloseCallback(window, w -> latch.note());
        GLFW.glfwSetWindowRefreshCallback(window, w -> exposed());
        GLFW.glfwSetWindowContentScaleCallback(window, (w, x, y) -> rescaled(x));
        if (host == null) {
            GLFW.glfwSetMonitorCallback((monitor, event) -> changed());
        }
    }

    @Override
    public void create() {
        system.catchMouse(handle, solid);
        if (system.cuts()) {
            system.cut(handle, solid);
        }
        Gdx.graphics.setContinuousRendering(false);
        graphics = Gdx.graphics;
        batch = host == null ? new SpriteBatch(BATCH_SPRITES) : host.batch;
        parts = system.subBuffer(handle);
        content.start(new GlTextures(Gdx.gl), latch);
        PanelSource source = content.panels();
        if (source != null) {
            panels = new PanelHost(
                    source,
                    system,
                    clock,
                    latch,
                    press -> solid.contains(press.screenX() - place.x(), press.screenY() - place.y()));
        }
        place.begin(handle, new Spot(first.left(), first.top()));
        if (host == null) {
            system.watch(handle, this::changed, pointer::take);
        }
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
        if (!started()) {
            return Long.MAX_VALUE;
        }
        long panel = panels == null ? Long.MAX_VALUE : panels.nextWakeNanos();
        long beside = popup == null ? panel : Math.min(panel, popup.nextWakeNanos());
        return Math.min(beside, Math.min(content.nextWakeNanos(), system.nextLookNanos()));
    }

    /** How long the next step has to wait for its picture to be seen; 0 or less: not at all. */
    long holdNanos(long nowNanos) {
        return pacer.waitNanos(nowNanos);
    }

    /** Takes in what the coming step is to know. */
    void hear() {
        if (!started()) {
            return;
        }
        pointer.tellMove(handle);
        pointer.tellDrops(handle);
    }

    /** Brings the window to that time. */
    void step(long nowNanos) {
        if (!started()) {
            return;
        }
        counters.stepped();
        makeCurrent();
        boolean moved = lookAtDesktop();
        if (content.wantsPointer(nowNanos)) {
            system.findPointer(handle, sighted);
            content.pointerAt(sighted.x, sighted.y, sighted.screenX, sighted.screenY, nowNanos);
            counters.looked();
        }
        boolean changed = content.step(nowNanos);
        if (content.inputRegionChanged()) {
            tellRegion();
        }
        place.follow(handle);
        if (moved) {
            place.put(handle);
        }
        tellTitle();
        if (panels != null) {
            panels.follow(handle, nowNanos);
        }
        system.look(handle, nowNanos);
        show(content.onScreen());
        hear(shown ? content.keysHeard() : Set.of());
        if (shown && (changed || exposed)) {
            draw();
            exposed = false;
        }
        follow(content.popup(), nowNanos);
    }

    private void hear(Set<KeyStroke> keys) {
        if (keys != heard) {
            heard = keys;
            system.hearKeys(keys, this::key);
        }
    }

    /** Any thread. */
    private void key(KeyStroke stroke) {
        content.key(new KeyEvent(stroke, clock.nanos()));
        latch.wake();
    }

    /** LibGDX can show a picture only whole. */
    private void draw() {
        SubBuffer buffer = parts;
        if (buffer != null && batch != null) {
            drawHere(buffer, batch);
        } else if (graphics != null) {
            wantsPicture = true;
            graphics.requestRendering();
        }
    }

    private void drawHere(SubBuffer buffer, SpriteBatch target) {
        makeCurrent();
        int width = content.windowWidth();
        int height = content.windowHeight();
        if (kept && !exposed && content.damage(part)) {
            int left = Math.max(0, (int) Math.floor(part.x));
            int right = Math.min(width, (int) Math.ceil(part.x + part.width));
            int bottom = Math.max(0, (int) Math.floor(height - part.y - part.height));
            int top = Math.min(height, (int) Math.ceil(height - part.y));
            Gdx.gl.glEnable(GL20.GL_SCISSOR_TEST);
            Gdx.gl.glScissor(left, bottom, right - left, top - bottom);
            begin(target);
            content.draw(target, part);
            Gdx.gl.glDisable(GL20.GL_SCISSOR_TEST);
            buffer.show(left, bottom, right - left, top - bottom);
        } else {
            begin(target);
            content.draw(target);
            buffer.show(0, 0, width, height);
            kept = true;
        }
        drawn();
    }

    private void begin(SpriteBatch target) {
        pacer.drew(clock.nanos());
        Gdx.gl.glClearColor(0, 0, 0, 0);
        Gdx.gl.glClear(GL20.GL_COLOR_BUFFER_BIT);
        target.setBlendFunction(GL20.GL_ONE, GL20.GL_ONE_MINUS_SRC_ALPHA);
    }

    private void drawn() {
        counters.drew(clock.nanos());
        picturesLeft--;
        if (picturesLeft == 0) {
            close();
        }
    }

    /** Whether LibGDX has to look after it: it has yet to begin, or to be drawn, or has a panel, whose events LibGDX may have. */
    boolean wantsTurn() {
        return !started() || wantsPicture || popup != null || (panels != null && panels.isOpen());
    }

    /** Another window may have been drawn last: its context would be the wrong one, or be gone. */
    private void makeCurrent() {
        if (GLFW.glfwGetCurrentContext() != handle) {
            GLFW.glfwMakeContextCurrent(handle);
        }
    }

    private void follow(@Nullable PopupContent wished, long nowNanos) {
        PopupWindow known = popup;
        if (known != null && known.isGone()) {
            popup = null;
            if (wished == popupWished) {
                content.popupGone();
            }
        } else if (known != null && wished != popupWished) {
            known.close();
        } else if (known != null) {
            known.step(nowNanos);
        } else if (wished != null) {
            popupWished = wished;
            popup = new PopupWindow(wished, system, latch);
            popup.open();
        }
    }

    /** @return whether the window manager may have moved the window, since the monitors are others */
    private boolean lookAtDesktop() {
        int changes = (host == null ? this : host).desktopChanges.get();
        if (changes == changesSeen) {
            return false;
        }
        changesSeen = changes;
        MonitorLayout now = system.monitors();
        boolean others = !now.equals(monitors);
        monitors = now;
        content.monitors(now);
        content.fullscreen(system.fullscreen());
        if (shown && host == null && !system.onTop()) {
            climb();
        }
        return others;
    }

    /** A window manager that takes the place on top again and again has its reasons. */
    private void climb() {
        climbs++;
        if (climbs <= MOST_CLIMBS) {
            GLFW.glfwSetWindowAttrib(handle, GLFW.GLFW_FLOATING, GLFW.GLFW_TRUE);
        } else if (climbs == MOST_CLIMBS + 1) {
            notices.warn(Problem.warning(
                    "desktop",
                    "the window manager does not keep the pet above other windows",
                    "look in its settings; perch doctor says which one it is"));
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

    /** Ends the loop after so many pictures. */
    void closeAfter(int pictures) {
        picturesLeft = pictures;
    }

    /** Has the window go with this turn of the loop. */
    void close() {
        closing = true;
        if (popup != null) {
            popup.close();
        }
        if (panels != null) {
            panels.close();
        }
        if (exists()) {
            GLFW.glfwSetWindowShouldClose(handle, true);
        }
        latch.note();
    }

    @Override
    public void render() {
        SpriteBatch target = batch;
        if (target == null) {
            return;
        }
        wantsPicture = false;
        kept = false;
        begin(target);
        content.draw(target);
        cut();
        drawn();
    }

    private void cut() {
        if (system.cuts()) {
            Graphics size = Gdx.graphics;
            system.cut(handle, drawn.read(Gdx.gl, size.getBackBufferWidth(), size.getBackBufferHeight()));
        }
    }

    @Override
    public void dispose() {
        if (batch != null) {
            makeCurrent();
            if (host == null) {
                batch.dispose();
            }
            batch = null;
            content.close();
        }
    }

    /** The desktop may be another: the next step looks. Any thread. */
    private void changed() {
        if (host == null) {
            desktopChanges.incrementAndGet();
            latch.wake();
        } else {
            host.changed();
        }
    }

    private void rescaled(float scale) {
        content.contentScale(scale);
        changed();
    }

    private void exposed() {
        exposed = true;
        latch.note();
    }

    private void tellTitle() {
        String wished = content.title();
        if (!wished.equals(title)) {
            title = wished;
            GLFW.glfwSetWindowTitle(handle, wished);
        }
    }

    private void tellRegion() {
        solid.clear();
        content.inputRegion(solid);
        system.catchMouse(handle, solid);
        counters.toldRegion();
    }
}
