package dev.perch.bridge;

import dev.perch.ecs.Stage;
import dev.perch.model.MotionChoice;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.ThemeChoice;
import dev.perch.render.RasterImage;
import dev.perch.runtime.HeadlessPet;
import dev.perch.runtime.RuntimeConfig;
import dev.perch.runtime.UiFonts;
import dev.perch.source.SnapshotTimeline;
import dev.perch.testkit.FilmStrip;
import dev.perch.testkit.OpenPets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture of the pet for each thing that the released Codex does, light and dark: {@code target/strips/codex.png}. */
@Tag("long")
final class CodexPicturesTest {
    private static final int SCENES_A_ROW = 4;

    @TempDir
    private Path store;

    @Test
    void eachSceneHasItsPicture() throws Exception {
        List<RuntimeSnapshot> moments = new ArrayList<>();
        try (RealCodex codex = new RealCodex();
                WatchedCodex pet = new WatchedCodex(codex.onSocket())) {
            for (CodexScene scene : CodexScene.values()) {
                moments.add(scene.play(codex, pet).moment(scene.moment));
            }
        }
        FilmStrip sheet = new FilmStrip();
        for (int from = 0; from < moments.size(); from += SCENES_A_ROW) {
            List<RuntimeSnapshot> row = moments.subList(from, Math.min(moments.size(), from + SCENES_A_ROW));
            for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
                for (RuntimeSnapshot moment : row) {
                    sheet.add(picture(moment, theme));
                }
            }
        }
        sheet.save("codex", 2 * SCENES_A_ROW);
    }

    private RasterImage picture(RuntimeSnapshot snapshot, ThemeChoice theme) throws Exception {
        RuntimeConfig config =
                RuntimeConfig.DEFAULT.withReducedMotion(MotionChoice.ON).withTheme(theme);
        SnapshotTimeline timeline = new SnapshotTimeline(
                List.of(new SnapshotTimeline.Entry(0, new SourceId("codex"), new SessionId("t"), snapshot)));
        try (HeadlessPet pet = new HeadlessPet(
                config, Stage.of(112, 1), OpenPets.open("pip", store, 112), UiFonts.bundled(), timeline)) {
            pet.advanceTo(0);
            return pet.picture();
        }
    }
}
