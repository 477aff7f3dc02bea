package dev.perch.bench;

import dev.perch.ecs.Stage;
import dev.perch.render.RasterBatch;
import dev.perch.render.RasterImage;
import dev.perch.render.RasterTextures;
import dev.perch.runtime.PetRuntime;
import dev.perch.runtime.RuntimeConfig;
import dev.perch.runtime.UiFonts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A whole frame by the CPU renderer, beside copying the pixels of the picture once. */
@State(Scope.Thread)
public class RasterBench {
    private final Stage stage = Stage.of(112, 1);
    private final RasterImage image = new RasterImage(stage.width, stage.height);
    private final RasterBatch batch = new RasterBatch(image);
    private final int[] copy = new int[stage.width * stage.height];
    private final PetRuntime runtime =
            new PetRuntime(RuntimeConfig.DEFAULT, stage, Opened::nothing, new RasterTextures(), UiFonts.bundled(), 0);

    /** Shows the pet. */
    public RasterBench() {
        runtime.show(Opened.pip(), 0);
        runtime.step(0);
    }

    /** Clears the picture and draws the pet. */
    @Benchmark
    public Object frame() {
        image.clear(0);
        runtime.draw(batch);
        return image;
    }

    /** The partner. */
    @Benchmark
    public Object baselineCopy() {
        System.arraycopy(image.pixels(), 0, copy, 0, copy.length);
        return copy;
    }
}
