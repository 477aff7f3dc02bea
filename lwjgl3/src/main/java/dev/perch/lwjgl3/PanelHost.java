package dev.perch.lwjgl3;

import dev.perch.api.Clock;
import dev.perch.model.PanelText;
import dev.perch.place.Spot;
import dev.perch.render.PanelLayout;
import dev.perch.render.PanelPainter;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps a window on show for the panel that is open, and none while none is. Render thread only. */
final class PanelHost {
    private final PanelSource source;
    private final WindowSystem system;
    private final Clock clock;
    private final WakeLatch latch;
    private final Predicate<Press> onPet;
    private final PointerPlace pointer = new PointerPlace();
    private final Queue<Press> presses = new ConcurrentLinkedQueue<>();
    private final Consumer<Press> hears;
    private @Nullable PanelContent panel;
    private @Nullable PopupWindow window;

    /** @param onPet whether the pet or its bubble catches a press that is there */
    PanelHost(PanelSource source, WindowSystem system, Clock clock, WakeLatch latch, Predicate<Press> onPet) {
        this.source = source;
        this.system = system;
        this.clock = clock;
        this.latch = latch;
        this.onPet = onPet;
        hears = press -> {
            presses.add(press);
            latch.wake();
        };
    }

    /**
     * Brings the window in line with what is open.
     *
     * @param pet the pet's window
     */
    void follow(long pet, long nowNanos) {
        closeOnPressElsewhere();
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

    /** What is no question closes as any menu does; a press in a window of Perch may have changed what is open by now. */
    private void closeOnPressElsewhere() {
        for (Press press = presses.poll(); press != null; press = presses.poll()) {
            PanelContent open = panel;
            if (open != null && !system.isOwn(press) && !open.holds(press) && !onPet.test(press)) {
                source.desk().close();
            }
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
            system.forgetPresses(hears);
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
        if (!source.desk().asks()) {
            presses.clear();
            system.hearPresses(hears);
        }
        window = new PopupWindow(opened, system, latch);
        window.open();
    }
}
