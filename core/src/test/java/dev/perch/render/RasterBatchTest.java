package dev.perch.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.NinePatch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.math.Affine2;
import com.badlogic.gdx.math.Matrix4;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RasterBatchTest {
    private static final int RED = 0xffff0000;
    private static final int GREEN = 0xff00ff00;
    private static final int BLUE = 0xff0000ff;
    private static final int WHITE = 0xffffffff;

    private final RasterTextures textures = new RasterTextures();
    private final RasterImage image = new RasterImage(16, 12);
    private final RasterBatch batch = new RasterBatch(image);
    /** Rows from the top: red green / blue white. */
    private final RasterTexture four = texture(2, 2, false, RED, GREEN, BLUE, WHITE);

    private RasterTexture texture(int width, int height, boolean smooth, int... argb) {
        ByteBuffer rgba = ByteBuffer.allocate(argb.length * 4);
        for (int p : argb) {
            rgba.putInt(p << 8 | p >>> 24);
        }
        return textures.create(width, height, rgba.flip(), smooth);
    }

    private void draw(Runnable calls) {
        batch.begin();
        calls.run();
        batch.end();
    }

    private int[] block(int x, int y, int width, int height) {
        int[] block = new int[width * height];
        for (int i = 0; i < block.length; i++) {
            block[i] = image.pixel(x + i % width, y + i / width);
        }
        return block;
    }

    private long painted() {
        return Arrays.stream(image.pixels()).filter(p -> p != 0).count();
    }

    @Test
    void aTextureStandsUprightWithItsBottomLeftCornerAtThePoint() {
        draw(() -> batch.draw(four, 3, 1));

        assertArrayEquals(new int[] {RED, GREEN, BLUE, WHITE}, block(3, 9, 2, 2));
        assertEquals(4, painted());
    }

    @Test
    void everyOverloadThatNamesTheWholeTextureDrawsTheSame() {
        TextureRegion region = new TextureRegion(four);
        draw(() -> {
            batch.draw(four, 0, 0, 2, 2);
            batch.draw(four, 2, 0, 0, 0, 2, 2);
            batch.draw(four, 4, 0, 2, 2, 0, 1, 1, 0);
            batch.draw(four, 6, 0, 2, 2, 0, 0, 2, 2, false, false);
            batch.draw(four, 8, 0, 1, 1, 2, 2, 1, 1, 0, 0, 0, 2, 2, false, false);
            batch.draw(region, 10, 0);
            batch.draw(region, 12, 0, 2, 2);
            batch.draw(region, 14, 0, 1, 1, 2, 2, 1, 1, 0);
            batch.draw(region, 2, 2, new Affine2().setToTranslation(0, 2));
        });

        for (int x = 0; x < 16; x += 2) {
            assertArrayEquals(new int[] {RED, GREEN, BLUE, WHITE}, block(x, 10, 2, 2), "at " + x);
        }
        assertArrayEquals(new int[] {RED, GREEN, BLUE, WHITE}, block(0, 8, 2, 2));
    }

    @Test
    void aFlippedRegionIsMirrored() {
        TextureRegion region = new TextureRegion(four);
        region.flip(true, false);
        draw(() -> {
            batch.draw(region, 0, 0);
            batch.draw(four, 4, 0, 2, 2, 0, 0, 2, 2, false, true);
            batch.draw(four, 8, 0, 1, 1, 2, 2, 1, 1, 0, 0, 0, 2, 2, true, true);
        });

        assertArrayEquals(new int[] {GREEN, RED, WHITE, BLUE}, block(0, 10, 2, 2));
        assertArrayEquals(new int[] {BLUE, WHITE, RED, GREEN}, block(4, 10, 2, 2));
        assertArrayEquals(new int[] {WHITE, BLUE, GREEN, RED}, block(8, 10, 2, 2));
    }

    @Test
    void turningGoesAgainstTheClock() {
        draw(() -> {
            batch.draw(new TextureRegion(four), 0, 0, 1, 1, 2, 2, 1, 1, 90);
            batch.draw(four, 4, 0, 1, 1, 2, 2, 1, 1, 180, 0, 0, 2, 2, false, false);
        });

        assertArrayEquals(new int[] {GREEN, WHITE, RED, BLUE}, block(0, 10, 2, 2));
        assertArrayEquals(new int[] {WHITE, BLUE, GREEN, RED}, block(4, 10, 2, 2));
    }

    @Test
    void aRegionStoredOnItsSideIsDrawnEitherWayRound() {
        TextureRegion region = new TextureRegion(four);
        draw(() -> {
            batch.draw(region, 0, 0, 1, 1, 2, 2, 1, 1, 0, true);
            batch.draw(region, 4, 0, 1, 1, 2, 2, 1, 1, 0, false);
        });

        assertArrayEquals(new int[] {BLUE, RED, WHITE, GREEN}, block(0, 10, 2, 2));
        assertArrayEquals(new int[] {GREEN, WHITE, RED, BLUE}, block(4, 10, 2, 2));
    }

    @Test
    void nearestMagnifiesInWholeSquares() {
        draw(() -> batch.draw(four, 0, 0, 6, 6));

        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 6; x++) {
                int expected = y < 3 ? (x < 3 ? RED : GREEN) : (x < 3 ? BLUE : WHITE);
                assertEquals(expected, image.pixel(x, 6 + y), x + "," + y);
            }
        }
    }

    @Test
    void linearMixesByTheDistanceOfTexelCentresAndClampsAtTheEdge() {
        RasterTexture ramp = texture(2, 1, true, 0xff000000, 0xffff0000);
        draw(() -> batch.draw(ramp, 0, 0, 8, 1));

        int[] red = new int[8];
        for (int x = 0; x < 8; x++) {
            red[x] = image.pixel(x, 11) >> 16 & 255;
        }
        // Centres at 1/8, 3/8 … of a texel: 0 up to the first centre, then 1/8, 3/8, 5/8, 7/8 of the way.
        assertArrayEquals(new int[] {0, 0, 32, 96, 159, 223, 255, 255}, red);
    }

    @Test
    void linearAtItsOwnSizeIsExact() {
        RasterTexture smooth = texture(2, 2, true, RED, GREEN, BLUE, WHITE);
        draw(() -> batch.draw(smooth, 5, 5));

        assertArrayEquals(new int[] {RED, GREEN, BLUE, WHITE}, block(5, 5, 2, 2));
    }

    @Test
    void shrinkingAndGrowingUseTheirOwnFilters() {
        RasterTexture ramp = texture(4, 1, false, 0xff000000, WHITE, 0xff000000, WHITE);
        ramp.setFilter(Texture.TextureFilter.Linear, Texture.TextureFilter.Nearest);
        draw(() -> {
            batch.draw(ramp, 0, 0, 2, 1);
            batch.draw(ramp, 0, 1, 8, 1);
        });

        assertArrayEquals(new int[] {0xff808080, 0xff808080}, block(0, 11, 2, 1));
        assertEquals(WHITE, image.pixel(2, 10));
        assertEquals(0xff000000, image.pixel(1, 10));
    }

    @Test
    void theTintMultipliesAndItsFullAlphaIsFull() {
        batch.setColor(0.5f, 1, 0, 1);
        draw(() -> batch.draw(four, 0, 0));

        assertArrayEquals(new int[] {0xff7f0000, GREEN, 0xff000000, 0xff7fff00}, block(0, 10, 2, 2));
    }

    @Test
    void aPackedColourOfHalfAlphaHalvesPremultipliedPixels() {
        batch.setBlendFunction(GL20.GL_ONE, GL20.GL_ONE_MINUS_SRC_ALPHA);
        batch.setPackedColor(Color.toFloatBits(128, 128, 128, 128));
        draw(() -> batch.draw(four, 0, 0));

        assertEquals(0x81808080, image.pixel(1, 11));
    }

    @Test
    void coloursOfTheCornersAreMixedBetweenThem() {
        float dark = Color.toFloatBits(0, 0, 0, 255);
        float light = Color.toFloatBits(255, 255, 255, 255);
        RasterTexture one = texture(1, 1, false, WHITE);
        float[] quad = {0, 0, dark, 0, 1, 0, 4, dark, 0, 0, 4, 4, light, 1, 0, 4, 0, light, 1, 1};
        draw(() -> batch.draw(one, quad, 0, quad.length));

        assertArrayEquals(new int[] {0xff202020, 0xff606060, 0xff9f9f9f, 0xffdfdfdf}, block(0, 9, 4, 1));
    }

    @Test
    void premultipliedBlendingIsExactToTheRoundedByte() {
        batch.setBlendFunction(GL20.GL_ONE, GL20.GL_ONE_MINUS_SRC_ALPHA);
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            int s = Argb.premultiply(random.nextInt());
            int d = Argb.premultiply(random.nextInt());
            image.clear(d);
            RasterTexture one = texture(1, 1, false, s);
            draw(() -> batch.draw(one, 0, 0));
            assertEquals(over(s, d), image.pixel(0, 11));
        }
    }

    private static int over(int s, int d) {
        int result = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            double rest = (d >>> shift & 255) * (255 - (s >>> 24)) / 255.0;
            result |= ((s >>> shift & 255) + (int) Math.round(rest)) << shift;
        }
        return result;
    }

    @Test
    void lightThatIsMoreThanItsAlphaStopsAtWhite() {
        batch.setBlendFunction(GL20.GL_ONE, GL20.GL_ONE_MINUS_SRC_ALPHA);
        image.clear(WHITE);
        RasterTexture glow = texture(1, 1, false, 0x00c08040);
        draw(() -> batch.draw(glow, 0, 0));

        assertEquals(WHITE, image.pixel(0, 11));
    }

    @Test
    void colourAndAlphaMayBlendApart() {
        batch.setBlendFunctionSeparate(
                GL20.GL_SRC_ALPHA, GL20.GL_ONE_MINUS_SRC_ALPHA, GL20.GL_ONE, GL20.GL_ONE_MINUS_SRC_ALPHA);
        RasterTexture half = texture(1, 1, false, 0x80ff0000);
        draw(() -> batch.draw(half, 0, 0));
        assertEquals(0x80800000, image.pixel(0, 11));

        batch.setBlendFunction(GL20.GL_SRC_ALPHA, GL20.GL_ONE_MINUS_SRC_ALPHA);
        draw(() -> batch.draw(half, 1, 0));
        assertEquals(0x40800000, image.pixel(1, 11), "LibGDX's default squares the alpha");
    }

    @Test
    void blendingByTheColoursOfSourceAndTargetMultiplies() {
        image.clear(0xff804020);
        batch.setBlendFunction(GL20.GL_DST_COLOR, GL20.GL_ZERO);
        RasterTexture half = texture(1, 1, false, 0xff808080);
        draw(() -> batch.draw(half, 0, 0));

        assertEquals(0xff402010, image.pixel(0, 11));
    }

    @Test
    void withoutBlendingPixelsAreReplaced() {
        image.clear(WHITE);
        batch.disableBlending();
        RasterTexture clear = texture(1, 1, false, 0);
        draw(() -> batch.draw(clear, 0, 0));

        assertEquals(0, image.pixel(0, 11));
    }

    @Test
    void anUnknownBlendFactorIsRefusedByName() {
        var refused = assertThrows(
                IllegalArgumentException.class, () -> batch.setBlendFunction(GL20.GL_SRC_ALPHA_SATURATE, GL20.GL_ONE));

        assertEquals(
                "blend factor 0x308 is not supported: use zero, one, or one of source and target colour and alpha",
                refused.getMessage());
    }

    @Test
    void projectionAndTransformMoveWhatIsDrawn() {
        batch.setProjectionMatrix(new Matrix4().setToOrtho2D(0, 0, 8, 6));
        batch.setTransformMatrix(new Matrix4().setToTranslation(1, 0, 0));
        draw(() -> batch.draw(four, 0, 0));

        assertArrayEquals(
                new int[] {RED, GREEN, BLUE, WHITE},
                new int[] {image.pixel(2, 8), image.pixel(5, 9), image.pixel(3, 11), image.pixel(4, 10)});
        assertEquals(16, painted());
    }

    @Test
    void whatLiesOutsideIsCutOff() {
        draw(() -> {
            batch.draw(four, -1, -1);
            batch.draw(four, 15, 11);
            batch.draw(four, -100, 3);
            batch.draw(four, 1e9f, 1e9f);
            batch.draw(four, Float.NaN, 0);
        });

        assertEquals(2, painted());
        assertEquals(GREEN, image.pixel(0, 11));
        assertEquals(BLUE, image.pixel(15, 0));
    }

    @Test
    void aNinePatchKeepsItsCornersAndStretchesItsMiddle() {
        int k = 0xff000000;
        RasterTexture frame = texture(3, 3, false, RED, k, GREEN, k, WHITE, k, BLUE, k, RED);
        draw(() -> new NinePatch(frame, 1, 1, 1, 1).draw(batch, 2, 2, 10, 8));

        assertEquals(RED, image.pixel(2, 2));
        assertEquals(GREEN, image.pixel(11, 2));
        assertEquals(BLUE, image.pixel(2, 9));
        assertEquals(RED, image.pixel(11, 9));
        assertEquals(WHITE, image.pixel(3, 3));
        assertEquals(WHITE, image.pixel(10, 8));
        assertEquals(80, painted());
    }

    @Test
    void triangleFansPaintEachPixelOnceWhereverTheirEdgesFall() {
        RasterImage canvas = new RasterImage(64, 64);
        RasterBatch additive = new RasterBatch(canvas);
        additive.setBlendFunction(GL20.GL_ONE, GL20.GL_ONE);
        RasterTexture one = texture(1, 1, false, 0x01010101);
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            canvas.clear(0);
            additive.begin();
            mesh(additive, one, random, round % 3);
            additive.end();
            for (int i = 0; i < 64 * 64; i++) {
                assertEquals(0x01010101, canvas.pixels()[i], "round " + round + " pixel " + i % 64 + "," + i / 64);
            }
        }
    }

    /** 4 by 4 quads over the canvas and beyond, whose inner corners lie anywhere, or on pixel centres, or on borders. */
    private static void mesh(RasterBatch batch, RasterTexture texture, Random random, int kind) {
        float[][] x = new float[5][5];
        float[][] y = new float[5][5];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                x[i][j] = place(i, random, kind);
                y[i][j] = place(j, random, kind);
            }
        }
        float white = Color.WHITE_FLOAT_BITS;
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                float[] quad = {
                    x[i][j], y[i][j], white, 0, 1,
                    x[i][j + 1], y[i][j + 1], white, 0, 0,
                    x[i + 1][j + 1], y[i + 1][j + 1], white, 1, 0,
                    x[i + 1][j], y[i + 1][j], white, 1, 1,
                };
                batch.draw(texture, quad, 0, 20);
            }
        }
    }

    private static float place(int i, Random random, int kind) {
        float even = i * 18 - 4;
        if (i == 0 || i == 4) {
            return even;
        }
        float jitter = (random.nextFloat() - 0.5f) * 8;
        return switch (kind) {
            case 0 -> even + jitter;
            case 1 -> even + Math.round(jitter) + 0.5f;
            default -> even + Math.round(jitter);
        };
    }

    @Test
    void aCentreOnAnEdgeBelongsToTheQuadOnItsRightOrAboveIt() {
        draw(() -> batch.draw(four, 0.5f, 0.5f));

        assertEquals(4, painted());
        assertArrayEquals(new int[] {RED, GREEN, BLUE, WHITE}, block(0, 10, 2, 2));
    }

    @Test
    void drawingWantsBeginAndTexturesOfItsOwn() {
        assertThrows(IllegalStateException.class, () -> batch.draw(four, 0, 0));
        assertThrows(IllegalStateException.class, batch::end);
        batch.begin();
        assertThrows(IllegalStateException.class, batch::begin);
        Texture foreign = new Texture() {
            @Override
            public int getWidth() {
                return 1;
            }

            @Override
            public int getHeight() {
                return 1;
            }
        };
        assertThrows(IllegalArgumentException.class, () -> batch.draw(foreign, 0, 0));
        four.dispose();
        assertThrows(IllegalStateException.class, () -> batch.draw(four, 0, 0));
        batch.end();
        batch.setShader(null);
        assertNull(batch.getShader());
    }

    @Test
    void partOfATextureCanBeReplaced() {
        textures.update(
                four,
                1,
                0,
                1,
                2,
                ByteBuffer.wrap(new byte[] {9, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 9}, 4, 8)
                        .slice());
        batch.disableBlending();
        draw(() -> batch.draw(four, 0, 0));

        assertArrayEquals(new int[] {RED, 0x07000000, BLUE, 0x09000000}, block(0, 10, 2, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> textures.update(four, 1, 0, 2, 1, ByteBuffer.allocate(8)));
    }
}
