package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.ecs.Stage;
import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetsChoice;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.place.Spot;
import dev.perch.source.SnapshotJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several pets of one program, each in its own window on a real desktop. */
final class PetsOnDesktopTest {
    private static final String WORKS = "Running: Fixing";
    private static final String ASKS = "Needs input: May I?";

    @TempDir
    static Path home;

    private static XDesktop desktop;

    @BeforeAll
    static void open() {
        desktop = XDesktop.start(XDesktop.Setting.COMPOSITED);
    }

    @AfterAll
    static void close() {
        desktop.close();
    }

    @Test
    void eachProjectsPetIsInItsStateIsDraggedAloneAndAllIsQuietAtRest() {
        try (LiveCompanion live = new LiveCompanion(desktop, "axo", home, true, "-Dpets=" + PetsChoice.PROJECT)) {
            Child companion = live.process;
            live.window();
            companion.tell(told("web", PetAnimationState.RUNNING, "Fixing"));
            companion.tell(told("api", PetAnimationState.WAITING, "May I?"));
            Eventually.await(
                    () -> windows().keySet().equals(Map.of(WORKS, 0, ASKS, 0).keySet()), () -> "" + windows());
            Spot works = windows().get(WORKS);
            Spot asks = windows().get(ASKS);
            Stage size = Stage.onDesktop(112, 1);
            int handX = asks.x() + size.width / 2;
            int handY = asks.y() + size.height - Stage.BUBBLE_HEIGHT - 30; // a little over its feet
            desktop.act("mousemove " + handX + " " + handY + " mousedown 1");
            desktop.act("mousemove " + (handX - 60) + " " + (handY - 90) + " mouseup 1");
            Eventually.await(() -> !asks.equals(windows().get(ASKS)), () -> "it cannot be dragged");
            assertEquals(works, windows().get(WORKS));

            desktop.act("mousemove 5 5");
            Eventually.await(() -> isQuiet(companion), () -> "it does not come to rest: " + counters(companion));

            companion.tell(told("web", PetAnimationState.REVIEW, "Done"));
            Eventually.await(() -> windows().containsKey("Ready: Done"), () -> "" + windows());
            assertEquals(2, windows().size());
        }
    }

    /** What the windows that are to be seen tell, and where they are. */
    private static Map<String, Spot> windows() {
        Map<String, Spot> windows = new TreeMap<>();
        for (String id : desktop.onShow("^Perch")) {
            String title = desktop.run("xdotool", "getwindowname", id).trim();
            windows.put(title.replaceFirst("^Perch( — )?", ""), LiveCompanion.place(desktop, id));
        }
        return windows;
    }

    private static String told(String project, PetAnimationState state, String title) {
        Map<String, Object> facts =
                Map.of(RuntimeSnapshot.SESSION_ID, project, RuntimeSnapshot.WORKSPACE, "/home/me/" + project);
        return SnapshotJson.write(new RuntimeSnapshot(state, title, null, facts));
    }

    /** What the loop has done; it is told ten times a second. */
    private static List<String> counters(Child companion) {
        return companion.lines().stream()
                .filter(line -> line.startsWith("counters"))
                .toList();
    }

    /** Whether in the last two seconds nothing happened at all. */
    private static boolean isQuiet(Child companion) {
        List<String> all = counters(companion);
        return all.size() > 20 && all.get(all.size() - 1).equals(all.get(all.size() - 21));
    }
}
