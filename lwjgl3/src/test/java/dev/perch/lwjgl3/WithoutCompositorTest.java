package dev.perch.lwjgl3;

import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.render.RasterImage;
import dev.perch.source.SnapshotJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window is cut to what is drawn: no pixel of it is missing, and none of the window's own black shows. */
final class WithoutCompositorTest {
    private static final int TOLERANCE = 2;

    @TempDir
    private Path store;

    @Test
    void petBadgeAndBubbleWithItsTailAreWhole() throws Exception {
        try (XDesktop desktop = XDesktop.start(XDesktop.Setting.PLAIN);
                Child companion = CompanionProgram.start(desktop, "pip", store, true)) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            String window = desktop.window(DesktopApplication.TITLE);
            int left = desktop.number(window, "Absolute upper-left X");
            int top = desktop.number(window, "Absolute upper-left Y");
            for (PetAnimationState state : List.of(PetAnimationState.WAITING, PetAnimationState.FAILED)) {
                RuntimeSnapshot told = new RuntimeSnapshot(state, "State " + state, "As told by a line.", Map.of());
                RasterImage expected = OnScreen.pet("pip", store, told, 112, 1, left, top);
                companion.tell(SnapshotJson.write(told));
                Path picture = Path.of("target", "screens", "cut-" + state + ".png");
                Eventually.await(
                        () -> OnScreen.worstCut(desktop, expected, left, top) <= TOLERANCE,
                        () -> state + " is off by " + OnScreen.worstCut(desktop, expected, left, top) + "; see "
                                + picture + saved(desktop, picture));
                saved(desktop, picture);
            }
        }
    }

    private static String saved(XDesktop desktop, Path picture) {
        desktop.screen().save(picture);
        return "";
    }
}
