package dev.perch.lwjgl3;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3WindowConfiguration;
import dev.perch.api.Clock;
import dev.perch.model.PanelText;
import dev.perch.place.Spot;
import dev.perch.render.PanelLayout;
import dev.perch.render.PanelPainter;
import org.jspecify.annotations.Nullable;

/** Keeps a window on show for the panel that is open, and none while none is. Render thread only. */
final class PanelHost {
    private final PanelSource source;
    private final WindowSystem system;
    private final Clock clock;
    private final WakeLatch latch;
    private final PointerPlace pointer = new PointerPlace();
    private @Nullable PanelWindow window;

    PanelHost(PanelSource source, WindowSystem system, Clock clock, WakeLatch latch) {
        this.source = source;
        this.system = system;
        this.clock = clock;
        this.latch = latch;
    }

    /**
     * Brings the window in line with what is open.
     *
     * @param pet the pet's window
     */
    void follow(long pet, long nowNanos) {
        PanelText wished = source.desk().text();
        PanelWindow open = window;
        if (open != null && !open.text().equals(wished)) {
            open.close();
            window = null;
            open = null;
        }
        if (open == null && wished != null) {
            window = open(wished, pet);
        } else if (open != null) {
            open.step(nowNanos);
        }
    }

    /** When a panel changes by itself. */
    long nextWakeNanos(long nowNanos) {
        return window == null ? Long.MAX_VALUE : source.desk().armsAt(nowNanos);
    }

    /** Closes what is open, with the pet's window. */
    void close() {
        PanelWindow open = window;
        window = null;
        if (open != null) {
            open.close();
        }
    }

    private PanelWindow open(PanelText text, long pet) {
        PanelPainter painter = source.painter();
        PanelLayout layout = painter.measure(text, source.mostWidth());
        system.findPointer(pet, pointer);
        Spot spot = PanelSpot.find(
                source.room(), source.pet(), layout.width(), layout.height(), pointer.screenX, pointer.screenY);
        PanelWindow opened = new PanelWindow(source, text, painter, layout, clock, latch);
        Lwjgl3WindowConfiguration config = new Lwjgl3WindowConfiguration();
        config.setTitle(source.desk().asks() ? PanelWindow.QUESTION : PanelWindow.MENU);
        config.setDecorated(false);
        config.setResizable(false);
        config.setInitialBackgroundColor(new com.badlogic.gdx.graphics.Color(0, 0, 0, 0));
        config.setWindowedMode(layout.width() + 2 * layout.margin(), layout.height() + 2 * layout.margin());
        config.setWindowPosition(spot.x() - layout.margin(), spot.y() - layout.margin());
        config.setWindowListener(opened.listener());
        ((Lwjgl3Application) Gdx.app).newWindow(opened, config);
        latch.note();
        return opened;
    }
}
