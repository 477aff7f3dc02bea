package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.graphics.Texture;
import dev.perch.ecs.Stage;
import dev.perch.model.BubbleText;
import dev.perch.model.MotionChoice;
import dev.perch.model.PackageSource;
import dev.perch.model.Problem;
import dev.perch.model.StatusSign;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.format.PetFormats;
import dev.perch.render.RasterBatch;
import dev.perch.render.RasterImage;
import dev.perch.render.RasterTextures;
import dev.perch.render.Textures;
import dev.perch.testkit.PetsOnDisk;
import java.awt.Color;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pet whose package is edited while it is on show, without a window. */
final class HotReloadTest {
    private static final long MILLI = 1_000_000;

    @TempDir
    Path home;

    private final List<Problem> notes = new ArrayList<>();
    private final BlockingQueue<String> changes = new LinkedBlockingQueue<>();

    @Test
    void anEditedPetKeepsPlaceStateAndTimeAndItsOldTexturesAreFreed() throws Exception {
        Path folder = PetsOnDisk.blob(home.resolve("blob"), PetsOnDisk.MANIFEST);
        ChosenPet chosen = chosen(folder);
        Counted textures = new Counted();
        Stage stage = Stage.of(112, 1);
        RuntimeConfig config = RuntimeConfig.DEFAULT.withReducedMotion(MotionChoice.OFF);
        try (PetRuntime runtime = new PetRuntime(config, stage, step -> {}, textures, UiFonts.bundled(), 0)) {
            runtime.show(chosen.open(112), 0);
            stage.x = 33;
            stage.y = 44;
            runtime.step(2000 * MILLI);
            RasterImage before = picture(runtime, stage);
            String frame = runtime.framesOnShow().toString();
            Texture old = textures.made.get(0);

            Files.write(folder.resolve("sheet.png"), PetsOnDisk.sheet(Color.CYAN));
            assertEquals("changed", changes.poll(30, TimeUnit.SECONDS));
            LoadedPet edited = chosen.open(112);
            runtime.replace(edited);
            assertTrue(runtime.step(2000 * MILLI + 1), "the picture changes");
            assertEquals(frame, runtime.framesOnShow().toString());
            assertEquals(33, stage.x);
            assertEquals(44, stage.y);
            assertThrows(IllegalStateException.class, () -> draw(old), "the old texture is freed");
            assertFalse(same(before, picture(runtime, stage)));

            int made = textures.made.size();
            runtime.replace(chosen.open(112));
            assertEquals(made, textures.made.size(), "the same pet again is not uploaded again");
        } finally {
            chosen.close();
        }
    }

    @Test
    void aBrokenEditIsRefusedInOneSentenceAndHeardOfWhenItIsMended() throws Exception {
        Path folder = PetsOnDisk.blob(home.resolve("blob"), PetsOnDisk.MANIFEST);
        ChosenPet chosen = chosen(folder);
        try {
            chosen.open(112);
            Files.writeString(folder.resolve("pet.json"), "[");
            assertEquals("changed", changes.poll(30, TimeUnit.SECONDS));
            ProblemException why = assertThrows(ProblemException.class, () -> chosen.open(112));
            assertTrue(String.valueOf(why.getMessage()).startsWith("blob/pet.json"), why.getMessage());
            Files.writeString(folder.resolve("pet.json"), PetsOnDisk.MANIFEST);
            assertEquals("changed", changes.poll(30, TimeUnit.SECONDS));
            assertEquals("Blob", chosen.open(112).pet().displayName());
        } finally {
            chosen.close();
        }
    }

    @Test
    void whatAPetSaysOfItsOwnGivesWayWhenItIsSaid() {
        try (StagedPet pet = new StagedPet(RuntimeConfig.DEFAULT)) {
            pet.step(0);
            RasterImage silent = pet.picture();
            pet.runtime().say(BubbleText.of(StatusSign.NONE, "My old look stays", "blob: is broken"), 5000 * MILLI);
            pet.step(1000);
            pet.step(2000);
            assertFalse(same(silent, pet.picture()));
            assertTrue(pet.runtime().nextChange() <= 5000 * MILLI);
            pet.step(5000);
            pet.step(7000);
            assertTrue(same(silent, pet.picture()));
        }
    }

    private ChosenPet chosen(Path folder) throws Exception {
        DecodeProcess decoder =
                DecodeProcess.ofThisJvm(Path.of(System.getProperty("perch.decode")), PackageLimits.standard());
        PackageLoader loader =
                new PackageLoader(home.resolve("store"), decoder, PackageLimits.standard(), PetFormats.all());
        ChosenPet chosen = new ChosenPet(() -> new PackageSource.Folder(folder), loader, new SystemClock(), notes::add);
        chosen.onChange(() -> changes.add("changed"));
        return chosen;
    }

    private static RasterImage picture(PetRuntime runtime, Stage stage) {
        RasterImage image = new RasterImage(stage.width, stage.height);
        runtime.draw(new RasterBatch(image));
        return image;
    }

    private static void draw(Texture texture) {
        RasterBatch batch = new RasterBatch(new RasterImage(10, 10));
        batch.begin();
        batch.draw(texture, 0, 0);
        batch.end();
    }

    private static boolean same(RasterImage one, RasterImage other) {
        for (int y = 0; y < one.height(); y++) {
            for (int x = 0; x < one.width(); x++) {
                if (one.pixel(x, y) != other.pixel(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Textures of memory, in the order in which they were made. */
    private static final class Counted implements Textures {
        private final RasterTextures textures = new RasterTextures();
        private final List<Texture> made = new ArrayList<>();

        @Override
        public Texture create(int width, int height, ByteBuffer rgba, boolean smooth) {
            Texture texture = textures.create(width, height, rgba, smooth);
            made.add(texture);
            return texture;
        }

        @Override
        public void update(Texture texture, int x, int y, int width, int height, ByteBuffer rgba) {
            textures.update(texture, x, y, width, height, rgba);
        }
    }
}
