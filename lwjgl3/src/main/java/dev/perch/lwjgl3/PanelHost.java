package dev.perch.lwjgl3;

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
    private @Nullable PanelContent panel;
    private @Nullable PopupWindow window;

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
        source.desk().lookAgain(nowNanos);
        PanelText wished = source.desk().text();
        PanelContent open = panel;
        if (open != null && !open.text().equals(wished)) {
            if (wished != null && open.canShow()) {
                open.change(wished);
            } else {
                close();
            }
        }
        if (panel == null && wished != null) {
            open(wished, pet);
        } else if (window != null) {
            window.step(nowNanos);
        }
    }

    /** When a panel changes by itself. */
    long nextWakeNanos() {
        return window == null ? Long.MAX_VALUE : window.nextWakeNanos();
    }

    /** Whether a panel has a window. */
    boolean isOpen() {
        return window != null;
    }

    /** Closes what is open. */
    void close() {
        if (window != null) {
            window.close();
        }
        window = null;
        panel = null;
    }

    private void open(PanelText text, long pet) {
        PanelPainter painter = source.painter();
        PanelLayout layout =
                painter.measure(text, source.mostWidth(), source.room().height());
        if (!layout.whole() && source.desk().cannotBeDrawn()) {
            painter.dispose();
            latch.note();
            return;
        }
        system.findPointer(pet, pointer);
        Spot spot = PanelSpot.find(
                source.room(), source.pet(), layout.width(), layout.height(), pointer.screenX, pointer.screenY);
        PanelContent opened = new PanelContent(source, text, painter, layout, spot, clock, latch);
        panel = opened;
        window = new PopupWindow(opened, system, latch);
        window.open();
    }
}
