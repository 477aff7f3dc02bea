package dev.perch.lwjgl3;

import dev.perch.ecs.Stage;
import dev.perch.gesture.KeyEvent;
import dev.perch.model.Room;
import dev.perch.render.PanelPainter;
import dev.perch.runtime.PanelDesk;
import dev.perch.runtime.PetRuntime;
import java.util.function.Consumer;

/** What opens beside one pet. Render thread only. */
final class PetPanels implements PanelSource {
    /** The widest panel, in logical pixels: 60 letters of a link in a line. */
    private static final int WIDEST = 400;

    /** Enough for 30 letters in a line, in logical pixels. */
    private static final int NARROW = 200;

    private final PetRuntime runtime;
    private final Stage stage;
    private final Consumer<KeyEvent> keys;

    /** @param keys told of keys that the pet may have bound */
    PetPanels(PetRuntime runtime, Stage stage, Consumer<KeyEvent> keys) {
        this.runtime = runtime;
        this.stage = stage;
        this.keys = keys;
    }

    @Override
    public PanelDesk desk() {
        return runtime.panels();
    }

    @Override
    public void key(KeyEvent event) {
        keys.accept(event);
    }

    @Override
    public PanelPainter painter() {
        return runtime.panelPainter();
    }

    /** As far as that is enough for a line of words, no wider than the room beside the pet. */
    @Override
    public int mostWidth() {
        Room pet = pet();
        Room room = room();
        int beside = Math.max(pet.left() - room.left(), room.right() - pet.right()) - PanelSpot.GAP;
        return Math.round(Math.max(NARROW * stage.contentScale, Math.min(WIDEST * stage.contentScale, beside)));
    }

    @Override
    public Room pet() {
        Room ink = stage.ink;
        return new Room(stage.x + ink.left(), stage.y + ink.top(), ink.width(), ink.height());
    }

    @Override
    public Room room() {
        return stage.room;
    }
}
