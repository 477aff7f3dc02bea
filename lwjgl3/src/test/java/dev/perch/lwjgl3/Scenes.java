package dev.perch.lwjgl3;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.graphics.g2d.NinePatch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.math.Affine2;
import dev.perch.render.Textures;
import java.nio.ByteBuffer;
import java.util.Random;

/** Small pictures made of all that Perch draws, by any batch. */
enum Scenes {
    OWN_SIZE(0, 0) {
        @Override
        void draw(Batch batch, Art art) {
            batch.draw(art.blob, 10, 20);
            batch.draw(art.region, 70, 30);
            batch.draw(art.smoothBlob, 20, 90);
        }
    },
    OWN_SIZE_BETWEEN_PIXELS(0, 0) {
        @Override
        void draw(Batch batch, Art art) {
            batch.draw(art.blob, 10.3f, 20.6f);
            batch.draw(art.region, 70.4f, 30.55f);
            batch.draw(art.region, 90.25f, 90.75f);
        }
    },
    FLIPPED(0, 0) {
        @Override
        void draw(Batch batch, Art art) {
            batch.draw(art.blob, 10, 20, 64, 48, 0, 0, 64, 48, true, false);
            batch.draw(art.blob, 80, 20, 64, 48, 0, 0, 64, 48, false, true);
            batch.draw(art.blob, 10, 80, 64, 48, 0, 0, 64, 48, true, true);
        }
    },
    NEAREST_TWICE(0, 0) {
        @Override
        void draw(Batch batch, Art art) {
            batch.draw(art.blob, 5, 7, 128, 96);
        }
    },
    NEAREST_ODD_SCALE(0, 0) {
        @Override
        void draw(Batch batch, Art art) {
            batch.draw(art.blob, 5, 7, 101, 83, 3, 2, 57, 43, false, false);
            batch.draw(art.blob, 100, 90, 17, 45, 20, 10, 25, 29, false, false);
        }
    },
    LINEAR_GROWN(2, 0.25) {
        @Override
        void draw(Batch batch, Art art) {
            batch.draw(art.smoothBlob, 5, 7, 137, 101);
        }
    },
    LINEAR_SHRUNK(2, 0.25) {
        @Override
        void draw(Batch batch, Art art) {
            batch.draw(art.smoothBlob, 5, 7, 41, 31);
            batch.draw(art.smoothRegion, 80.3f, 60.7f, 13.5f, 11.25f);
        }
    },
    LINEAR_BETWEEN_PIXELS(2, 0.25) {
        @Override
        void draw(Batch batch, Art art) {
            batch.draw(art.smoothBlob, 10.3f, 20.6f);
            batch.draw(art.smoothRegion, 80.5f, 90.5f);
        }
    },
    TURNED_NEAREST(0, 0.5, 0.01) {
        @Override
        void draw(Batch batch, Art art) {
            batch.draw(new TextureRegion(art.blob), 40, 40, 32, 24, 64, 48, 1.7f, 1.3f, 33);
        }
    },
    TURNED_LINEAR(2, 0.25) {
        @Override
        void draw(Batch batch, Art art) {
            batch.draw(new TextureRegion(art.smoothBlob), 40, 40, 32, 24, 64, 48, 1.7f, 1.3f, 33);
            Affine2 slanted =
                    new Affine2().setToTrnRotScl(100, 20, -12, 0.8f, 1.2f).shear(0.3f, 0);
            batch.draw(art.smoothRegion, 24, 20, slanted);
        }
    },
    TINTED(1, 0.1) {
        @Override
        void draw(Batch batch, Art art) {
            batch.setColor(0.8f, 0.5f, 0.3f, 1);
            batch.draw(art.blob, 10, 20);
            batch.setColor(0.5f, 0.5f, 0.5f, 0.5f);
            batch.draw(art.blob, 30, 50);
            batch.setColor(0.1f, 0.9f, 1, 0.25f);
            batch.draw(art.smoothBlob, 60, 30);
            batch.setColor(Color.WHITE);
        }
    },
    CORNER_COLOURS(1, 0.1) {
        @Override
        void draw(Batch batch, Art art) {
            float[] quad = {
                10, 10, Color.toFloatBits(255, 0, 0, 255), 0, 1,
                20, 130, Color.toFloatBits(0, 255, 0, 128), 0, 0,
                140, 140, Color.toFloatBits(0, 0, 255, 255), 1, 0,
                130, 20, Color.toFloatBits(255, 255, 0, 64), 1, 1,
            };
            batch.draw(art.white, quad, 0, quad.length);
        }
    },
    NINE_PATCH(0, 0) {
        @Override
        void draw(Batch batch, Art art) {
            new NinePatch(art.bubble, 8, 8, 8, 8).draw(batch, 5, 9, 140, 60);
            new NinePatch(art.bubble, 8, 8, 8, 8).draw(batch, 20, 80, 16, 70);
        }
    },
    NINE_PATCH_LINEAR(2, 0.25) {
        @Override
        void draw(Batch batch, Art art) {
            NinePatch patch = new NinePatch(art.smoothBubble, 8, 8, 8, 8);
            patch.scale(1.5f, 1.5f);
            patch.draw(batch, 5, 9, 141, 63);
        }
    },
    OVERLAPPING(1, 0.01) {
        @Override
        void draw(Batch batch, Art art) {
            for (int i = 0; i < 12; i++) {
                batch.draw(i % 2 == 0 ? art.blob : art.smoothBlob, 4 + 7 * i, 80 - 6 * i);
            }
        }
    },
    SEPARATE_BLEND(1, 0.01) {
        @Override
        void draw(Batch batch, Art art) {
            batch.setBlendFunctionSeparate(
                    GL20.GL_SRC_ALPHA, GL20.GL_ONE_MINUS_SRC_ALPHA, GL20.GL_ONE, GL20.GL_ONE_MINUS_SRC_ALPHA);
            batch.draw(art.blob, 10, 20);
            batch.draw(art.blob, 40, 40);
            batch.setBlendFunction(GL20.GL_DST_COLOR, GL20.GL_ONE_MINUS_SRC_COLOR);
            batch.draw(art.blob, 30, 60);
            batch.setBlendFunction(GL20.GL_ONE_MINUS_DST_ALPHA, GL20.GL_DST_ALPHA);
            batch.draw(art.blob, 60, 10);
            batch.setBlendFunction(GL20.GL_ONE_MINUS_DST_COLOR, GL20.GL_SRC_COLOR);
            batch.draw(art.blob, 80, 70);
        }
    },
    NO_BLEND(0, 0) {
        @Override
        void draw(Batch batch, Art art) {
            batch.draw(art.white, 0, 0, 150, 150);
            batch.disableBlending();
            batch.draw(art.blob, 40, 40);
            batch.enableBlending();
        }
    },
    SHARED_EDGES(0, 0) {
        @Override
        void draw(Batch batch, Art art) {
            batch.setBlendFunction(GL20.GL_ONE, GL20.GL_ONE);
            Random random = new Random(3);
            float faint = Color.toFloatBits(40, 60, 80, 100);
            float[] x = new float[81];
            float[] y = new float[81];
            for (int i = 0; i < 81; i++) {
                x[i] = 15 + 15 * (i % 9) + random.nextFloat() * 12 - 6;
                y[i] = 15 + 15 * (i / 9) + (i % 3 == 0 ? 0.5f : random.nextFloat() * 12 - 6);
            }
            for (int i = 0; i < 72; i++) {
                if (i % 9 < 8) {
                    float[] quad = {
                        x[i], y[i], faint, 0, 1,
                        x[i + 9], y[i + 9], faint, 0, 0,
                        x[i + 10], y[i + 10], faint, 1, 0,
                        x[i + 1], y[i + 1], faint, 1, 1,
                    };
                    batch.draw(art.white, quad, 0, quad.length);
                }
            }
        }
    };

