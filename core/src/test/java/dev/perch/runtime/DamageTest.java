package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.math.Rectangle;
import dev.perch.ecs.Stage;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.render.RasterBatch;
import dev.perch.render.RasterImage;
import dev.perch.source.SnapshotTimeline;
import dev.perch.testkit.OpenPets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a window may leave as it is when only a part of its picture is another. */
final class DamageTest {
    private static final int MINUTE = 60_000;

    private static final SnapshotTimeline SESSION = new SnapshotTimeline(List.of(
            entry(1_000, PetAnimationState.RUNNING, "Reading the tests"),
            entry(9_000, PetAnimationState.RUNNING, "Reading the tests again, and all that they call"),
            entry(20_000, PetAnimationState.WAITING, "May I run them?"),
            entry(30_000, PetAnimationState.REVIEW, "Look at it"),
            entry(40_000, PetAnimationState.IDLE, "")));

    @TempDir
    static Path store;

    @Test
    void thePartAloneMakesThePictureBeforeThePictureNow() throws Exception {
        Stage stage = Stage.onDesktop(112, 1);
        RasterImage kept = new RasterImage(stage.width, stage.height);
        Rectangle part = new Rectangle();
        int parts = 0;
        int wholes = 0;
        try (HeadlessPet pet = pet(stage)) {
            for (long at = 0; at < MINUTE; at = pet.nextChangeMillis()) {
                if (pet.advanceTo(at)) {
                    if (pet.runtime().damage(part)) {
                        assertTrue(part.width <= 114 && part.height <= 124, "more than the pet: " + part);
                        drawOver(kept, part, pet.runtime());
                        assertArrayEquals(pet.picture().pixels(), kept.pixels(), "at " + at + " ms, " + part);
                        parts++;
                    } else {
                        kept = pet.picture().copy();
                        wholes++;
                    }
                }
            }
        }
        assertTrue(parts > 40 && wholes > 20, parts + " parts, " + wholes + " whole pictures");
    }

    @Test
    void whatNobodyDrewIsDrawnWithTheNextPicture() throws Exception {
        try (HeadlessPet pet = pet(Stage.onDesktop(112, 1))) {
            pet.advanceTo(500);
            pet.picture();
            pet.advanceTo(5_000); // its bubble came on the way
            assertFalse(pet.runtime().damage(new Rectangle()));
        }
    }

    private static void drawOver(RasterImage kept, Rectangle part, PetRuntime runtime) {
        RasterImage alone = new RasterImage(kept.width(), kept.height());
        runtime.draw(new RasterBatch(alone), part);
        int left = (int) Math.floor(part.x);
        int width = (int) Math.ceil(part.x + part.width) - left;
        for (int y = (int) Math.floor(part.y); y < part.y + part.height; y++) {
            int row = y * kept.width() + left;
            System.arraycopy(alone.pixels(), row, kept.pixels(), row, width);
        }
    }

    private static HeadlessPet pet(Stage stage) throws Exception {
        return new HeadlessPet(
                RuntimeConfig.DEFAULT, stage, OpenPets.open("pip", store, 112), UiFonts.bundled(), SESSION);
    }

    private static SnapshotTimeline.Entry entry(long at, PetAnimationState state, String title) {
        return new SnapshotTimeline.Entry(at, new SourceId("test"), SessionId.MAIN, RuntimeSnapshot.of(state, title));
    }
}
