package dev.perch.lwjgl3;

import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.math.Matrix4;
import dev.perch.api.Clock;
import dev.perch.gesture.KeyEvent;
import dev.perch.model.PanelText;
import dev.perch.model.Room;
import dev.perch.place.Spot;
import dev.perch.render.Canvas;
import dev.perch.render.PanelLayout;
import dev.perch.render.PanelPainter;
import dev.perch.render.PanelScroll;
import dev.perch.render.Textures;
import dev.perch.runtime.PanelDesk;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lwjgl.glfw.GLFW;

/** A panel in its window: draws it, and tells the desk what the pointer and the keys do. Render thread only. */
final class PanelContent implements PopupContent {
    static final String QUESTION = "Perch asks";
    static final String MENU = "Perch menu";

    private final PanelSource source;
    private final PanelDesk desk;
    private final PanelPainter painter;
    private PanelText text;
    private PanelLayout layout;
    private final PanelScroll scroll;
    private Room place;
    private long window;
    private final String title;
    private final Clock clock;
    private final WakeLatch latch;
    private final Matrix4 projection = new Matrix4();
    private @Nullable Canvas canvas;
    private boolean changed;
    private boolean drawn;
    private boolean armed;
    private int pressed = -1;
    private double turned;
    private int x;
    private int y;

    /** @param spot where the card is to be, without the margin for its shadow */
    PanelContent(
            PanelSource source,
            PanelText text,
            PanelPainter painter,
            PanelLayout layout,
            Spot spot,
            Clock clock,
            WakeLatch latch) {
        this.source = source;
        desk = source.desk();
        this.text = text;
        this.painter = painter;
        this.layout = layout;
        scroll = new PanelScroll(layout);
        this.clock = clock;
        this.latch = latch;
        title = desk.asks() ? QUESTION : MENU;
        place = around(spot.x(), spot.y());
        showFocus();
    }

    /** The window of a card that is there. */
    private Room around(int left, int top) {
        int margin = layout.margin();
        return new Room(left - margin, top - margin, layout.width() + 2 * margin, layout.height() + 2 * margin);
    }

    /** Whether a panel of that kind is shown in this window: it changes in place. */
    boolean canShow() {
        return window != 0 && title.equals(desk.asks() ? QUESTION : MENU);
    }

    /** Shows another page in the same window, which stays on the screen and as far from its nearer edge as it was. */
    void change(PanelText next) {
        int right = place.right();
        int bottom = place.bottom();
        boolean same = keys(next).equals(keys(text));
        pressed = same ? pressed : -1;
        text = next;
        layout = painter.measure(next, source.mostWidth(), source.room().height());
        scroll.change(layout, same);
        if (!same) {
            showFocus();
        }
        if (!layout.whole()) {
            desk.cannotBeDrawn();
        }
        changed = true;
        drawn = false;
        Room room = source.room();
        Room grown = around(place.left() + layout.margin(), place.top() + layout.margin());
        boolean atRight = room.right() - right < place.left() - room.left();
        boolean atBottom = room.bottom() - bottom < place.top() - room.top();
        int left = atRight ? right - grown.width() : place.left();
        int top = atBottom ? bottom - grown.height() : place.top();
        int lowest = room.bottom() - layout.height();
        int inRoom = PanelSpot.clamp(top + layout.margin(), room.top(), lowest) - layout.margin();
        place = new Room(left, inRoom, grown.width(), grown.height());
        canvas = null;
        projection.setToOrtho2D(0, 0, place.width(), place.height());
        GLFW.glfwSetWindowSize(window, place.width(), place.height());
        GLFW.glfwSetWindowPos(window, place.left(), place.top());
    }

    /** A question is read from its top. */
    private void showFocus() {
        if (!desk.asks()) {
            scroll.show(desk.focus());
        }
    }

    PanelText text() {
        return text;
    }

    @Override
    public Room place() {
        return place;
    }