    static final int SIZE = 160;

    /** Of 255, in any channel of any pixel. */
    final int largest;

    /** Of 255, over the channels of all pixels that differ from the background in either picture. */
    final double mean;

    /** Share of the pixels that may be farther off: a nearest sample that falls between two texels goes either way. */
    final double strays;

    Scenes(int largest, double mean) {
        this(largest, mean, 0);
    }

    Scenes(int largest, double mean, double strays) {
        this.largest = largest;
        this.mean = mean;
        this.strays = strays;
    }

    /** Between begin and end, with premultiplied blending set. */
    abstract void draw(Batch batch, Art art);

    final void drawAll(Batch batch, Art art) {
        batch.begin();
        batch.setBlendFunction(GL20.GL_ONE, GL20.GL_ONE_MINUS_SRC_ALPHA);
        draw(batch, art);
        batch.end();
    }

    /** The textures of the scenes: a soft ball over stripes, a bubble, plain white. */
    static final class Art {
        final Texture blob;
        final Texture smoothBlob;
        final TextureRegion region;
        final TextureRegion smoothRegion;
        final Texture bubble;
        final Texture smoothBubble;
        final Texture white;

        Art(Textures textures) {
            blob = textures.create(64, 48, blobPixels(), false);
            smoothBlob = textures.create(64, 48, blobPixels(), true);
            region = new TextureRegion(blob, 13, 7, 24, 20);
            smoothRegion = new TextureRegion(smoothBlob, 13, 7, 24, 20);
            bubble = textures.create(24, 24, bubblePixels(), false);
            smoothBubble = textures.create(24, 24, bubblePixels(), true);
            white = textures.create(1, 1, ByteBuffer.wrap(new byte[] {-1, -1, -1, -1}), false);
        }

        private static ByteBuffer blobPixels() {
            ByteBuffer rgba = ByteBuffer.allocate(64 * 48 * 4);
            for (int y = 0; y < 48; y++) {
                for (int x = 0; x < 64; x++) {
                    double far = Math.hypot((x - 31.5) / 32, (y - 23.5) / 24);
                    int alpha = (int) (255 * Math.max(0, Math.min(1, 3 - 3 * far)));
                    boolean stripe = (x / 4 + y / 3) % 2 == 0;
                    rgba.put((byte) (alpha * (stripe ? 250 : x * 3) / 255));
                    rgba.put((byte) (alpha * (stripe ? y * 5 : 130) / 255));
                    rgba.put((byte) (alpha * (x + 2 * y) / 255)).put((byte) alpha);
                }
            }
            return rgba.flip();
        }

        private static ByteBuffer bubblePixels() {
            ByteBuffer rgba = ByteBuffer.allocate(24 * 24 * 4);
            for (int i = 0; i < 24 * 24; i++) {
                double x = Math.abs(i % 24 - 11.5) - 4;
                double y = Math.abs(Math.floorDiv(i, 24) - 11.5) - 4;
                double far = Math.hypot(Math.max(0, x), Math.max(0, y));
                int alpha = (int) (255 * Math.max(0, Math.min(1, 7.5 - far)));
                int ink = far > 5.5 ? 60 : 230;
                rgba.put((byte) (alpha * ink / 255)).put((byte) (alpha * ink / 255));
                rgba.put((byte) (alpha * 200 / 255)).put((byte) alpha);
            }
            return rgba.flip();
        }
    }
}
