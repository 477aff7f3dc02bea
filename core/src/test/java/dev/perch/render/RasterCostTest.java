package dev.perch.render;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a frame of 320x340 with one sprite of 192x208 costs; times are printed, not asserted. */
class RasterCostTest {
    private static final int FRAMES = 400;

    private final RasterImage image = new RasterImage(320, 340);
    private final RasterBatch batch = new RasterBatch(image);
    private final TextureRegion nearest = sprite(false);
    private final TextureRegion linear = sprite(true);

    private static TextureRegion sprite(boolean smooth) {
        byte[] rgba = new byte[512 * 512 * 4];
        for (int i = 0; i < rgba.length; i++) {
            rgba[i] = (byte) (i / 4 % 7 == 0 ? 90 : 255);
        }
        return new TextureRegion(
                new RasterTextures().create(512, 512, ByteBuffer.wrap(rgba), smooth), 64, 32, 192, 208);
    }

    @Test
    void aFrameAllocatesNothingAndItsCostIsPrinted() {
        cost("1:1 nearest", () -> batch.draw(nearest, 64, 20));
        cost("1:1 linear", () -> batch.draw(linear, 64, 20));
        cost("scaled linear", () -> batch.draw(linear, 64.3f, 20.4f, 201, 219));
        cost("turned linear", () -> batch.draw(linear, 64, 60, 96, 104, 192, 208, 1, 1, 7));
        cost("tinted", () -> {
            batch.setColor(0.5f, 0.5f, 0.5f, 0.5f);
            batch.draw(nearest, 64, 20);
            batch.setColor(1, 1, 1, 1);
        });
        cost("LibGDX's blending", () -> {
            batch.setBlendFunction(GL20.GL_SRC_ALPHA, GL20.GL_ONE_MINUS_SRC_ALPHA);
            batch.draw(nearest, 64, 20);
        });
    }

    private void cost(String name, Runnable drawing) {
        long[] nanos = new long[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            nanos[i] = frame(drawing);
        }
        long before = allocated();
        for (int i = 0; i < FRAMES; i++) {
            nanos[i] = frame(drawing);
        }
        long bytes = allocated() - before;
        Arrays.sort(nanos);
        System.out.printf("%s: %.2f ms a frame, %d bytes in %d%n", name, nanos[FRAMES / 2] / 1e6, bytes, FRAMES);
        assertTrue(bytes < FRAMES * 16, name + " allocates " + bytes + " bytes in " + FRAMES + " frames");
    }

    private long frame(Runnable drawing) {
        long start = System.nanoTime();
        image.clear(0);
        batch.setBlendFunction(GL20.GL_ONE, GL20.GL_ONE_MINUS_SRC_ALPHA);
        batch.begin();
        drawing.run();
        batch.end();
        return System.nanoTime() - start;
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
