package dev.perch.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.NinePatch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.math.Affine2;
import com.badlogic.gdx.math.Matrix4;
import dev.perch.render.RasterBatch;
import dev.perch.render.RasterImage;
import dev.perch.render.RasterTextures;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTraceTest {
    private final RasterImage image = new RasterImage(32, 32);
    private final BatchTrace trace = new BatchTrace(new RasterBatch(image));
    private final Texture page;

    BatchTraceTest() {
        byte[] white = new byte[16 * 16 * 4];
        Arrays.fill(white, (byte) -1);
        page = new RasterTextures().create(16, 16, ByteBuffer.wrap(white), false);
        trace.name(page, "page 0");
    }

    @Test
    void everyCallIsALineInWords() {
        TextureRegion region = new TextureRegion(page, 4, 2, 8, 6);
        trace.setProjectionMatrix(new Matrix4().setToOrtho2D(0, 0, 20, 10));
        trace.setTransformMatrix(new Matrix4().setToTranslation(3, 4, 0));
        trace.begin();
        trace.setBlendFunction(GL20.GL_ONE, GL20.GL_ONE_MINUS_SRC_ALPHA);
        trace.setColor(1, 1, 1, 0.5f);
        trace.draw(region, 1, 2.5f);
        trace.draw(page, 0, 0);
        trace.draw(page, 1, 1, 0, 0, 4, 4);
        trace.draw(page, 1, 1, 5, 5, 8, 8, 16, 16, false, true);
        trace.draw(region, 1, 1, 4, 3, 8, 6, 1, 1.25f, -30);
        region.flip(true, false);
        trace.draw(region, 0, 0, 16, 12);
        trace.draw(region, 8, 6, new Affine2().setToTranslation(2, 3));
        trace.end();

        assertEquals(
                List.of(
                        "projection 0.1 0 -1 / 0 0.2 -1",
                        "transform 1 0 3 / 0 1 4",
                        "begin",
                        "blend one, 1 - source alpha",
                        "color ffffff7f",
                        "draw page 0[4,2 8x6] at 1,2.5 size 8x6",
                        "draw page 0 at 0,0 size 16x16",
                        "draw page 0[0,0 4x4] at 1,1 size 4x4",
                        "draw page 0[8,8 16x16] flipped y at 1,1 size 5x5",
                        "draw page 0[4,2 8x6] at 1,1 size 8x6 scaled 1,1.25 turned -30 about 4,3",
                        "draw page 0[4,2 8x6] flipped x at 0,0 size 16x12",
                        "draw page 0[4,2 8x6] flipped x size 8x6 by 1 0 2 / 0 1 3",
                        "end"),
                trace.lines());
    }

    @Test
    void quadsInBulkAreOneLineWithTheRectangleTheyFill() {
        trace.begin();
        new NinePatch(page, 4, 4, 4, 4).draw(trace, 2, 3, 20, 12);
        trace.end();

        assertEquals(List.of("draw 9 quads of page 0 at 2,3 size 20x12"), trace.drawn());
        assertEquals(240, Arrays.stream(image.pixels()).filter(p -> p != 0).count());
    }

    @Test
    void aSilentTraceForgetsOnDemand() {
        BatchTrace silent = BatchTrace.silent();
        silent.begin();
        silent.draw(page, 0, 0);
        assertEquals(List.of("begin", "draw texture 16x16 at 0,0 size 16x16"), silent.lines());
        silent.clear();
        silent.end();
        assertEquals(List.of("end"), silent.lines());
    }
}
