package dev.perch.render;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.g2d.NinePatch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import dev.perch.testkit.GoldenFrames;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RasterGoldenTest {
    private final GoldenFrames golden = GoldenFrames.ofModule();
    private final RasterTexture pixelArt = rings(false);
    private final RasterTexture painted = rings(true);

    /** Premultiplied coloured rings on transparency. */
    private static RasterTexture rings(boolean smooth) {
        ByteBuffer rgba = ByteBuffer.allocate(24 * 24 * 4);
        for (int i = 0; i < 24 * 24; i++) {
            int dx = i % 24 * 2 - 23;
            int dy = i / 24 * 2 - 23;
            int far = dx * dx + dy * dy;
            int alpha = far > 23 * 23 ? 0 : far > 20 * 20 ? 128 : 255;
            boolean ring = far / 100 % 2 == 0;
            rgba.put((byte) (alpha * (ring ? 240 : 40) / 255)).put((byte) (alpha * (i % 24 * 10) / 255));
            rgba.put((byte) (alpha * (ring ? 60 : 200) / 255)).put((byte) alpha);
        }
        return new RasterTextures().create(24, 24, rgba.flip(), smooth);
    }

    private void check(String name, Consumer<RasterBatch> drawing) {
        RasterImage image = new RasterImage(120, 60);
        RasterBatch batch = new RasterBatch(image);
        batch.setBlendFunction(GL20.GL_ONE, GL20.GL_ONE_MINUS_SRC_ALPHA);
        batch.begin();
        drawing.accept(batch);
        batch.end();
        golden.check("raster/" + name, image);
    }

    @Test
    void turnedAndScaledByBothFilters() {
        check("turned", batch -> {
            batch.draw(new TextureRegion(pixelArt), 18, 18, 12, 12, 24, 24, 1.9f, 1.6f, 25);
            batch.draw(new TextureRegion(painted), 78, 18, 12, 12, 24, 24, 1.9f, 1.6f, 25);
        });
    }

    @Test
    void tintedAndOverlapping() {
        check("tinted", batch -> {
            for (int i = 0; i < 7; i++) {
                float alpha = 1 - i / 10f;
                batch.setColor(i % 3 / 2f * alpha, i % 2 * alpha, alpha, alpha);
                batch.draw(i % 2 == 0 ? pixelArt : painted, 4 + 14.3f * i, 4 + 4.7f * i);
            }
            batch.setColor(Color.WHITE);
        });
    }

    @Test
    void ninePatchesOfBothFilters() {
        check("nine-patch", batch -> {
            new NinePatch(pixelArt, 9, 9, 9, 9).draw(batch, 3, 3, 52, 50);
            new NinePatch(painted, 9, 9, 9, 9).draw(batch, 62, 3, 55, 33);
        });
    }
}
