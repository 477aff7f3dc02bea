package dev.perch.lwjgl3;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Window;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3WindowAdapter;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3WindowConfiguration;
import com.badlogic.gdx.graphics.Color;
import dev.perch.model.Room;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The windows of all pets in one loop: the first is there as long as the program, the others come and go with what they show.
 * They share the graphics context of the first, its batch and its pace. Render thread only.
 */
final class PetWindows {
    private final WindowContent content;
    private final PetWindow first;
    private final Map<WindowContent, PetWindow> others = new LinkedHashMap<>();
    private List<PetWindow> open;
    private List<? extends WindowContent> wished = List.of();

    /** @param content what the first window shows */
    PetWindows(WindowContent content, PetWindow first) {
        this.content = content;
        this.first = first;
        open = List.of(first);
    }

    /** Whether {@link #step} may be called. */
    boolean started() {
        return first.started() || !others.isEmpty();
    }

    /** The earliest that any of them waits for. */
    long nextWakeNanos() {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < open.size(); i++) {
            next = Math.min(next, open.get(i).nextWakeNanos());
        }
        return next;
    }

    /** How long the next step has to wait for its picture to be seen; 0 or less: not at all. */
    long holdNanos(long nowNanos) {
        return first.holdNanos(nowNanos);
    }

    /** Takes in what the coming step is to know. */
    void hear() {
        for (int i = 0; i < open.size(); i++) {
            open.get(i).hear();
        }
    }

    /**
     * Brings the windows to that time.
     *
     * @param all whether something may have happened to any of them; else those are left alone whose time has not come
     */
    void step(long nowNanos, boolean all) {
        if (!first.started()) {
            close();
            return;
        }
        first.step(nowNanos);
        follow();
        for (int i = 1; i < open.size(); i++) {
            PetWindow window = open.get(i);
            if (all || window.nextWakeNanos() <= nowNanos) {
                window.step(nowNanos);
            }
        }
    }

    /** Whether LibGDX has to look after one of them. */
    boolean wantTurn() {
        boolean wanted = false;
        for (int i = 0; i < open.size(); i++) {
            wanted |= open.get(i).wantsTurn();
        }
        return wanted;
    }

    private void follow() {
        if (content.others() == wished) {
            return;
        }
        wished = content.others();
        for (Map.Entry<WindowContent, PetWindow> known : others.entrySet()) {
            if (!wished.contains(known.getKey())) {
                known.getValue().close();
            }
        }
        others.keySet().retainAll(wished);
        for (WindowContent other : wished) {
            others.computeIfAbsent(other, this::open);
        }
        list();
    }

    private void list() {
        List<PetWindow> now = new ArrayList<>();
        now.add(first);
        now.addAll(others.values());
        open = List.copyOf(now);
    }

    private PetWindow open(WindowContent other) {
        Room at = new Room(other.windowX(), other.windowY(), other.windowWidth(), other.windowHeight());
        PetWindow window = first.another(other, at);
        Lwjgl3WindowConfiguration config = new Lwjgl3WindowConfiguration();
        config.setTitle(DesktopApplication.TITLE);
        config.setWindowedMode(at.width(), at.height());
        config.setWindowPosition(at.left(), at.top());
        config.setDecorated(false);
        config.setResizable(false);
        config.setInitialBackgroundColor(new Color(0, 0, 0, 0));
        config.setWindowListener(new Lwjgl3WindowAdapter() {
            @Override
            public void created(Lwjgl3Window created) {
                window.created(created.getWindowHandle());
            }
        });
        ((Lwjgl3Application) Gdx.app).newWindow(window, config);
        window.comesSoon();
        return window;
    }

    /** Ends the loop after this turn. */
    void close() {
        others.values().forEach(PetWindow::close);
        others.clear();
        list();
        first.close();
    }

    /** Frees what the windows hold, as far as they have not done so. */
    void dispose() {
        others.values().forEach(PetWindow::dispose);
        first.dispose();
    }
}