    /** Whether a press is in its window. */
    boolean holds(Press press) {
        return place.contains(new Room(press.screenX(), press.screenY(), 1, 1));
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public void start(long handle, Textures textures) {
        window = handle;
        projection.setToOrtho2D(0, 0, place.width(), place.height());
        GLFW.glfwSetCursorPosCallback(window, (w, px, py) -> pointer(px, py));
        GLFW.glfwSetMouseButtonCallback(window, (w, button, action, mods) -> button(button, action));
        GLFW.glfwSetCursorEnterCallback(window, (w, entered) -> scroll.rest());
        GLFW.glfwSetScrollCallback(window, (w, dx, dy) -> wheel(dy));
        GLFW.glfwSetCharCallback(window, (w, codePoint) -> typed(codePoint));
        GLFW.glfwSetDropCallback(window, null);
        GLFW.glfwSetKeyCallback(window, (w, key, code, action, mods) -> key(key, action, mods));
        GLFW.glfwSetWindowFocusCallback(window, (w, focused) -> focus(focused));
        GLFW.glfwSetWindowPosCallback(window, (w, px, py) -> desk.disturb(false, clock.nanos()));
        GLFW.glfwSetWindowCloseCallback(window, w -> gone());
    }

    /** Shows when yes can be said. */
    @Override
    public boolean step(long nowNanos) {
        if (drawn) {
            desk.drawn(nowNanos); // another question may have come in the same words
        }
        boolean news = scroll.step(nowNanos) || changed || armed != desk.armed(nowNanos);
        changed = false;
        return news;
    }

    @Override
    public long nextWakeNanos() {
        return Math.min(scroll.nextNanos(), desk.nextChange(clock.nanos()));
    }

    @Override
    public boolean takesKeyboard() {
        return !desk.leavesKeyboard();
    }

    @Override
    public void draw(Batch batch) {
        Canvas on = canvas;
        if (on == null) {
            on = new Canvas(batch, place.height());
            canvas = on;
        }
        long now = clock.nanos();
        drawn = true;
        desk.drawn(now);
        armed = desk.armed(now);
        batch.setProjectionMatrix(projection);
        batch.begin();
        painter.draw(on, layout, layout.margin(), layout.margin(), scroll.at(), desk.focus(), armed);
        batch.end();
    }

    @Override
    public void close() {
        painter.dispose();
    }

    private void pointer(double px, double py) {
        x = (int) Math.floor(px) - layout.margin();
        y = (int) Math.floor(py) - layout.margin();
        latch.note();
        scroll.point(y, clock.nanos());
        changed |= desk.point(scroll.itemAt(x, y));
    }

    private void button(int button, int action) {
        latch.note();
        int item = scroll.itemAt(x, y);
        if (button != GLFW.GLFW_MOUSE_BUTTON_LEFT) {
            return;
        }
        if (action == GLFW.GLFW_PRESS) {
            desk.takeKeyboard();
            pressed = item;
        } else if (item >= 0 && item == pressed) {
            long now = clock.nanos();
            desk.choose(item, now, now);
        }
    }

    /** @param notches up; a smooth wheel sends parts of one */
    private void wheel(double notches) {
        latch.note();
        turned += notches;
        if (Math.abs(turned) >= 1) {
            int way = turned < 0 ? 1 : -1;
            turned = 0;
            if (scroll.turn(way)) {
                changed = true;
                desk.point(scroll.itemAt(x, y));
            } else {
                desk.turn(way);
            }
        }
    }

    private static List<String> keys(PanelText panel) {
        return panel.items().stream().map(PanelText.Item::key).toList();
    }

    private void typed(int codePoint) {
        latch.note();
        if (desk.typing()) {
            desk.type(codePoint);
        }
    }

    private void key(int key, int action, int mods) {
        if (action == GLFW.GLFW_RELEASE) {
            return;
        }
        latch.note();
        changed = true;
        if (desk.typing() && !Keys.endsTyping(key)) {
            if (key == GLFW.GLFW_KEY_BACKSPACE) {
                desk.erase();
            }
            return;
        }
        long now = clock.nanos();
        switch (key) {
            case GLFW.GLFW_KEY_ESCAPE, GLFW.GLFW_KEY_LEFT -> desk.escape(now, now);
            case GLFW.GLFW_KEY_ENTER, GLFW.GLFW_KEY_KP_ENTER, GLFW.GLFW_KEY_SPACE, GLFW.GLFW_KEY_RIGHT -> {
                if (action == GLFW.GLFW_PRESS) {
                    desk.choose(desk.focus(), now, now);
                }
            }
            case GLFW.GLFW_KEY_DOWN -> go(1);
            case GLFW.GLFW_KEY_UP -> go(-1);
            case GLFW.GLFW_KEY_TAB -> move(1);
            default -> tellPet(Keys.event(key, mods, now), action);
        }
    }

    /** An arrow key; a question that has no room on its card is read with them. */
    private void go(int way) {
        if (desk.asks() && layout.hidden() > 0) {
            scroll.turn(way);
        } else {
            move(way);
        }
    }

    private void move(int way) {
        desk.move(way);
        scroll.show(desk.focus());
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
}
