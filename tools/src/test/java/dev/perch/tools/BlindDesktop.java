package dev.perch.tools;

import dev.perch.ecs.Stage;
import dev.perch.model.PanelText;
import dev.perch.model.PanelText.Item;
import dev.perch.render.RasterTextures;
import dev.perch.runtime.Companion;
import dev.perch.runtime.PanelDesk;
import dev.perch.runtime.PetRuntime;
import dev.perch.runtime.PetSeat;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.WindowCommands;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A desktop of no pixels: all of the program runs but its window, and a user says the last word of each question's answers. */
final class BlindDesktop {
    private static final long STEP_NANOS = 20_000_000;

    private volatile boolean over;

    /** Steps the companion until it is to end. */
    int show(Companion companion) throws ProblemException, IOException {
        Stage stage = Stage.of(112, 1);
        PetSeat seat = companion.home();
        companion.onQuit(() -> over = true);
        seat.onCommand(new WindowCommands() {
            @Override
            public void quit() {
                over = true;
            }
        });
        try (PetRuntime runtime = seat.open(stage, new RasterTextures(), seat.openPet(stage.cellWidth()))) {
            while (!over) {
                long now = companion.clock().nanos();
                runtime.step(now);
                answer(runtime.panels(), now);
                LockSupport.parkNanos(STEP_NANOS);
            }
        }
        return 0;
    }

    private static void answer(PanelDesk panels, long now) {
        PanelText text = panels.text();
        if (panels.asks() && text != null) {
            panels.drawn(now);
            panels.choose(text.items().size() - 1, now, now);
            return;
        }
        List<Item> front = panels.page("").items();
        if (front.get(0).label().startsWith("A program asks")) {
            panels.openMenu();
            panels.text();
            panels.choose(0, now, now);
        }
    }
}
