package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.ecs.Stage;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.PetRuntime;
import dev.perch.runtime.RuntimeConfig;
import dev.perch.runtime.UiFonts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManyPetsTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void petsOfOnePackageCostNoMoreRenderCallsThanItHasPages(@TempDir Path store) throws Exception {
        LoadedPet pip = CompanionProgram.open("pip", store, 0);
        Stage stage = Stage.of(112, 1);
        for (int pets : new int[] {1, 100, 1_000}) {
            GlFrames.run(stage.width, stage.height, gl -> {
                PetRuntime runtime =
                        new PetRuntime(RuntimeConfig.DEFAULT, stage, step -> {}, gl.textures(), UiFonts.bundled(), 0);
                for (int i = 0; i < pets; i++) {
                    runtime.show(pip, 0);
                }
                runtime.step(SECOND);
                gl.frame(() -> runtime.draw(gl.batch()));
                int calls = gl.batch().renderCalls;
                System.out.println(pets + " pets of " + pip.pages().size() + " pages: " + calls + " render calls");
                assertTrue(calls >= 1 && calls <= pip.pages().size(), pets + " pets took " + calls + " calls");
                runtime.close();
            });
        }
    }
}
