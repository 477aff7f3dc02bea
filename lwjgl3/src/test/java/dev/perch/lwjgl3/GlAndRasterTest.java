package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import dev.perch.render.RasterBatch;
import dev.perch.render.RasterImage;
import dev.perch.render.RasterTextures;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GlAndRasterTest {
    @Test
    void theCpuDrawsWhatOpenGlDraws() {
        Map<Scenes, RasterImage> frames = new EnumMap<>(Scenes.class);
        GlFrames.run(Scenes.SIZE, Scenes.SIZE, gl -> {
            Scenes.Art art = new Scenes.Art(gl.textures());
            for (Scenes scene : Scenes.values()) {
                frames.put(scene, gl.frame(() -> scene.drawAll(gl.batch(), art)));
            }
        });
        Scenes.Art art = new Scenes.Art(new RasterTextures());
        assertAll(Stream.of(Scenes.values()).map(scene -> () -> {
            RasterImage image = new RasterImage(Scenes.SIZE, Scenes.SIZE);
            scene.drawAll(new RasterBatch(image), art);
            Difference difference = Difference.of(frames.get(scene), image, scene.largest);
            System.out.println(scene + ": " + difference);
            assertTrue(difference.inked() > 100, scene + " draws next to nothing: " + difference);
            assertTrue(
                    difference.beyond() <= scene.strays * difference.inked() && difference.mean() <= scene.mean,
                    () -> "%s: %s; allowed are %d, a mean of %.2f and %.1f %% strays"
                            .formatted(scene, difference, scene.largest, scene.mean, 100 * scene.strays));
        }));
    }

    @Test
    void aReplacedPartOfATextureIsSeen() {
        int[] seen = new int[2];
        GlFrames.run(4, 4, gl -> {
            Texture texture = gl.textures().create(2, 1, ByteBuffer.allocate(8), false);
            gl.textures().update(texture, 1, 0, 1, 1, ByteBuffer.wrap(new byte[] {0, 0, 1, 2, 3, -1}, 2, 4));
            RasterImage image = gl.frame(() -> {
                gl.batch().begin();
                gl.batch().draw(texture, 0, 0);
                gl.batch().end();
            });
            seen[0] = image.pixel(0, 3);
            seen[1] = image.pixel(1, 3);
        });

        assertArrayEquals(new int[] {0, 0xff010203}, seen);
    }

    @Test
    void spritesOfOnePageAreOneRenderCallHoweverMany() {
        GlFrames.run(64, 64, gl -> {
            Texture page = gl.textures().create(64, 64, ByteBuffer.allocate(64 * 64 * 4), false);
            for (int sprites : new int[] {1, 100, 1000}) {
                gl.frame(() -> {
                    gl.batch().begin();
                    for (int i = 0; i < sprites; i++) {
                        gl.batch()
                                .draw(
                                        new TextureRegion(page, i % 8 * 8, i / 8 % 8 * 8, 8, 8),
                                        i % 60,
                                        Math.floorDiv(i, 60));
                    }
                    gl.batch().end();
                });
                System.out.println(sprites + " sprites of 1 page: " + gl.batch().renderCalls + " render call(s)");
                assertEquals(1, gl.batch().renderCalls, sprites + " sprites");
            }
        });
    }

    /**
     * How far two pictures are apart.
     *
     * @param largest of 255 in any channel
     * @param mean of 255 over the channels of pixels with ink in either
     * @param beyond pixels with a channel that is farther off than allowed
     */
    private record Difference(int largest, double mean, int differing, int beyond, int inked) {
        static Difference of(RasterImage a, RasterImage b, int allowed) {
            int largest = 0;
            int differing = 0;
            int beyond = 0;
            int inked = 0;
            long sum = 0;
            for (int i = 0; i < a.pixels().length; i++) {
                int p = a.pixels()[i];
                int q = b.pixels()[i];
                int apart = 0;
                for (int shift = 0; shift < 32; shift += 8) {
                    int channel = Math.abs((p >>> shift & 255) - (q >>> shift & 255));
                    apart = Math.max(apart, channel);
                    sum += channel;
                }
                largest = Math.max(largest, apart);
                inked += (p | q) == 0 ? 0 : 1;
                differing += apart == 0 ? 0 : 1;
                beyond += apart > allowed ? 1 : 0;
            }
            return new Difference(largest, sum / 4.0 / Math.max(1, inked), differing, beyond, inked);
        }

        @Override
        public String toString() {
            return "largest %d, mean %.4f, %d of %d pixels differ".formatted(largest, mean, differing, inked);
        }
    }
}
