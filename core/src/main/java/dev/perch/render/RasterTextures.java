package dev.perch.render;

import com.badlogic.gdx.graphics.Texture;
import java.nio.ByteBuffer;
import java.util.Objects;

/** Textures in memory, for {@link RasterBatch}. */
public final class RasterTextures implements Textures {
    /** @throws IllegalArgumentException when a side is below 1 */
    @Override
    public RasterTexture create(int width, int height, ByteBuffer rgba, boolean smooth) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a texture of " + width + "x" + height + " has no pixels");
        }
        RasterTexture texture = new RasterTexture(width, height, smooth);
        update(texture, 0, 0, width, height, rgba);
        return texture;
    }

    /** @throws IndexOutOfBoundsException when the rectangle is not inside the texture */
    @Override
    public void update(Texture texture, int x, int y, int width, int height, ByteBuffer rgba) {
        Objects.checkFromIndexSize(x, width, texture.getWidth());
        Objects.checkFromIndexSize(y, height, texture.getHeight());
        int[] pixels = RasterBatch.raster(texture).pixels();
        int from = rgba.position();
        for (int row = 0; row < height; row++) {
            int to = (y + row) * texture.getWidth() + x;
            for (int i = 0; i < width; i++, from += 4) {
                pixels[to + i] = (rgba.get(from + 3) & 255) << 24
                        | (rgba.get(from) & 255) << 16
                        | (rgba.get(from + 1) & 255) << 8
                        | (rgba.get(from + 2) & 255);
            }
        }
    }
}
